import type { TextPlace } from './curl-finding.ts';
import { longOption } from './curl-options.ts';
import { shellOf } from './shell-of.ts';
import type { Shell } from './split-command.ts';

/** A text whose quotes and dashes are those of a shell. */
export interface PlainText {
  readonly text: string;
  /** Where something was replaced, in the new text. */
  readonly replaced: readonly TextPlace[];
  /** The same place in the text that was given. */
  readonly placeOf: (place: TextPlace) => TextPlace;
}

const doubles = '\u201c\u201d\u201e\u201f\u2033\uff02';
const singles = '\u2018\u2019\u201a\u201b\u2032\uff07';
const dashes = '\u2010-\u2015\u2212\uff0d';
const longDash = '\u2014';

const anyMark = new RegExp(`[${doubles}${singles}${dashes}]`);
/** Where a quote opens a word or the value of an option: at its start, behind `=` or `@`, or behind an option's letter. */
const opens = /(?:[\s=@]|\s-\w)$/;
const dashRun = new RegExp(`[-${dashes}]{1,3}(?=[A-Za-z#:])`, 'y');
const doubleMarks = new RegExp(`[${doubles}]`, 'g');
const singleMarks = new RegExp(`[${singles}]`, 'g');

const isDouble = (char: string) => char !== '' && doubles.includes(char);
const isSingle = (char: string) => char !== '' && singles.includes(char);

/** Behind a text between plain quotes that begins at `from`. In cmd, `^` may stand before each of them. */
function behindQuotes(text: string, from: number, shell: Shell): number {
  const quote = text.charAt(from);
  const hasEscapes = quote === '"' || text.charAt(from - 1) === '$';
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === quote) return at + 1;
    if (hasEscapes && char === '\\') at += shell === 'cmd' && text.charAt(at + 1) === '^' ? 2 : 1;
  }
  return text.length;
}

/** Where a text ends that a typographic quote opens at `from`; null when nothing closes it. */
function closing(text: string, from: number): number | null {
  const isDoubled = isDouble(text.charAt(from));
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isDoubled && char === '\\') at += 1;
    else if (isDoubled ? isDouble(char) : isSingle(char)) return at;
  }
  return null;
}

/** An editor makes one dash of two: a long one, or one before the name of a long option. */
function plainDashes(run: string, name: string): string {
  if (run.length > 1 || run === longDash) return '--';
  return name.length > 1 && longOption(name) !== null ? '--' : '-';
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function dashesAt(text: string, at: number): Piece | null {
  if (!/\s/.test(text.charAt(at - 1))) return null;
  dashRun.lastIndex = at;
  const run = dashRun.exec(text)?.[0] ?? '';
  if (run === '' || !anyMark.test(run)) return null;
  const [name = ''] = /^[\w.-]*/.exec(text.slice(at + run.length, at + run.length + 40)) ?? [];
  return { start: at, end: at + run.length, text: plainDashes(run, name) };
}

function quotesAt(text: string, at: number): Piece | null {
  const char = text.charAt(at);
  const isOpening = (isDouble(char) || isSingle(char)) && opens.test(text.slice(Math.max(0, at - 3), at));
  const end = isOpening ? closing(text, at) : null;
  if (end === null) return null;
  const plain = text
    .slice(at, end + 1)
    .replace(doubleMarks, '"')
    .replace(singleMarks, "'");
  return { start: at, end: end + 1, text: plain };
}

function piecesIn(text: string, from: number, shell: Shell): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    const piece = quotesAt(text, at) ?? dashesAt(text, at);
    if (piece !== null) {
      pieces.push(piece);
      at = piece.end;
    } else if (char === '\\') at += 2;
    else if (char === '"' || (char === "'" && shell !== 'cmd')) at = behindQuotes(text, at, shell);
    else at += 1;
  }
  return pieces;
}

/**
 * Makes plain quotes and dashes of the typographic ones that chats and word processors put in the place of them, behind the
 * first word `curl`. Between plain quotes all stays as it is, and all of PowerShell, which takes typographic quotes itself.
 */
export function plainTypography(given: string): PlainText {
  const same: PlainText = { text: given, replaced: [], placeOf: (place) => place };
  const word = /\bcurl(?:\.exe)?(?=\s)/i.exec(given);
  if (word === null || !anyMark.test(given)) return same;
  const shell = shellOf(given, word.index);
  if (shell === 'powershell') return same;
  const pieces = piecesIn(given, word.index + word[0].length, shell);
  const replaced: TextPlace[] = [];
  let text = '';
  let from = 0;
  for (const piece of pieces) {
    text += given.slice(from, piece.start);
    replaced.push({ start: text.length, end: text.length + piece.text.length });
    text += piece.text;
    from = piece.end;
  }
  text += given.slice(from);
  const before = (at: number) => {
    const shifts = pieces.map(({ start, end, text: plain }) => plain.length - (end - start));
    return replaced.reduce((sum, { end }, index) => (end <= at ? sum - (shifts[index] ?? 0) : sum), at);
  };
  return { text, replaced, placeOf: ({ start, end }) => ({ start: before(start), end: before(end) }) };
}
