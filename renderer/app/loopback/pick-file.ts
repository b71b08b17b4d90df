/** More than any key, configuration or certificate has; the host sees that such a file is over its limit. */
const largestBytes = 200_000;

export interface ChosenFile {
  readonly base64: string;
  readonly fileName: string;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Lets the person choose a file in the browser's own dialog; null when it is closed without one. */
export function chooseFile(accept: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

/** The same, with what is read of the file. */
export async function pickFile(accept: string): Promise<ChosenFile | null> {
  const file = await chooseFile(accept);
  if (file === null) return null;
  const bytes = new Uint8Array(await file.slice(0, largestBytes).arrayBuffer());
  return { base64: toBase64(bytes), fileName: file.name.slice(-255) };
}
