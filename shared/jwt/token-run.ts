import { isMask } from './decode-base64url.ts';

/** A run of characters that a token may consist of, possibly put together from several lines. */
export interface TokenRun {
  /** Without line ends, indentation and quotation marks. */
  readonly text: string;
  /** Index in the source just after the run. */
  readonly end: number;
  readonly lines: number;
}

/** By character code: 1 for what a token may consist of anywhere, 2 for what would end it in a URL. */
const kinds = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.') {
  kinds[character.charCodeAt(0)] = 1;
}
for (const character of '+/') kinds[character.charCodeAt(0)] = 2;
const paddingBeforeEnd = /={1,2}(?![A-Za-z0-9_\-=])/y;
const plainBreak =
  /[ \t]{0,40}(?:\\[ \t]{0,8})?(?:\r?\n|(?:\\r)?\\n)[ \t]{0,200}(?:(?:>|#|\/\/|\*)[ \t]{0,8}){0,4}/y;
/** Strings side by side: Python, C (nothing), Java, JavaScript, Go (`+`), PHP (`.`), Visual Basic (`&`). */
const quotedBreak =
  /(["'`])[ \t]{0,40}(?:[+\\.]|& _)?[ \t]{0,40}\r?\n[ \t]{0,200}(?:[+.][ \t]{0,40})?[bru]{0,2}\1/y;
const quotedJoin = /(["'`])[ \t]{0,40}[+.&][ \t]{0,40}\1/y;
/** A soft line break of quoted-printable (RFC 2045 §6.7). */
const softBreak = /(?<!=)=\r?\n(?=[A-Za-z0-9_-])/y;

/** Signature lengths in characters: HMAC and ECDSA by curve, EdDSA, RSA of 1024 to 4096 bits; and JWE tags. */
const rsaLengths = new Set([171, 342, 512, 683]);
const signatureLengths = new Set([43, 64, 86, 128, 176, ...rsaLengths]);
const tagLengths = new Set([22, 32, 43]);

interface HeaderHint {
  readonly dots: 2 | 4;
  readonly lastLengths: ReadonlySet<number>;
}

function readHint(header: string): HeaderHint {
  let text = '';
  try {
    text = atob(header.slice(0, 4096).replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return { dots: 2, lastLengths: signatureLengths };
  }
  if (/"enc"\s{0,9}:/.test(text)) return { dots: 4, lastLengths: tagLengths };
  const isRsa = /"alg"\s{0,9}:\s{0,9}"[RP]S/.test(text);
  return { dots: 2, lastLengths: isRsa ? rsaLengths : signatureLengths };
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
      softBreak.lastIndex = at;
      if (source.charAt(at) !== '=' || softBreak.test(source) || !paddingBeforeEnd.test(source)) break;
      at = paddingBeforeEnd.lastIndex;
    }
  }
  return at;
}

function nextLineStart(source: string, at: number): number | null {
  for (const pattern of [plainBreak, softBreak, quotedBreak, quotedJoin]) {
    pattern.lastIndex = at;
    if (pattern.test(source)) return pattern.lastIndex;
  }
  return null;
}

function endsItsLine(source: string, at: number): boolean {
  softBreak.lastIndex = at;
  return softBreak.test(source) || at >= source.length || /[\s"'`,;)\]}\\<]/.test(source.charAt(at));
}

/** What the lines read so far amount to, kept up line by line so that no line is looked at twice. */
interface Progress {
  readonly header: string;
  readonly dots: number;
  /** Characters after the last dot. */
  readonly lastLength: number;
  readonly lastCharacter: string;
  readonly lines: number;
  readonly lineLength: number;
}

function dotsIn(text: string): number {
  let dots = 0;
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) dots += 1;
  return dots;
}

function advance(before: Progress, line: string, lineLength: number): Progress {
  const dots = dotsIn(line);
  const isHeader = before.dots === 0 && before.header.length < 4096;
  return {
    header: isHeader ? before.header + (line.split('.', 1)[0] ?? '') : before.header,
    dots: before.dots + dots,
    lastLength: dots === 0 ? before.lastLength + line.length : line.length - line.lastIndexOf('.') - 1,
    lastCharacter: line.slice(-1),
    lines: before.lines + 1,
    lineLength: Math.max(before.lineLength, lineLength),
  };
}

const beginning: Progress = {
  header: '',
  dots: 0,
  lastLength: 0,
  lastCharacter: '',
  lines: 0,
  lineLength: 0,
};

function continues(so: Progress, next: string): boolean {
  if (next === '') return false;
  if (isMask(so.lastCharacter)) return next.startsWith('.');
  const startsToken = /^e[yw]/.test(next) && next.includes('.');
  const meetsAtDot = so.lastCharacter === '.' || next.startsWith('.');
  if (so.dots < 2) return so.lastCharacter === '.' || (!startsToken && (meetsAtDot || next.length >= 16));
  const hint = readHint(so.header);
  if (so.dots >= hint.dots && hint.lastLengths.has(so.lastLength)) return false;
  if (startsToken || meetsAtDot) return !startsToken && so.dots <= hint.dots;
  const isWrapped = so.lines > 1 || so.lineLength <= 256;
  return isWrapped && so.lineLength >= 32 && next.length <= so.lineLength;
}

/**
 * Reads the token that begins at `start`, over line ends where a line was wrapped: by an editor, a mail program, a
 * shell (`\`) or a string concatenation.
 */
export function readTokenRun(source: string, start: number, inUrl: boolean): TokenRun {
  let end = endOfLineRun(source, start, inUrl);
  const parts = [source.slice(start, end)];
  const before = source.slice(Math.max(0, start - 256), start);
  const indent = before.length - (before.lastIndexOf('\n') + 1);
  let progress = advance(beginning, source.slice(start, end), end - start + indent);
  for (;;) {
    const lineStart = nextLineStart(source, end);
    if (lineStart === null) break;
    const lineEnd = endOfLineRun(source, lineStart, inUrl);
    const next = source.slice(lineStart, lineEnd);
    if (!endsItsLine(source, lineEnd) || !continues(progress, next)) break;
    parts.push(next);
    end = lineEnd;
    progress = advance(progress, next, next.length);
  }
  softBreak.lastIndex = end;
  if (softBreak.test(source)) {
    parts.push('=');
    end += 1;
  }
  return { text: parts.join(''), end, lines: parts.length };
}
