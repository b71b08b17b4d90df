import { lineBefore } from './find-curl.ts';
import type { Shell } from './split-command.ts';

/** So much of a command is looked at to tell its shell, and of the text before it, in UTF-16 code units. */
const longestLook = 65_536;

const glued = /[^\s'"\\;|&)]/;

/**
 * Whether the backtick at `at` makes a character of the quote behind it. A POSIX shell has a command between two of them,
 * with no half of a quotation in it.
 */
function isQuoteEscape(text: string, at: number): boolean {
  if (text[at + 1] !== '"') return false;
  const close = text.indexOf('`', at + 2);
  if (close === -1) return /\S/.test(text[at + 2] ?? '');
  return (text.slice(at + 1, close).split('"').length - 1) % 2 === 1;
}

/** Whether a quotation is between the quotes that a backslash and a backtick are before: PowerShell's, made for old versions. */
function isDoubleEscape(text: string, at: number): boolean {
  return text.startsWith('\\`"', at) && glued.test(text[at + 3] ?? '');
}

/** Whether a command escapes quotes as PowerShell does, when it is read as one for a POSIX shell. */
function hasPowershellEscapes(text: string): boolean {
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && quote !== "'") {
      if (isDoubleEscape(text, at)) return true;
      at += 1;
    } else if (quote !== '' && quote !== '"') {
      if (char === "'") quote = '';
    } else if (char === '`') {
      if (isQuoteEscape(text, at)) return true;
      const close = text.indexOf('`', at + 1);
      if (close === -1) return false;
      at = close;
    } else if (char === '"') {
      quote = quote === '' ? '"' : '';
    } else if (quote === '' && char === "'") {
      quote = text[at - 1] === '$' ? "$'" : "'";
    } else if (quote === '' && char === '\n') {
      return false;
    }
  }
  return false;
}

/** Whether a single quote opens a word where cmd, to which it is a character like others, is outside of double quotes. */
function hasSingleQuotedWord(line: string): boolean {
  let inQuotes = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') inQuotes = !inQuotes;
    else if (char === "'" && !inQuotes && /[\s=@]/.test(line.charAt(at - 1))) return true;
  }
  return false;
}

/** `curl.exe` is of Windows; between double quotes, cmd knows no `$` and no backtick. */
function windowsShell(line: string): Shell {
  if (hasSingleQuotedWord(line)) return 'powershell';
  return /\\"|""\w/.test(line) || !/`["$`]|\$[A-Za-z_{(]/.test(line) ? 'cmd' : 'powershell';
}

function shellOfContinuation(line: string): Shell | null {
  switch (line.at(-1)) {
    case '\\':
      return 'posix';
    case '^':
      return 'cmd';
    case '`':
      // Without a blank before it, it may end a command substitution.
      return /\s`$/.test(line) || line.split('`').length % 2 === 0 ? 'powershell' : null;
    default:
      return null;
  }
}

function shellOfCommand(command: string): Shell | null {
  const [line = ''] = command.split('\n', 1);
  const continued = shellOfContinuation(line.trimEnd());
  if (continued !== null) return continued;
  if (/^\S+\s+(?:-\S+\s+)*\^"/.test(line)) return 'cmd';
  if (/\$env:/i.test(line) || /@['"]\s*$/.test(line) || hasPowershellEscapes(command)) return 'powershell';
  if (/%[A-Za-z_]\w+%/.test(line.replace(/%[0-9A-F]{2}/gi, '')) && !line.includes("'")) return 'cmd';
  if (/"\{?""\w/.test(line)) return 'cmd';
  return /^curl\.exe/i.test(line) ? windowsShell(line) : null;
}

/** `$name = …`, which no other shell has at the beginning of a line. */
const powershellAssignment = /^[ \t]*\$(?:env:)?[A-Za-z_]\w*[ \t]*=[ \t]*['"@]/im;

/** Which shell the command at `start` was written for, by its continuations, its quotes and what stands before it. */
export function shellOf(text: string, start: number): Shell {
  const found = shellOfCommand(text.slice(start, start + longestLook));
  if (found !== null) return found;
  const prompt = lineBefore(text, start);
  if (/^\s*PS [^>]*>/.test(prompt)) return 'powershell';
  if (/^\s*[A-Za-z]:\\[^>]*>/.test(prompt)) return 'cmd';
  return powershellAssignment.test(text.slice(Math.max(0, start - longestLook), start))
    ? 'powershell'
    : 'posix';
}

/** PowerShell's own switch to how arguments were passed before 7.3. */
export function isLegacyPowershell(text: string, start: number): boolean {
  return /\$PSNativeCommandArgumentPassing\s?=\s?['"]?Legacy/i.test(
    text.slice(Math.max(0, start - 1000), start),
  );
}
