import { isProse, readBrokenRun } from './broken-run.ts';
import { isMask } from './decode-base64url.ts';
import { type ExpectedShape, expectedShape } from './expected-shape.ts';
import { dotsIn, endOfLineRun, isSoftBreak, nextLineStart, type TokenRun } from './token-characters.ts';

function endsItsLine(source: string, at: number): boolean {
  return isSoftBreak(source, at) || at >= source.length || /[\s"'`,;)\]}\\<|]/.test(source.charAt(at));
}

/** What the lines read so far amount to, kept up line by line so that no line is looked at twice. */
interface Progress {
  readonly header: string;
  /** Null before the header is known to be whole. */
  readonly shape: ExpectedShape | null;
  readonly dots: number;
  /** Characters after the last dot. */
  readonly lastLength: number;
  readonly lastCharacter: string;
  readonly lines: number;
  readonly lineLength: number;
}

function advance(before: Progress, line: string, lineLength: number): Progress {
  const added = dotsIn(line);
  const dots = before.dots + added;
  const isHeader = before.dots === 0 && before.header.length < 4096;
  const header = isHeader ? before.header + (line.split('.', 1)[0] ?? '') : before.header;
  return {
    header,
    shape: before.shape ?? (dots === 0 ? null : expectedShape(header)),
    dots,
    lastLength: added === 0 ? before.lastLength + line.length : line.length - line.lastIndexOf('.') - 1,
    lastCharacter: line.slice(-1),
    lines: before.lines + 1,
    lineLength: Math.max(before.lineLength, lineLength),
  };
}

const beginning: Progress = {
  header: '',
  shape: null,
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
  const { shape } = so;
  if (so.dots < 2 || shape === null) {
    return so.lastCharacter === '.' || (!startsToken && (meetsAtDot || next.length >= 16));
  }
  if (so.dots >= shape.dots && shape.isLastLength(so.lastLength)) return false;
  if (startsToken || meetsAtDot) return !startsToken && so.dots <= shape.dots;
  const completes = so.lines > 1 && shape.isLastLength(so.lastLength + next.length);
  if (isProse(next) && !completes) return false;
  const isWrapped = so.lines > 1 || so.lineLength <= 256;
  return isWrapped && so.lineLength >= 32 && next.length <= so.lineLength;
}

/** False when the header shows that something is missing. */
function isWhole({ shape, dots, lastLength, lastCharacter }: Progress): boolean {
  if (shape === null) return false;
  const isEndOfSentence = dots === shape.dots + 1 && lastCharacter === '.';
  if (dots > shape.dots && !isEndOfSentence) return true;
  if (isEndOfSentence) return true;
  return dots === shape.dots && (!shape.isCertain || shape.isLastLength(lastLength));
}

/**
 * Reads the token that begins at `start`, over line ends where a line was wrapped: by an editor, a mail program, a
 * shell (`\`) or a string concatenation. Where that is no whole token, it is read over what cannot stand in one as well,
 * when that makes it whole.
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
  if (!isWhole(progress)) {
    const broken = readBrokenRun(source, start, inUrl);
    if (broken !== null) return broken;
  }
  if (isSoftBreak(source, end)) {
    parts.push('=');
    end += 1;
  }
  return { text: parts.join(''), end, lines: parts.length };
}
