/**
 * The text that a file's bytes stand for: UTF-16 by its byte order mark or by the zero bytes between ASCII characters,
 * else UTF-8, else one character a byte (the key itself is ASCII; remarks around it may be in any encoding). A byte
 * order mark stays in front as U+FEFF. Null when the bytes are no text at all.
 */
export function decodeKeyText(bytes: Uint8Array): string | null {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 64);
  if (head.length < 4) return null;
  const isZeroAt = (parity: number) => head.every((octet, index) => (octet === 0) === (index % 2 === parity));
  if (isZeroAt(1)) return 'utf-16le';
  if (isZeroAt(0)) return 'utf-16be';
  return null;
}
