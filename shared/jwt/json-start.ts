import { decodeBase64url } from './decode-base64url.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/** How many characters of a part are looked at; a multiple of four. */
export const jsonStartLength = 24;

/** Bytes of a character in UTF-8, of which the last may be cut off. */
const longestCharacter = 4;

/** base64url of `{` and a quotation mark or white space; also of `{'`, which is wrong but meant. */
const opens = /^(?:ey[A-DI-Lc-f]|ew[k-r0-3])/;
const opensJson = /^(?:ey[A-DI-L]|ew[k-r0-3])/;

/** How certain it is that the base64url that begins a text is the JSON of an object. */
export type JsonStart = 'json' | 'damaged' | 'none';

/**
 * Tells the start of a header from words and host names that happen to begin like one, such as `ewallet`: its first
 * bytes are text. `damaged` where they begin an object but go on as no text does. Never throws.
 */
export function readJsonStart(text: string): JsonStart {
  if (!opens.test(text)) return 'none';
  const part = /^[A-Za-z0-9_-]*/.exec(text.slice(0, jsonStartLength))?.[0] ?? '';
  const bytes = decodeBase64url(part.slice(0, part.length - (part.length % 4))).bytes;
  const { text: decoded, invalidAt } = decodeUtf8(bytes);
  const isText = invalidAt === null || invalidAt >= bytes.length - longestCharacter + 1;
  if (isText && !/(?![\t\n\r])\p{Cc}/u.test(decoded)) return 'json';
  return opensJson.test(text) ? 'damaged' : 'none';
}
