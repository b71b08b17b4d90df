import type { BodySource } from '../http/request-body.ts';

interface PartHead {
  readonly name: string;
  /** Without one, a text says no type and a file `application/octet-stream` (RFC 7578 §4.4). */
  readonly contentType?: string | undefined;
}

/** One part of a form (RFC 7578). */
export type FormPart = PartHead &
  ({ readonly text: string } | { readonly fileName: string; readonly source: BodySource });

/** As browsers write names (HTML Living Standard, "multipart/form-data encoding algorithm"). */
function quoted(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

/** Without what would end its line. */
function typeOf(part: FormPart): string {
  const given = (part.contentType ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  return given === '' && !('text' in part) ? 'application/octet-stream' : given;
}

function headOf(part: FormPart, boundary: string): string {
  const file = 'text' in part ? '' : `; filename="${quoted(part.fileName)}"`;
  const type = typeOf(part);
  const typeLine = type === '' ? '' : `Content-Type: ${type}\r\n`;
  return `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(part.name)}"${file}\r\n${typeLine}\r\n`;
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
