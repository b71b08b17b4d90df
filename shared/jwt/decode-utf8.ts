export interface DecodedUtf8 {
  /** Bytes that are not UTF-8 stand as U+FFFD. */
  readonly text: string;
  /** Index of the first byte that is not UTF-8, or null. */
  readonly invalidAt: number | null;
}

const replacement = '\ufffd';

/** How many bytes the first `characters` UTF-16 code units of `text` take in UTF-8. */
export function utf8Length(text: string, characters: number): number {
  return new TextEncoder().encode(text.slice(0, characters)).length;
}

function holdsReplacement(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}

function firstInvalid(bytes: Uint8Array, text: string): number | null {
  let from = 0;
  let byteAt = 0;
  for (;;) {
    const found = text.indexOf(replacement, from);
    if (found === -1) return null;
    byteAt += utf8Length(text.slice(from, found), found - from);
    if (!holdsReplacement(bytes, byteAt)) return byteAt;
    byteAt += 3;
    from = found + 1;
  }
}

/** Reads UTF-8; a byte order mark stays in the text. Never throws. */
export function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { text, invalidAt: firstInvalid(bytes, text) };
}
