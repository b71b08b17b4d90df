import { readLegacyPowershellArgument } from './legacy-powershell.ts';
import { type Assigned, collectWords, type SplitCommand, take, type WordCollector } from './split-command.ts';

const blanks = /[^\S\n]+/y;
const plain = /[^\s'"`$;&|<>)#‘’‚‛“”„]+/y;
const doubleQuoted = /[^"`$“”„]+/y;
const singleQuoted = /(?:[^'‘’‚‛]+|['‘’‚‛]{2})*/y;
const lineContinuation = /`[^\S\n]*\r?\n/y;
const secondPrompt = /[ \t]*>> +/y;
const variable = /\$(?:(?:env:)?([A-Za-z_]\w*)|\{(?:env:)?([A-Za-z_]\w*)\})/iy;
const comment = /#[^\n]*/y;
const redirection = /[<>]+(?:&\d|[ \t]*[^\s&|<>]*)/y;
const queryGoesOn = /&[\w.[\]%-]+=/y;
const hereStringStart = /@(['"])[^\S\n]*\r?\n/y;

const single = /^['‘’‚‛]$/;
const double = /^["“”„]$/;

const escapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

interface Reader {
  readonly text: string;
  at: number;
  readonly words: WordCollector;
}

function readEscape(reader: Reader): void {
  const { text, at, words } = reader;
  const line = take(lineContinuation, text, at);
  const next = text[at + 1] ?? '';
  const coded = /^\{([0-9A-Fa-f]{1,6})\}/.exec(next === 'u' ? text.slice(at + 2, at + 10) : '');
  if (line !== '') {
    reader.at += line.length;
    reader.at += take(secondPrompt, text, reader.at).length;
  } else if (coded !== null) {
    const codePoint = Number.parseInt(coded[1] ?? '', 16);
    words.add(codePoint > 0x10ffff ? '\ufffd' : String.fromCodePoint(codePoint), at);
    reader.at += 2 + coded[0].length;
  } else {
    words.add(escapes[next] ?? next, at);
    reader.at += 2;
  }
}

function readDollar(reader: Reader): void {
  const { text, at, words } = reader;
  variable.lastIndex = at;
  const found = variable.exec(text);
  if (found === null) {
    if (text[at + 1] === '(') words.note('substitution', at, at + 2);
    words.add('$', at);
  } else {
    words.addVariable(found[1] ?? found[2] ?? '', found[0], at);
  }
  reader.at += found?.[0].length ?? 1;
}

function readSingleQuoted(reader: Reader): void {
  const { text, at, words } = reader;
  const inside = take(singleQuoted, text, at + 1);
  words.add(inside.replace(/['‘’‚‛](['‘’‚‛])/g, '$1'), at);
  const end = at + 1 + inside.length;
  if (end >= text.length) words.note('quote-open', at, text.length);
  reader.at = end + 1;
}

function readDoubleQuoted(reader: Reader): void {
  const { text, words, at: open } = reader;
  words.add('', open);
  reader.at += 1;
  while (reader.at < text.length) {
    const run = take(doubleQuoted, text, reader.at);
    const char = text[reader.at] ?? '';
    if (run !== '') {
      words.add(run, reader.at);
      reader.at += run.length;
    } else if (double.test(char) && double.test(text[reader.at + 1] ?? '')) {
      words.add('"', reader.at);
      reader.at += 2;
    } else if (double.test(char)) {
      reader.at += 1;
      return;
    } else if (char === '`') {
      readEscape(reader);
    } else {
      readDollar(reader);
    }
  }
  words.note('quote-open', open, text.length);
}

/** Reads `@'`, lines, `'@`; false where there is no such here-string. */
function readHereString(reader: Reader): boolean {
  const { text, at, words } = reader;
  hereStringStart.lastIndex = at;
  const start = hereStringStart.exec(text);
  if (start === null) return false;
  const from = at + start[0].length;
  const closing = text.indexOf(`\n${start[1]}@`, from - 1);
  const end = closing === -1 ? text.length : closing;
  words.add(text.slice(from, Math.max(from, end)).replace(/\r$/, ''), at);
  if (closing === -1) words.note('quote-open', at, text.length);
  reader.at = Math.min(text.length, end + 3);
  return true;
}

/** Reads what starts with a character that means something to PowerShell; true where the command ends before it. */
function readSpecial(reader: Reader): boolean {
  const { text, at, words } = reader;
  const char = text[at] ?? '';
  if (single.test(char)) {
    readSingleQuoted(reader);
  } else if (double.test(char)) {
    readDoubleQuoted(reader);
  } else if (char === '`') {
    readEscape(reader);
  } else if (char === '$') {
    readDollar(reader);
  } else if (char === '#' && words.isOpen()) {
    words.add(char, at);
    reader.at += 1;
  } else if (char === '#') {
    reader.at += take(comment, text, at).length;
  } else if (char === '&' && words.isOpen() && take(queryGoesOn, text, at) !== '') {
    words.note('ampersand-in-word', at, at + 1);
    words.add(char, at);
    reader.at += 1;
  } else if (char === '<' || char === '>') {
    if (words.isOpen()) words.drop();
    reader.at += take(redirection, text, at).length;
  } else if (char !== '\n' && /\s/.test(char)) {
    words.close(at);
    reader.at += Math.max(1, take(blanks, text, at).length);
  } else {
    return true;
  }
  return false;
}

function isPlainRun(reader: Reader): boolean {
  const { text, at, words } = reader;
  if (text[at] === '@' && !words.isOpen() && readHereString(reader)) return true;
  const run = take(plain, text, at);
  if (run !== '') words.add(run, at);
  reader.at += run.length;
  return run !== '';
}

/** True for an argument in which every quote is escaped, as PowerShell before 7.3 needs it. */
function isEscapedForLegacy(text: string): boolean {
  return text.includes('"') && !/(?<!\\)(?:\\\\)*"/.test(text);
}

/**
 * Splits one command as PowerShell does. Before 7.3 quotes in an argument need a backslash, and many examples have them:
 * they are taken away again.
 *
 * @param isLegacy - true where the text says itself that arguments are passed as before 7.3
 */
export function splitPowershell(
  text: string,
  from: number,
  assigned: Assigned,
  isLegacy: boolean,
): SplitCommand {
  const reader: Reader = { text, at: from, words: collectWords(assigned) };
  while (reader.at < text.length) {
    if (!isPlainRun(reader) && readSpecial(reader)) break;
  }
  reader.at = Math.min(reader.at, text.length);
  reader.words.close(reader.at);
  const command = reader.words.done(reader.at);
  return {
    ...command,
    words: command.words.map((word) =>
      isLegacy || isEscapedForLegacy(word.text)
        ? { ...word, text: readLegacyPowershellArgument(word.text) }
        : word,
    ),
  };
}
