import { windowsArguments } from './windows-arguments.ts';

/** Puts an argument on the command line, between quotes where it has a blank outside of quotes of its own. */
type Passing = (argument: string) => string;

function hasOpenBlank(argument: string): boolean {
  return /\s/.test(argument.replace(/"[^"]*(?:"|$)/g, ''));
}

function doubleAtEnd(text: string): string {
  return text.replace(/(?<!\\)\\+$/, '$&$&');
}

/** Windows PowerShell 5.1: every quote counts, and backslashes at the end are left alone. */
const asInWindowsPowershell: Passing = (argument) => (hasOpenBlank(argument) ? `"${argument}"` : argument);

/** PowerShell 6 to 7.2, and later with `Legacy`: a quote right after a backslash does not count. */
const asInPowershell6: Passing = (argument) =>
  hasOpenBlank(argument.replaceAll('\\"', '')) ? `"${doubleAtEnd(argument)}"` : argument;

function isHandedOn(argument: string, text: string): boolean {
  return [asInWindowsPowershell, asInPowershell6].every((passing) => {
    const [first, ...others] = windowsArguments(passing(argument));
    return first?.text === text && !first.isOpen && others.length === 0;
  });
}

const quote = /(?<!\\)(\\*)"/g;

/** The first quote and the first quote after a backslash get a backslash, the others are doubled. */
function escapeMixed(text: string): string {
  const seen = new Set<boolean>();
  return text.replace(quote, (_, backslashes: string) => {
    const isAfterBackslash = backslashes !== '';
    const mark = seen.has(isAfterBackslash) ? '"' : '\\';
    seen.add(isAfterBackslash);
    return `${backslashes}${backslashes}${mark}"`;
  });
}

function betweenQuotes(inside: string): string {
  return `"${doubleAtEnd(inside)}"`;
}

/**
 * What PowerShell has to be given so that a program gets `text`, in Windows PowerShell 5.1 as in later versions with
 * `$PSNativeCommandArgumentPassing = 'Legacy'`. They count quotes in different ways
 * (`NativeCommandParameterBinder.NeedQuotes`), and none of them escapes a quote. `\"` is a quote everywhere, `""` between
 * quotes only; the two move the count differently, so one of the ways to mix them is right for both.
 *
 * @returns null where none is, such as for a quote after a backslash before the first blank, with no other quote there
 */
export function legacyPowershellArgument(text: string): string | null {
  const escaped = text.replace(quote, '$1$1\\"');
  const doubled = text.replace(quote, '$1$1""');
  const ways = [text, escaped, doubled, escapeMixed(text), betweenQuotes(escaped), betweenQuotes(doubled)];
  return ways.find((way) => isHandedOn(way, text)) ?? null;
}

/** What a program gets of an argument of PowerShell 6 to 7.2: the reverse of {@link legacyPowershellArgument}. */
export function readLegacyPowershellArgument(argument: string): string {
  return windowsArguments(asInPowershell6(argument))
    .map(({ text }) => text)
    .join(' ');
}
