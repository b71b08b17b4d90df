import { assertNever } from '../assert-never.ts';
import { legacyPowershellArgument } from './legacy-powershell.ts';
import type { Shell } from './split-command.ts';

/** Text, or an environment variable whose value is put in its place when the command runs. */
export type WordPiece = string | { readonly variable: string };

function variableOf(name: string, shell: Shell): string {
  switch (shell) {
    case 'posix':
      return `$${name}`;
    case 'cmd':
      return `%${name}%`;
    case 'powershell':
      return `$env:${name}`;
    default:
      return assertNever(shell);
  }
}

function quotePosix(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Between double quotes, with the variables of the shell. Only for text without line ends and quotes. */
function quoteWithVariables(pieces: readonly WordPiece[], shell: Shell): string {
  const toEscape = shell === 'posix' ? /[\\$`"]/g : /[`$"]/g;
  const escaped = shell === 'posix' ? '\\$&' : '`$&';
  return `"${pieces
    .map((piece) =>
      typeof piece === 'string' ? piece.replace(toEscape, escaped) : variableOf(piece.variable, shell),
    )
    .join('')}"`;
}

/** The inside of an argument for the C runtime of Windows: backslashes before a quote are doubled. */
function escapeForWindows(text: string): string {
  return text.replace(/(?<!\\)(\\*)"/g, '$1$1\\"').replace(/(?<!\\)\\+$/, '$&$&');
}

const cmdSpecial = /(?<!\\)(\\*)([%\n])|["&|<>^()]/g;

/**
 * As cmd reads it at its prompt: a caret makes a character of what cmd counts as outside of quotes. Percent signs and
 * line ends have to be outside, so the argument's own quotes are closed around them.
 */
function quoteCmd(pieces: readonly WordPiece[]): string {
  let inQuotes = true;
  const inside = pieces.map((piece) => {
    if (typeof piece !== 'string') return variableOf(piece.variable, 'cmd');
    return escapeForWindows(piece).replace(cmdSpecial, (char, backslashes?: string, outside?: string) => {
      if (char === '"') inQuotes = !inQuotes;
      if (outside === undefined) return inQuotes || char === '"' ? char : `^${char}`;
      const escaped = outside === '\n' ? '^\n\n' : `^${outside}`;
      return inQuotes ? `${backslashes}${backslashes}"${escaped}"` : `${backslashes}${escaped}`;
    });
  });
  return `"${inside.join('')}${inQuotes ? '"' : '^"'}`;
}

function quotePowershell(text: string): string | null {
  const argument = legacyPowershellArgument(text);
  return argument && `'${argument.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

/** One argument of a command, whole and nothing but that; null where the shell has no way to write it. */
export function quoteWord(pieces: readonly WordPiece[], shell: Shell): string | null {
  const isPlain = pieces.every((piece) => typeof piece === 'string');
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
  switch (shell) {
    case 'posix':
      return isPlain ? quotePosix(text) : quoteWithVariables(pieces, shell);
    case 'cmd':
      return quoteCmd(pieces);
    case 'powershell':
      return isPlain ? quotePowershell(text) : quoteWithVariables(pieces, shell);
    default:
      return assertNever(shell);
  }
}
