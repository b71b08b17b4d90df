import { cleanText, isUncleanPaste } from './clean-text.ts';
import { readTokenRun } from './token-run.ts';

/** A token found in a text. */
export interface FoundToken {
  /** The token on one line, ready for `decodeToken`. */
  readonly text: string;
  /** Where it stands in the text that was searched: from `start`, up to but not including `end`. */
  readonly start: number;
  readonly end: number;
  /** More than 1 when it was put together from wrapped lines. */
  readonly lines: number;
  /** True when invisible characters were left out of it, or full-width ones replaced. */
  readonly cleaned: boolean;
}

/** What a text was found to hold, in the order of the text. */
export interface FoundTokens {
  readonly tokens: readonly FoundToken[];
  /** True when the text holds more tokens than are looked for. */
  readonly isCut: boolean;
}

/** As found in the text that was cleaned. */
type Place = Omit<FoundToken, 'cleaned'>;

interface Places {
  readonly found: readonly Place[];
  readonly isCut: boolean;
}

/** Tokens that are looked for in one text. */
export const mostTokens = 1000;

/**
 * `{` in base64url begins with `e`, and with `ey` or `ew` where a quotation mark or white space follows. Before it may
 * stand anything but another token character, or an escape such as `%20` and `\n`.
 */
const tokenStart = /(?<![A-Za-z0-9_\-+.*])e[yw][A-Za-z0-9_-]|(?<=%[0-9A-F]{2}|\\[nrt"])e[yw][A-Za-z0-9_-]/g;
/** Three parts of which only the second shows itself as JSON: the first characters of the token are missing. */
const headless = /(?<![A-Za-z0-9_\-.])[A-Za-z0-9_-]{8,4096}\.e[yw][A-Za-z0-9_-]{4,}/g;

function isInUrl(source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - 2048), start);
  const scheme = before.lastIndexOf('://');
  return scheme !== -1 && !/[\s"'`<>]/.test(before.slice(scheme));
}

function isToken(text: string): boolean {
  const [header = '', payload] = text.split('.', 2);
  return header.length >= 8 && payload !== undefined && payload !== '';
}

function withoutSentenceEnd(text: string): string {
  if (text.endsWith('...')) return text.replace(/\.+$/, '');
  const dots = text.split('.', 7).length - 1;
  return text.endsWith('.') && (dots === 3 || dots >= 5) ? text.slice(0, -1) : text;
}

function search(source: string, pattern: RegExp): Places {
  const found: Place[] = [];
  pattern.lastIndex = 0;
  let match = pattern.exec(source);
  while (match !== null) {
    const start = match.index;
    const run = readTokenRun(source, start, isInUrl(source, start));
    const text = withoutSentenceEnd(run.text);
    const end = run.end - (run.text.length - text.length);
    const isOne = isToken(text);
    if (isOne && found.length === mostTokens) return { found, isCut: true };
    if (isOne) found.push({ text, start, end, lines: run.lines });
    pattern.lastIndex = Math.max(run.end, start + 1);
    match = pattern.exec(source);
  }
  return { found, isCut: false };
}

function wholeText(source: string): readonly Place[] {
  const match = /^[\s"'`]{0,100}(?:Bearer\s{1,9})?([^\s"'`]+)[\s"'`]{0,100}$/i.exec(
    source.slice(0, 2_000_000),
  );
  const text = match?.[1];
  if (text === undefined || source.length > 2_000_000) return [];
  const isHeaderAlone = /^e[yw][A-Za-z0-9_-]{6,}$/.test(text);
  const isDotted =
    /^[A-Za-z0-9_\-+/=*…•]{4,}(?:\.[A-Za-z0-9_\-+/=*…•]*){2,4}$/.test(text) &&
    !/^[\w-]+(\.[a-z]+)+$/.test(text);
  if (!isHeaderAlone && !isDotted) return [];
  const start = source.indexOf(text);
  return [{ text, start, end: start + text.length, lines: 1 }];
}

/**
 * Finds the JWTs in any text: bare, after `Bearer`, in a curl command, a header block, JSON, a URL, source code,
 * wrapped or quoted lines, or a documentation's sample with a masked part. It stops after {@link mostTokens}.
 * What is found may still be broken: `decodeToken` says how. Never throws.
 */
export function findTokens(text: string): FoundTokens {
  const clean = cleanText(text);
  const { found, isCut } = places(clean.text);
  const tokens = found.map((place) => {
    const start = clean.startOf(place.start);
    const end = clean.endOf(place.end);
    return { ...place, start, end, cleaned: isUncleanPaste(text.slice(start, end)) };
  });
  return { tokens, isCut };
}

function places(text: string): Places {
  const whole = search(text, tokenStart);
  if (whole.found.length > 0) return whole;
  const headlessTokens = search(text, headless);
  return headlessTokens.found.length > 0 ? headlessTokens : { found: wholeText(text), isCut: false };
}
