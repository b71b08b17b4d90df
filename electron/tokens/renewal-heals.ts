import type { Problem, ProblemCode } from '../../shared/problem.ts';

/** What the network does, and a keychain that waits for a person; a portal that redirects is part of the network. */
const passing: ReadonlySet<ProblemCode> = new Set([
  'exchange/rate-limited',
  'http/unreachable',
  'http/tls',
  'http/timeout',
  'http/reset',
  'http/not-http',
  'http/content-encoding',
  'http/redirected',
  'keychain/locked',
  'keychain/timeout',
  'cancelled',
]);

/** Coze's codes for a system that is busy, a rate that is too high, an error of its own (`error-codes.json`). */
const passingCodes: ReadonlySet<unknown> = new Set([4009, 4020, 5000]);

/**
 * Whether the same mint may succeed a little later without anybody doing anything: network, time limits, a server in
 * trouble (5xx, `internal_error`), a rate limit, a keychain that is locked. A refusal for any other reason stays.
 */
export function healsByItself({ code, params, server }: Problem): boolean {
  if (passing.has(code)) return true;
  if (code !== 'exchange/refused' && code !== 'exchange/unexpected') return false;
  if (params['kind'] === 'internal' || passingCodes.has(params['code'])) return true;
  const isRefusalOfKind = code === 'exchange/refused' && params['kind'] !== 'unknown';
  const status = server?.status ?? 0;
  return !isRefusalOfKind && (status >= 500 || status === 408);
}
