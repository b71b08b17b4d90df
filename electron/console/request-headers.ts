import { ProblemError } from '../../shared/problem.ts';

type Pair = readonly [name: string, value: string];

/** The app's own: the credential, and what the connection decides (RFC 9110 §7.6.1, RFC 9112 §6). */
const reserved = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
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

/**
 * The headers to send: the caller's, a JSON content type when there is a body and none was named, and the token.
 *
 * @param token - null for no `Authorization` header
 * @throws ProblemError `input/invalid` (path: `headers.<name>`) for a reserved name or what HTTP cannot carry
 */
export function requestHeaders(
  given: readonly Pair[],
  hasBody: boolean,
  token: string | null,
): readonly Pair[] {
  for (const [name, value] of given) {
    if (reserved.has(name.toLowerCase()) || !headerName.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)) {
      throw new ProblemError('input/invalid', { params: { path: `headers.${name.slice(0, 60)}` } });
    }
  }
  const typed = given.some(([name]) => name.toLowerCase() === 'content-type');
  const contentType: readonly Pair[] = hasBody && !typed ? [['Content-Type', 'application/json']] : [];
  const credential: readonly Pair[] = token === null ? [] : [['Authorization', `Bearer ${token}`]];
  return [...given, ...contentType, ...credential];
}
