/** The bytes of a file, or of a part of it, as base64. @throws DOMException when it cannot be read */
export async function base64Of(blob: Blob): Promise<string> {
  if (blob.size === 0) return '';
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}
