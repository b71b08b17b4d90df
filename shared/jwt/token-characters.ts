import { isMask } from './decode-base64url.ts';

/** A run of characters that a token may consist of, possibly put together from several lines. */
export interface TokenRun {
  /** Without line ends, indentation and quotation marks. */
  readonly text: string;
  /** Index in the source just after the run. */
  readonly end: number;
  readonly lines: number;
}

/** White space within a line, as pages, word processors and Chinese input methods make it. */
export const blank = '[ \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const lineEnd = '(?:\\r\\n?|[\\n\\v\\f\\u0085\\u2028\\u2029])';

/** By character code: 1 for what a token may consist of anywhere, 2 for what would end it in a URL. */
const kinds = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.') {
  kinds[character.charCodeAt(0)] = 1;
}
for (const character of '+/') kinds[character.charCodeAt(0)] = 2;
const paddingBeforeEnd = /={1,2}(?![A-Za-z0-9_\-=])/y;
/** A line end, as it is or escaped, with what quotes, comments and tables put before the next line. */
const plainBreak = new RegExp(
  `${blank}{0,40}(?:\\\\${blank}{0,8})?(?:${lineEnd}|(?:\\\\r)?\\\\n)${blank}{0,200}(?:(?:>|#|//|\\*|\\|)${blank}{0,8}){0,4}`,
  'y',
);
/** Strings side by side: Python, C (nothing), Java, JavaScript, Go (`+`), PHP (`.`), Visual Basic (`&`). */
const quotedBreak = new RegExp(
  `(["'\`])${blank}{0,40}(?:[+\\\\.]|& _)?${blank}{0,40}${lineEnd}${blank}{0,200}(?:[+.]${blank}{0,40})?[bru]{0,2}\\1`,
  'y',
);
const quotedJoin = /(["'`])[ \t]{0,40}[+.&][ \t]{0,40}\1/y;
/** A soft line break of quoted-printable (RFC 2045 §6.7). */
const softBreak = /(?<!=)=\r?\n(?=[A-Za-z0-9_-])/y;

/** True where quoted-printable wraps a line. */
export function isSoftBreak(source: string, at: number): boolean {
  softBreak.lastIndex = at;
  return softBreak.test(source);
}

/** Index after the token characters that begin at `start`. In a URL a slash ends the token. */
export function endOfLineRun(source: string, start: number, inUrl: boolean): number {
  const greatestKind = inUrl ? 1 : 2;
  let at = start;
  while (at < source.length) {
    const kind = kinds[source.charCodeAt(at)] ?? 0;
    if ((kind !== 0 && kind <= greatestKind) || isMask(source.charAt(at))) {
      at += 1;
    } else {
      paddingBeforeEnd.lastIndex = at;
      if (source.charAt(at) !== '=' || isSoftBreak(source, at) || !paddingBeforeEnd.test(source)) break;
      at = paddingBeforeEnd.lastIndex;
    }
  }
  return at;
}

/** Where the next line of a wrapped token would begin when one ends at `at`; null when none follows. */
export function nextLineStart(source: string, at: number): number | null {
  for (const pattern of [plainBreak, softBreak, quotedBreak, quotedJoin]) {
    pattern.lastIndex = at;
    if (pattern.test(source)) return pattern.lastIndex;
  }
  return null;
}

export function dotsIn(text: string): number {
  let dots = 0;
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) dots += 1;
  return dots;
}
