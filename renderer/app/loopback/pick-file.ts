import { base64Of } from '../base64-of.ts';

/** More than any key, configuration or certificate has; the host sees that such a file is over its limit. */
const largestBytes = 200_000;

export interface ChosenFile {
  readonly base64: string;
  readonly fileName: string;
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
  return { base64: await base64Of(file.slice(0, largestBytes)), fileName: file.name.slice(-255) };
}
