import { isUtf8 } from 'node:buffer';
import type { CharsetSource } from '../../shared/console-run.ts';

/** The charset of a text as far as its header and its first bytes tell. */
export interface ToldCharset {
  /** By its WHATWG name. */
  readonly charset: string;
  readonly charsetFrom: CharsetSource;
  /** What it is when the bytes turn out not to be UTF-8; null when that changes nothing. */
  readonly unlessUtf8: string | null;
}

/** Byte order marks, which say more than any header (WHATWG Encoding, "decode"). */
function markedCharset([first, second, third]: Uint8Array): string | null {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function knownCharset(name: string | null): string | null {
  try {
    return name === null ? null : new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/** Tried on a text that names no charset and is not UTF-8: it holds GBK and GB2312 as well. */
const guessed = 'gb18030';

/**
 * The charset of a text that begins with `head`.
 *
 * @param named - by the header; null when it names none
 */
export function toldCharset(head: Uint8Array, named: string | null): ToldCharset {
  const marked = markedCharset(head);
  if (marked !== null) return { charset: marked, charsetFrom: 'mark', unlessUtf8: null };
  const known = knownCharset(named);
  if (known === null) return { charset: 'utf-8', charsetFrom: 'none', unlessUtf8: guessed };
  return { charset: known, charsetFrom: 'header', unlessUtf8: known === 'utf-8' ? known : null };
}

/** The same for JSON, which is UTF-8 whatever its header says (RFC 8259 §8.1), when its bytes are. */
export function toldCharsetOfJson(head: Uint8Array, told: ToldCharset): ToldCharset {
  const { charset, charsetFrom } = told;
  const isWide = charset.startsWith('utf-16') && head.subarray(0, 4).includes(0);
  if (charsetFrom !== 'header' || charset === 'utf-8' || isWide) return told;
  return { charset: 'utf-8', charsetFrom: 'json', unlessUtf8: charset };
}

/** Tells of bytes that come in pieces whether they are UTF-8. */
export interface Utf8Check {
  readonly add: (bytes: Uint8Array) => void;
  /** @param isWhole - false when more was to come: a character that is cut at the end is none that is wrong */
  readonly isUtf8: (isWhole: boolean) => boolean;
}

/** Where a character begins that goes on after the last byte; the length when none does. */
function cutCharacter(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return at + length > bytes.length ? at : bytes.length;
  }
  return bytes.length;
}

export function createUtf8Check(): Utf8Check {
  let isValid = true;
  let cut: Uint8Array = new Uint8Array();
  return {
    add: (bytes) => {
      if (!isValid) return;
      const all = cut.length === 0 ? bytes : Buffer.concat([cut, bytes]);
      const end = cutCharacter(all);
      isValid = isUtf8(all.subarray(0, end));
      cut = all.slice(end);
    },
    isUtf8: (isWhole) => isValid && (cut.length === 0 || !isWhole),
  };
}

function canBeRead(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The charset when all bytes are there.
 *
 * @param bytes - null when they are too many to be looked at again
 */
export function settledCharset(
  { charset, charsetFrom, unlessUtf8 }: ToldCharset,
  isUtf8Text: boolean,
  bytes: Uint8Array | null,
): Pick<ToldCharset, 'charset' | 'charsetFrom'> {
  if (unlessUtf8 === null || isUtf8Text) return { charset, charsetFrom };
  if (charsetFrom === 'json') return { charset: unlessUtf8, charsetFrom: 'header' };
  const isGuessed = charsetFrom === 'none' && bytes !== null && canBeRead(bytes, unlessUtf8);
  return isGuessed
    ? { charset: unlessUtf8, charsetFrom: 'guess' }
    : { charset: 'utf-8', charsetFrom: 'unreadable' };
}

/** The same of a text that is whole. */
export function charsetOfWhole(told: ToldCharset, bytes: Uint8Array): string {
  return settledCharset(told, isUtf8(bytes), bytes).charset;
}
