import { type Assigned, collectWords, type SplitCommand, take, type WordCollector } from './split-command.ts';
import { windowsArguments } from './windows-arguments.ts';

const plain = /[^"^&|<>%\n]+/y;
const plainInQuotes = /[^"%]+/y;
const caretLine = /\^[^\S\n]*\r?\n/y;
const lineEnd = /\r?\n/y;
/** Two hexadecimal digits between percent signs are of a URL, not a variable. */
const variable = /%(?![0-9A-Fa-f]{2}%)([A-Za-z_]\w*)%/y;
const queryGoesOn = /&[\w.[\]%-]+=/y;
const redirection = /[<>]+(?:&\d|[ \t]*[^\s&|<>]*)/y;

interface UnknownVariable {
  readonly name: string;
  readonly at: number;
}

interface Reader {
  readonly text: string;
  at: number;
  /** The command line as cmd hands it on. */
  readonly pieces: string[];
  length: number;
  /** For each piece, where it is in the line and in the text. */
  readonly places: { readonly line: number; readonly text: number }[];
  readonly variables: UnknownVariable[];
  /** As cmd counts quotes: between them `^`, `&` and `|` are characters like others. */
  inQuotes: boolean;
}

function emit(reader: Reader, piece: string, length: number): void {
  reader.places.push({ line: reader.length, text: reader.at });
  reader.pieces.push(piece);
  reader.length += piece.length;
  reader.at += length;
}

/** A caret makes the next character one like others; at a line's end the next line goes on. */
function readCaret(reader: Reader): void {
  const { text, at } = reader;
  const line = take(caretLine, text, at);
  if (line === '') {
    reader.at += 1;
    const next = text.slice(at + 1, at + 2);
    emit(reader, next, next.length);
    return;
  }
  const empty = take(lineEnd, text, at + line.length);
  emit(reader, empty === '' ? '' : '\n', line.length + empty.length);
}

function readPercent(reader: Reader, assigned: Assigned): void {
  variable.lastIndex = reader.at;
  const found = variable.exec(reader.text);
  const name = found?.[1] ?? '';
  const value = assigned.get(name);
  if (found !== null && value === undefined) reader.variables.push({ name, at: reader.length });
  emit(reader, value ?? found?.[0] ?? '%', found?.[0].length ?? 1);
}

/** Reads one piece; true where the command ends before it. */
function readPiece(reader: Reader, words: WordCollector, assigned: Assigned): boolean {
  const { text, at, inQuotes } = reader;
  const run = take(inQuotes ? plainInQuotes : plain, text, at);
  const char = text[at];
  if (run !== '') {
    emit(reader, run, run.length);
  } else if (char === '"') {
    reader.inQuotes = !inQuotes;
    emit(reader, '"', 1);
  } else if (char === '%') {
    readPercent(reader, assigned);
  } else if (char === '^') {
    readCaret(reader);
  } else if (char === '&' && take(queryGoesOn, text, at) !== '') {
    words.note('ampersand-in-word', at, at + 1);
    emit(reader, '&', 1);
  } else if (char === '<' || char === '>') {
    reader.at += take(redirection, text, at).length;
  } else {
    return true;
  }
  return false;
}

/** The place in the text of a place in the command line. */
function placeFinder({ places }: Reader): (inLine: number) => number {
  let next = 0;
  return (inLine) => {
    while ((places[next + 1]?.line ?? Number.POSITIVE_INFINITY) <= inLine) next += 1;
    const { line, text } = places[next] ?? { line: 0, text: 0 };
    return text + inLine - line;
  };
}

/**
 * Splits one command as cmd does at its prompt, and its arguments as the C runtime of Windows does. Line ends between
 * quotes, where cmd would give up, are part of the text.
 */
export function splitCmd(text: string, from: number, assigned: Assigned): SplitCommand {
  const words = collectWords(assigned);
  const reader: Reader = {
    text,
    at: from,
    pieces: [],
    length: 0,
    places: [],
    variables: [],
    inQuotes: false,
  };
  while (reader.at < text.length) {
    if (readPiece(reader, words, assigned)) break;
  }
  const placeOf = placeFinder(reader);
  const variables = reader.variables.values();
  let variable = variables.next().value;
  const line = reader.pieces.join('');
  for (const argument of windowsArguments(line)) {
    const start = placeOf(argument.start);
    words.add(argument.text, start);
    while (variable !== undefined && variable.at < argument.end) {
      words.mention(variable.name);
      variable = variables.next().value;
    }
    const end = argument.end === line.length ? reader.at : Math.max(start, placeOf(argument.end));
    if (argument.isOpen) words.note('quote-open', start, end);
    words.close(end);
  }
  return words.done(reader.at);
}
