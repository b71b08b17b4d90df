import { parseMediaType } from './media-type.ts';

/** A body as a screen can show it. */
export interface AnswerText {
  /** Empty when `binary`. */
  readonly text: string;
  readonly binary: boolean;
}

const textTypes = /^(?:text\/|application\/(?:.*\+)?(?:json|xml|javascript|x-www-form-urlencoded|x-ndjson)$)/;
const binaryTypes = /^(?:audio|video|image|font)\/|^application\/(?:octet-stream|pdf|zip|gzip)$/;

/** Bytes that no text has: NUL and most control characters, looked for at the start. ESC stands in terminal text. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}

function decoderFor(charset: string): { decode: (bytes: Uint8Array) => string } {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/**
 * Decodes a body by its charset (WHATWG Encoding; UTF-8 when none or an unknown one is named) or finds it binary. What
 * is not valid in that charset becomes U+FFFD.
 */
export function answerText(bytes: Uint8Array, contentType: string | null): AnswerText {
  const { essence, charset } = parseMediaType(contentType ?? '');
  const named = textTypes.test(essence) || essence === 'image/svg+xml' || charset.startsWith('utf-16');
  if (!named && (binaryTypes.test(essence) || looksBinary(bytes))) return { text: '', binary: true };
  return { text: decoderFor(charset).decode(bytes), binary: false };
}
