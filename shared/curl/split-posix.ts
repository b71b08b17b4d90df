import { readAnsiC } from './ansi-c-quote.ts';
import { type Assigned, collectWords, type SplitCommand, take, type WordCollector } from './split-command.ts';

const plain = /[^\s'"\\$`;&|<>)#]+/y;
const doubleQuoted = /[^"\\$`]+/y;
const singleQuoted = /[^']*/y;
const ansiC = /(?:[^'\\]+|\\[\s\S])*/y;
const bareVariable = /\$([A-Za-z_]\w*|[\d?!$@*-])/y;
const bracedVariable = /\$\{([A-Za-z_]\w*)(?:[:#%/^,@][^}]*)?\}/y;
const blanks = /[^\S\n]+/y;
const continuation = /\\\r?\n/y;
const brokenContinuation = /\\[^\S\n]+\n/y;
/** What a terminal shows before a continued line. */
const secondPrompt = /[ \t]*> +(?=[-'"@\w])/y;
const comment = /#[^\n]*/y;
const queryGoesOn = /&[\w.[\]%-]+=/y;
const hereDelimiter = /<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([^\s;&|<>'"]+))/y;
const redirection = /(?:>>|>\||>&|<&|<>|<<<|[<>])/y;

/** Where the substitution that starts at `at` ends; the end of the text where it is not closed. */
function substitutionEnd(text: string, at: number): number {
  if (text[at] === '`') {
    const end = text.indexOf('`', at + 1);
    return end === -1 ? text.length : end + 1;
  }
  let depth = 0;
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return text.length;
}

interface HereDocument {
  readonly delimiter: string;
  readonly stripsTabs: boolean;
}

interface Reader {
  readonly text: string;
  /** After it no `${` is closed, and none is looked through to the end. */
  readonly lastBrace: number;
  at: number;
  readonly words: WordCollector;
  hereDocument: HereDocument | null;
  /** What the next word is, when it is no argument. */
  target: 'stdin' | 'nothing' | null;
  stdin: string | null;
}

function variableAt({ text, at, lastBrace }: Reader): RegExpExecArray | null {
  const isBraced = text[at + 1] === '{';
  if (isBraced && at > lastBrace) return null;
  const variable = isBraced ? bracedVariable : bareVariable;
  variable.lastIndex = at;
  return variable.exec(text);
}

/** Reads what starts with `$` or a backtick. */
function expand(reader: Reader): void {
  const { text, at, words } = reader;
  if (text[at] === '`' || text.startsWith('$(', at)) {
    reader.at = substitutionEnd(text, at);
    words.add(text.slice(at, reader.at), at);
    words.note('substitution', at, reader.at);
    return;
  }
  const found = variableAt(reader);
  if (found === null) words.add('$', at);
  else words.addVariable(found[1] ?? '', found[0], at);
  reader.at += found?.[0].length ?? 1;
}

/** Where the text goes on after a quoted piece whose inside ends at `end`. */
function closeQuote({ words, text, at: open }: Reader, end: number): number {
  if (end < text.length) return end + 1;
  words.note('quote-open', open, text.length);
  return text.length;
}

function readSingleQuoted(reader: Reader): void {
  const inside = take(singleQuoted, reader.text, reader.at + 1);
  reader.words.add(inside, reader.at);
  reader.at = closeQuote(reader, reader.at + 1 + inside.length);
}

function readAnsiCQuoted(reader: Reader): void {
  const inside = take(ansiC, reader.text, reader.at + 2);
  reader.words.add(readAnsiC(inside), reader.at);
  reader.at = closeQuote(reader, reader.at + 2 + inside.length);
}

/** A backslash between double quotes escapes `$`, a backtick, `"`, itself and the end of the line. */
function readEscapeInQuotes(reader: Reader): void {
  const { text, at, words } = reader;
  const length = text.startsWith('\\\r\n', at) ? 3 : 2;
  const next = text[at + length - 1] ?? '';
  if (next !== '\n') words.add('$`"\\'.includes(next) && next !== '' ? next : `\\${next}`, at);
  reader.at += length;
}

function readDoubleQuoted(reader: Reader): void {
  const { text, words, at: open } = reader;
  words.add('', open);
  reader.at += 1;
  while (reader.at < text.length) {
    const run = take(doubleQuoted, text, reader.at);
    if (run !== '') {
      words.add(run, reader.at);
      reader.at += run.length;
    } else if (text[reader.at] === '"') {
      reader.at += 1;
      return;
    } else if (text[reader.at] === '\\') {
      readEscapeInQuotes(reader);
    } else {
      expand(reader);
    }
  }
  words.note('quote-open', open, text.length);
}

function readBackslash(reader: Reader): void {
  const { text, at, words } = reader;
  const line = take(continuation, text, at);
  const broken = take(brokenContinuation, text, at);
  if (line !== '') {
    reader.at += line.length;
    reader.at += take(secondPrompt, text, reader.at).length;
  } else if (broken !== '') {
    words.note('continuation-broken', at, at + broken.length);
    words.close(at);
    reader.at += broken.length;
  } else {
    words.add(text[at + 1] ?? '\\', at);
    reader.at += 2;
  }
}

function readHash({ text, at, words }: Reader): number {
  if (!words.isOpen()) return at + take(comment, text, at).length;
  words.add('#', at);
  return at + 1;
}

/** Ends the open word, which an operator before it may have taken from the arguments. */
function closeWord(reader: Reader): void {
  const { words, target } = reader;
  if (!words.isOpen()) return;
  words.close(reader.at);
  if (target === null) return;
  const word = words.drop();
  if (target === 'stdin') reader.stdin = `${word?.text ?? ''}\n`;
  reader.target = null;
}

function readRedirection(reader: Reader): void {
  const { text, at, words } = reader;
  if (/^\d$/.test(words.openText())) words.drop();
  closeWord(reader);
  hereDelimiter.lastIndex = at;
  const here = text.startsWith('<<<', at) ? null : hereDelimiter.exec(text);
  if (here === null) {
    const operator = take(redirection, text, at);
    reader.target = operator === '<<<' ? 'stdin' : 'nothing';
    reader.at += operator.length;
    return;
  }
  reader.hereDocument = { delimiter: here[2] ?? here[3] ?? here[4] ?? '', stripsTabs: here[1] === '-' };
  reader.at += here[0].length;
}

/** True where an `&` ends the command, as it does unless it redirects or a query goes on after it. */
function endsAtAmpersand(reader: Reader): boolean {
  const { text, at, words } = reader;
  reader.at += 1;
  if (text[reader.at] === '>') return false;
  if (words.isOpen() && take(queryGoesOn, text, at) !== '') {
    words.note('ampersand-in-word', at, at + 1);
    words.add('&', at);
    return false;
  }
  reader.at = at;
  return true;
}

function readDollar(reader: Reader): void {
  const { text, at } = reader;
  if (text[at + 1] === "'") readAnsiCQuoted(reader);
  else if (text[at + 1] === '"') reader.at += 1;
  else expand(reader);
}

/** Reads what starts with a character that means something to the shell; true where the command ends before it. */
function readSpecial(reader: Reader): boolean {
  switch (reader.text[reader.at]) {
    case '\n':
    case ';':
    case '|':
    case ')':
      return true;
    case '&':
      return endsAtAmpersand(reader);
    case "'":
      readSingleQuoted(reader);
      return false;
    case '"':
      readDoubleQuoted(reader);
      return false;
    case '\\':
      readBackslash(reader);
      return false;
    case '#':
      reader.at = readHash(reader);
      return false;
    case '$':
      readDollar(reader);
      return false;
    case '`':
      expand(reader);
      return false;
    case '<':
    case '>':
      readRedirection(reader);
      return false;
    default:
      closeWord(reader);
      reader.at += Math.max(1, take(blanks, reader.text, reader.at).length);
      return false;
  }
}

function readHereDocument(text: string, lineEnd: number, { delimiter, stripsTabs }: HereDocument) {
  const lines: string[] = [];
  let at = lineEnd === -1 ? text.length : lineEnd + 1;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    const line = stripsTabs ? text.slice(at, end).replace(/^\t+/, '') : text.slice(at, end);
    at = end + 1;
    if (line.replace(/\r$/, '') === delimiter) break;
    lines.push(`${line}\n`);
  }
  return { body: lines.join(''), end: Math.min(at, text.length) };
}

/**
 * Splits one command as a POSIX shell does, with `$'…'`, `<<<` and here-documents of bash. Nothing is expanded but the
 * variables of `assigned`; what is not known stays as it is written. A quote that is not closed takes the rest.
 */
export function splitPosix(text: string, from: number, assigned: Assigned): SplitCommand {
  const words = collectWords(assigned);
  const reader: Reader = {
    text,
    lastBrace: text.lastIndexOf('}'),
    at: from,
    words,
    hereDocument: null,
    target: null,
    stdin: null,
  };
  while (reader.at < text.length) {
    const run = take(plain, text, reader.at);
    if (run !== '') words.add(run, reader.at);
    reader.at += run.length;
    if (run === '' && readSpecial(reader)) break;
  }
  reader.at = Math.min(reader.at, text.length);
  closeWord(reader);
  if (reader.hereDocument === null) return words.done(reader.at, reader.stdin);
  const { body, end } = readHereDocument(text, text.indexOf('\n', reader.at), reader.hereDocument);
  return words.done(end, body);
}
