import { type ExpectedShape, expectedShape } from './expected-shape.ts';
import { blank, dotsIn, endOfLineRun, nextLineStart, type TokenRun } from './token-characters.ts';

/** What stands between two pieces of one token, and what of it belongs into the token. */
interface Gap {
  readonly kind: 'line' | 'blank' | 'foreign' | 'written';
  readonly text: string;
  readonly next: number;
}

interface Piece {
  readonly gap: Gap | null;
  readonly text: string;
  /** Whether no dot comes after it or in it. */
  readonly isInLast: boolean;
}

/** Characters of standard base64 as `encodeURIComponent` writes them. */
const percentEncoded = /%(?:2[BbFf]|3[Dd])/y;
/** What an input method or a reader of pages puts for a dot. */
const otherDot = /[。，·・｡](?=[A-Za-z0-9_-])/y;
const blanks = new RegExp(`${blank}{1,40}(?=[A-Za-z0-9_.-])`, 'y');
/** Nothing that quotes, brackets or separates: there a token ends. */
const foreign =
  /(?!%(?:0[ADad]|2[0-9A-Fa-f]|3[A-Fa-f]|5[BbDd]|7[B-Db-d]))[^\sA-Za-z0-9_\-."'`“”‘’「」<>\\&;=()[\]{}（）|+/*…•]{1,4}(?=[A-Za-z0-9_.-])/y;
const otherStart = /(?<![A-Za-z0-9_\-+.*])e[yw][A-Za-z0-9_-]/;

function gapAt(source: string, at: number, dots: number): Gap | null {
  percentEncoded.lastIndex = at;
  const encoded = percentEncoded.exec(source)?.[0];
  if (encoded !== undefined) return { kind: 'written', text: decodeURIComponent(encoded), next: at + 3 };
  const line = nextLineStart(source, at);
  if (line !== null) return { kind: 'line', text: '', next: line };
  otherDot.lastIndex = at;
  if (dots < 2 && otherDot.test(source)) return { kind: 'written', text: '.', next: at + 1 };
  for (const [kind, pattern] of [['blank', blanks] as const, ['foreign', foreign] as const]) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) return { kind, text, next: at + text.length };
  }
  return null;
}

/** Words, as they may follow a token in a sentence. */
export function isProse(text: string): boolean {
  return text.length <= 40 && text.split(/[._-]/).every((word) => /^[A-Z]?[a-z]*$/.test(word));
}

/** Cut at a certain width: all pieces but the first and the last are of one length, and those are no longer. */
function isWrapped(pieces: readonly Piece[]): boolean {
  const width = pieces[1]?.text.length ?? 0;
  return (
    pieces.length >= 3 &&
    pieces.every(({ gap, text }, index) => {
      const isAtEnd = index === 0 || index === pieces.length - 1;
      const isOfWidth = isAtEnd ? text.length <= width : text.length === width;
      return isOfWidth && (gap === null || gap.kind === 'line' || gap.kind === 'blank');
    })
  );
}

function join(pieces: readonly Piece[]): string | null {
  const wasWrapped = isWrapped(pieces);
  const mayBeProse = (piece: Piece) => piece.isInLast && piece.gap?.kind !== 'written' && piece.text !== '';
  if (!wasWrapped && pieces.slice(1).some((piece) => mayBeProse(piece) && isProse(piece.text))) return null;
  return pieces
    .map(({ gap, text }) => (gap === null || (wasWrapped && gap.kind === 'blank') ? '' : gap.text) + text)
    .join('');
}

/** How far the pieces have come. */
interface Progress {
  readonly header: string;
  readonly shape: ExpectedShape | null;
  readonly dots: number;
  /** Characters after the last dot, without padding; and of those that cannot stand there. */
  readonly last: number;
  readonly foreign: number;
}

const beginning: Progress = { header: '', shape: null, dots: 0, last: 0, foreign: 0 };

function advance(before: Progress, gap: Gap | null, piece: string): Progress {
  const text = (gap?.kind === 'written' ? gap.text : '') + piece;
  const added = dotsIn(text);
  const dots = before.dots + added;
  const header = before.dots === 0 ? before.header + (text.split('.', 1)[0] ?? '') : before.header;
  const tail = added === 0 ? text : text.slice(text.lastIndexOf('.') + 1);
  const last = tail.replaceAll('=', '').length;
  const strange = gap?.kind === 'foreign' || gap?.kind === 'blank' ? gap.text.length : 0;
  return {
    header,
    shape: before.shape ?? (dots === 0 ? null : expectedShape(header)),
    dots,
    last: added === 0 ? before.last + last : last,
    foreign: added === 0 ? before.foreign + strange : 0,
  };
}

function isWhole({ shape, dots, last, foreign }: Progress): boolean {
  if (shape === null || dots !== shape.dots) return false;
  return shape.isLastLength(last) || (foreign > 0 && shape.isLastLength(last + foreign));
}

function goesOn({ shape, dots, last }: Progress): boolean {
  return shape === null || dots < shape.dots || (dots === shape.dots && last <= shape.longestLast);
}

/** Without the full stop of a sentence that the token ends. */
function withoutStop(piece: string, before: Progress, gap: Gap): string {
  const { shape, dots } = advance(before, gap, piece);
  return piece.endsWith('.') && dots - 1 === shape?.dots ? piece.slice(0, -1) : piece;
}

/**
 * Reads the token that begins at `start` over anything that may have come into it: white space, line ends of any width,
 * foreign characters, percent-encoding, other dots. Only what then has all its parts and a last one of the right length
 * is a token; null for anything else. Takes time in proportion to the text up to the next token.
 */
export function readBrokenRun(source: string, start: number, inUrl: boolean): TokenRun | null {
  let end = endOfLineRun(source, start, inUrl);
  const first = source.slice(start, end);
  let progress = advance(beginning, null, first);
  const pieces: Piece[] = [{ gap: null, text: first, isInLast: false }];
  let lines = 1;
  let read: TokenRun | null = null;
  while (goesOn(progress)) {
    const gap = gapAt(source, end, progress.dots);
    if (gap === null) break;
    const lineEnd = endOfLineRun(source, gap.next, inUrl);
    const piece = withoutStop(source.slice(gap.next, lineEnd), progress, gap);
    const meetsAtDot = gap.text === '.' || pieces.at(-1)?.text.endsWith('.') === true;
    if (piece === '' && (gap.kind !== 'written' || pieces.slice(-2).every(({ text }) => text === ''))) break;
    if (otherStart.test(meetsAtDot ? `.${piece}` : piece)) break;
    progress = advance(progress, gap, piece);
    end = gap.next + piece.length;
    if (gap.kind === 'line') lines += 1;
    pieces.push({
      gap,
      text: piece,
      isInLast: !piece.includes('.') && progress.dots === progress.shape?.dots,
    });
    const text = isWhole(progress) ? join(pieces) : null;
    if (text !== null) read = { text, end, lines };
  }
  return read;
}
