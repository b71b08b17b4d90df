import { ProblemError } from '../../shared/problem.ts';

type Pair = readonly [name: string, value: string];

/** What the connection decides (RFC 9110 §7.6.1, RFC 9112 §6), and the proxy's credential, which goes with the settings. */
const reserved = new Set([
  'proxy-authorization',
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'keep-alive',
  'te',
  'trailer',
  'expect',
]);

/** `token` of RFC 9110 §5.6.2. */
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The texts in the caller's own headers that no screen and no file may show: credentials, and the values of cookies. */
export function secretsIn(headers: readonly Pair[]): readonly string[] {
  return headers.flatMap(([name, value]) => {
    if (/^authorization$/i.test(name)) return [value, value.slice(value.indexOf(' ') + 1)];
    if (!/^cookie$/i.test(name)) return [];
    return value.split(';').map((cookie) => cookie.slice(cookie.indexOf('=') + 1).trim());
  });
}

/** Why a header cannot be sent; null when it can. */
function reasonAgainst(
  name: string,
  value: string,
): 'reserved' | 'name' | 'line-break' | 'characters' | null {
  if (reserved.has(name.toLowerCase())) return 'reserved';
  if (!headerName.test(name)) return 'name';
  if (/[\r\n]/.test(value)) return 'line-break';
  return /[^\t\x20-\x7e\x80-\xff]/.test(value) ? 'characters' : null;
}

/**
 * The headers to send: the caller's, a JSON content type when there is a body and none was named, and the token.
 *
 * @param token - null for none; then the caller may name a credential of its own
 * @throws ProblemError `input/header` (name, reason) for a reserved name or what HTTP cannot carry,
 * `input/two-credentials` for an `Authorization` beside the token
 */
export function requestHeaders(
  given: readonly Pair[],
  hasBody: boolean,
  token: string | null,
): readonly Pair[] {
  for (const [name, value] of given) {
    const reason = reasonAgainst(name, value);
    if (reason !== null)
      throw new ProblemError('input/header', { params: { name: name.slice(0, 60), reason } });
  }
  if (token !== null && given.some(([name]) => name.toLowerCase() === 'authorization')) {
    throw new ProblemError('input/two-credentials');
  }
  const typed = given.some(([name]) => name.toLowerCase() === 'content-type');
  const contentType: readonly Pair[] = hasBody && !typed ? [['Content-Type', 'application/json']] : [];
  const credential: readonly Pair[] = token === null ? [] : [['Authorization', `Bearer ${token}`]];
  return [...given, ...contentType, ...credential];
}
