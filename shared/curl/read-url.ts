import { type CurlFinding, curlFinding } from './curl-finding.ts';
import type { Pair } from './http-request.ts';
import { isOpenValue } from './open-value.ts';
import type { Given } from './read-arguments.ts';

export interface ReadUrl {
  /** Null where the text has a variable in its place. */
  readonly origin: string | null;
  /** Percent-encoded, starts with `/`. */
  readonly path: string;
  readonly query: readonly Pair[];
  /** `name:password` of the URL. */
  readonly user: string | null;
  /** A token that stood in the query. */
  readonly token: string | null;
  readonly findings: readonly CurlFinding[];
}

/** A variable in place of scheme and host, as in `$COZE_API_BASE/v3/chat` or `{{base_url}}/v3/chat`. */
const openOrigin =
  /^(?:\$\{?(?:env:)?\w{1,60}\}?|\{\{[^{}]{1,60}\}\}|%\w{1,60}%|<[^<>]{1,60}>|https?:\/\/(?:\$\{?\w{1,60}\}?|\{\{[^{}]{1,60}\}\}))(?=\/|$)/i;

const globs = /\{[^{}]*,[^{}]*\}|\[\w+-\w+(?::\d+)?\]/;

const longestGlob = 4096;

/** `<https://…>`, as a text has it around a URL. */
function withoutBrackets(text: string): string {
  return /^<https?:/i.test(text) && text.endsWith('>') ? text.slice(1, -1) : text;
}

function decodePart(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** The pairs of a query, decoded once. `isExact` is false where it was not UTF-8: such pairs stay as they are. */
export function readQuery(text: string): { readonly pairs: readonly Pair[]; readonly isExact: boolean } {
  let isExact = true;
  const decode = (part: string): string => {
    const decoded = decodePart(part.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
    if (decoded === null) isExact = false;
    return decoded ?? part;
  };
  const pairs = text
    .split('&')
    .filter((part) => part !== '')
    .map((part): Pair => {
      const equals = part.indexOf('=');
      return equals === -1
        ? [decode(part), '']
        : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
  return { pairs, isExact };
}

function isTokenPair([name, value]: Pair): boolean {
  const isNamed = /^access_token$/i.test(name) || (/^authorization$/i.test(name) && /^bearer\s/i.test(value));
  return isNamed && !isOpenValue(value.replace(/^bearer\s+/i, ''));
}

function decodeUser(text: string): string {
  return decodePart(text.replaceAll('+', '%2B')) ?? text;
}

/**
 * Reads the URL as curl takes it: blanks around it do not count, a fragment is not sent. Without a scheme it is taken
 * for https, not for http as curl does.
 *
 * @param added - what `-G` and `--url-query` put behind the query
 * @returns null for what is no http URL
 */
export function readUrl({ value, place }: Given, added: string, isGlobOff: boolean): ReadUrl | null {
  const text = withoutBrackets(value.trim());
  const findings: CurlFinding[] = [];
  const note = (code: CurlFinding['code']) => findings.push(curlFinding(code, place));

  const open = openOrigin.exec(text)?.[0] ?? null;
  if (open !== null) note('host-open');
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  if (open === null && !hasScheme) note('url-without-scheme');
  const rest = open === null ? text : text.slice(open.length);
  const absolute = open === null ? (hasScheme ? text : `https://${text}`) : `https://host.invalid${rest}`;
  if (!URL.canParse(absolute)) return null;
  const url = new URL(absolute);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') return null;
  if (!isGlobOff && globs.test(text.slice(0, longestGlob))) note('url-glob');

  const { pairs, isExact } = readQuery([url.search.slice(1), added].filter((part) => part !== '').join('&'));
  if (!isExact) note('query-not-utf8');
  const token = pairs.find(isTokenPair)?.[1].replace(/^bearer\s+/i, '') ?? null;
  const user = url.username === '' ? null : `${decodeUser(url.username)}:${decodeUser(url.password)}`;
  if (token !== null || user !== null) note('token-in-url');
  return {
    origin: open === null ? url.origin : null,
    path: url.pathname,
    query: token === null ? pairs : pairs.filter((pair) => !isTokenPair(pair)),
    user,
    token,
    findings,
  };
}
