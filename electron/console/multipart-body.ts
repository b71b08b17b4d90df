import type { BodySource } from '../http/request-body.ts';

/** One part of a form (RFC 7578). */
export type FormPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly fileName: string; readonly source: BodySource };

/** As browsers write names (HTML Living Standard, "multipart/form-data encoding algorithm"). */
function quoted(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

function headOf(part: FormPart, boundary: string): string {
  const file = 'text' in part ? '' : `; filename="${quoted(part.fileName)}"`;
  const type = 'text' in part ? '' : 'Content-Type: application/octet-stream\r\n';
  return `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(part.name)}"${file}\r\n${type}\r\n`;
}

/**
 * A form as one body; files are read while it is sent.
 *
 * @param boundary - in none of the parts: made of enough random characters
 */
export function multipartBody(
  parts: readonly FormPart[],
  boundary: string,
): { readonly contentType: string; readonly body: BodySource } {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const pieces: readonly (Uint8Array | BodySource)[] = [
    ...parts.flatMap((part) => [
      bytes(headOf(part, boundary)),
      'text' in part ? bytes(part.text) : part.source,
      bytes('\r\n'),
    ]),
    bytes(`--${boundary}--\r\n`),
  ];

  async function* open(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) yield piece;
      else yield* piece.open();
    }
  }

  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: { length: pieces.reduce((sum, { length }) => sum + length, 0), open },
  };
}
