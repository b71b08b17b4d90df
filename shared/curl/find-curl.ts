import type { Shell } from './split-command.ts';

/** Where the word `curl` of a command stands. */
export interface CurlStart {
  readonly start: number;
  /** After the word. */
  readonly end: number;
}

const curlWord = /(?<![\w.-])curl(?:\.exe)?(?=["']?(?:[\s\\^`]|$))/gi;

/** What may stand before the word on its line: a prompt, assignments, wrappers, a path. */
const commandPrefix =
  /^\s*(?:(?:PS [^>]{0,200}|[A-Za-z]:\\[^>]{0,200}|[^\s$%>#]{0,100}|\[?[\w.-]{1,60}@[^$%#>]{0,160})[$%>#❯➜]\s*)?(?:(?:sudo|time|env|exec|command|nohup|winpty|call)\s+|[A-Za-z_]\w{0,60}=\S{0,200}\s+)*["'&@]*\s*(?:[^\s"']{0,160}[\\/])?$/;

/** What stands after the word where it is a command: an option, a quote, something like a URL, or nothing. */
const commandRest =
  /["']?(?:\s+(?:[\\^`]\s{0,20}\n\s*)?(?:-{1,2}[\w:#]|--(?=\s)|[$^"'{<‘’‚‛“”„]|@['"]|https?:|(?=[^\s"']{0,300}[./:])[\w.-]+(?:[./:]|\s))|\s*$|\s*[\\^`])/iy;

const longestPrefix = 300;

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - longestPrefix), at);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function isCommand(text: string, { start, end }: CurlStart): boolean {
  commandRest.lastIndex = end;
  if (!commandRest.test(text)) return false;
  const next = text.slice(end, end + 40).trimStart();
  const before = lineBefore(text, start).replace(/^.*(?:[;&|({`]|\$\()/, '');
  return commandPrefix.test(before) || /^(?:-|https?:|["'^]+https?:)/i.test(next);
}

/** The next curl command in `text`, or null. Words of a sentence, as in "curl is a tool", are none. */
export function findCurl(text: string, from: number): CurlStart | null {
  curlWord.lastIndex = from;
  for (let found = curlWord.exec(text); found !== null; found = curlWord.exec(text)) {
    const start = { start: found.index, end: found.index + found[0].length };
    if (isCommand(text, start)) return start;
  }
  return null;
}

const continuations: Readonly<Record<string, Shell>> = { '\\': 'posix', '^': 'cmd', '`': 'powershell' };

function shellOfFirstLine(line: string): Shell | null {
  const last = continuations[line.trimEnd().slice(-1)];
  if (last !== undefined) return last;
  if (/^\S+\s+(?:-\S+\s+)*\^"/.test(line)) return 'cmd';
  if (/\$env:/i.test(line)) return 'powershell';
  if (/%[A-Za-z_]\w+%/.test(line.replace(/%[0-9A-F]{2}/gi, '')) && !line.includes("'")) return 'cmd';
  if (/"\{?""\w/.test(line)) return 'cmd';
  if (!/^curl\.exe/i.test(line)) return null;
  const quote = /["']/.exec(line)?.[0];
  return quote === "'" ? 'powershell' : 'cmd';
}

/** Which shell the command at `start` was written for, by its continuations, its quotes and the prompt before it. */
export function shellOf(text: string, start: number): Shell {
  const end = text.indexOf('\n', start);
  const found = shellOfFirstLine(end === -1 ? text.slice(start) : text.slice(start, end));
  if (found !== null) return found;
  const prompt = lineBefore(text, start);
  if (/^\s*PS [^>]*>/.test(prompt)) return 'powershell';
  return /^\s*[A-Za-z]:\\[^>]*>/.test(prompt) ? 'cmd' : 'posix';
}

/** PowerShell's own switch to how arguments were passed before 7.3. */
export function isLegacyPowershell(text: string, start: number): boolean {
  return /\$PSNativeCommandArgumentPassing\s?=\s?['"]?Legacy/i.test(
    text.slice(Math.max(0, start - 1000), start),
  );
}
