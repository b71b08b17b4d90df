import { cleanText, isUncleanPaste } from './clean-text.ts';
import { isWholeToken } from './expected-shape.ts';
import { type JsonStart, jsonStartLength, readJsonStart } from './json-start.ts';
import { findLoneToken } from './lone-token.ts';
import { markupAtEnd } from './markup.ts';
import { endOfLineRun, type TokenRun } from './token-characters.ts';
import { readTokenRun } from './token-run.ts';
import { unfoldEllipses } from './unfold-ellipses.ts';

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
  /** How often the text holds it; the place is that of the first. */
  readonly times: number;
}

/** What a text was found to hold, in the order of the text. */
export interface FoundTokens {
  /** Each one once. */
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
 * stand anything but another token character, an escape such as `%20`, `%253D`, `\n`, `\x22`, `\u003d` and the `=3D` of
 * quoted-printable, or the asterisks and underscores of emphasis.
 */
const tokenStart =
  /(?:(?<![A-Za-z0-9_\-+.*])|(?<=%(?:25){0,4}[0-9A-Fa-f]{2}|\\(?:[nrt"]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})|=3[Dd])|(?<=(?<![A-Za-z0-9_\-+.*])[*_]{1,3}))e[yw][A-Za-z0-9_-]/g;
/** Three parts of which only the second shows itself as JSON: the first characters of the token are missing. */
const headless = /(?<![A-Za-z0-9_\-.])[A-Za-z0-9_-]{8,4096}\.(?:ey[A-DI-L]|ew[k-r0-3])[A-Za-z0-9_-]{3,}/g;

function isInUrl(source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - 2048), start);
  const scheme = before.lastIndexOf('://');
  return scheme !== -1 && !/[\s"'`<>]/.test(before.slice(scheme));
}

/**
 * Of what does not begin like a header the second part has to be longer than that of a host name. It is empty in a token
 * with a detached payload (RFC 7515 appendix F) and in one that is encrypted with the shared key itself (RFC 7518 §4.5).
 */
function isToken(text: string, isDamaged: boolean): boolean {
  const [header = '', payload = ''] = text.split('.', 2);
  const isLong = header.length >= 8 || (header.length >= 4 && header.endsWith('…'));
  if (isDamaged) return isLong && /^[A-Za-z0-9_-]{16,}/.test(payload);
  return isLong && (payload !== '' || isWholeToken(text));
}

/** The token that begins at `start`, without the emphasis around it. */
function readRun(source: string, start: number): TokenRun {
  const inUrl = isInUrl(source, start);
  const lineEnd = endOfLineRun(source, start, inUrl);
  const markup = markupAtEnd(source, start, source.slice(start, lineEnd));
  if (markup > 0) return readTokenRun(source.slice(0, lineEnd - markup), start, inUrl);
  const run = readTokenRun(source, start, inUrl);
  const last = run.lines > 1 ? markupAtEnd(source, start, run.text) : 0;
  return last === 0 ? run : { ...run, text: run.text.slice(0, -last), end: run.end - last };
}

interface Searched {
  /** Of each token the first place, by its text. */
  readonly places: ReadonlyMap<string, Place>;
  readonly isCut: boolean;
}

/** Looks for tokens that begin where `pattern` does and as `start` says. */
function search(source: string, pattern: RegExp, start: JsonStart | 'any'): Searched {
  const places = new Map<string, Place>();
  pattern.lastIndex = 0;
  let match = pattern.exec(source);
  while (match !== null) {
    const at = match.index;
    if (start !== 'any' && readJsonStart(source.slice(at, at + jsonStartLength)) !== start) {
      pattern.lastIndex = at + 1;
      match = pattern.exec(source);
      continue;
    }
    const run = readRun(source, at);
    const { text, dropped } = unfoldEllipses(run.text);
    const known = places.get(text);
    const isOne = known === undefined && isToken(text, start === 'damaged');
    if (isOne && places.size === mostTokens) return { places, isCut: true };
    if (isOne) places.set(text, { text, start: at, end: run.end - dropped, lines: run.lines, times: 1 });
    if (known !== undefined) places.set(text, { ...known, times: known.times + 1 });
    pattern.lastIndex = Math.max(run.end, at + 1);
    match = pattern.exec(source);
  }
  return { places, isCut: false };
}

function places(text: string): Places {
  for (const start of ['json', 'damaged', 'any'] as const) {
    const { places, isCut } = search(text, start === 'any' ? headless : tokenStart, start);
    const found = [...places.values()];
    const [first] = found;
    if (first === undefined) continue;
    const lone = found.length > 1 || isWholeToken(first.text) ? null : findLoneToken(text);
    const isMore = lone !== null && lone.start <= first.start && lone.end > first.end;
    return isMore ? { found: [{ ...lone, times: 1 }], isCut } : { found, isCut };
  }
  const lone = findLoneToken(text);
  return { found: lone === null ? [] : [{ ...lone, times: 1 }], isCut: false };
}

/**
 * Finds the JWTs in any text: bare, after `Bearer`, in a curl command, a header block, JSON, a URL, source code,
 * wrapped or quoted lines, or a documentation's sample with a masked part; each one once. It stops after
 * {@link mostTokens}. What is found may still be broken: `decodeToken` says how. Never throws.
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
