import { ProblemError } from '../../shared/problem.ts';
import type { EpochMilliseconds } from '../../shared/time.ts';
import { type ProxyInUse, proxyParams } from './proxy-in-use.ts';

/** How far a request had come. */
export type HttpPhase = 'answer' | 'body';

const unreachable: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['EAI_FAIL', 'dns'],
  ['ECONNREFUSED', 'refused'],
  ['ENETUNREACH', 'network'],
  ['EHOSTUNREACH', 'network'],
  ['ENETDOWN', 'network'],
  ['EHOSTDOWN', 'network'],
  ['EADDRNOTAVAIL', 'network'],
  ['EACCES', 'network'],
  ['EPERM', 'network'],
]);

const timeouts: ReadonlyMap<string, 'connect' | HttpPhase> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
  ['ETIMEDOUT', 'connect'],
  ['UND_ERR_HEADERS_TIMEOUT', 'answer'],
  ['UND_ERR_BODY_TIMEOUT', 'body'],
]);

const tlsCode =
  /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_|ERR_SSL_|EPROTO$|HOSTNAME_MISMATCH$|INVALID_CA$)/;

function codesOf(thrown: unknown, depth = 0): readonly string[] {
  if (!(thrown instanceof Error) || depth > 4) return [];
  const own = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : [];
  const parts = thrown instanceof AggregateError ? thrown.errors : [];
  return [...own, ...[thrown.cause, ...parts].flatMap((inner) => codesOf(inner, depth + 1))];
}

/** The same of the proxy itself; whatever else goes wrong on the way to it is `proxy`. */
const throughProxy: ReadonlyMap<string, string> = new Map([
  ['dns', 'proxy-dns'],
  ['refused', 'proxy-refused'],
]);

/** What the proxy answered to `CONNECT`, which undici tells in its message only; null when that is not what failed. */
function proxyStatus(thrown: unknown, depth = 0): number | null {
  if (!(thrown instanceof Error) || depth > 4) return null;
  const [, status] = /^Proxy response \((\d{3})\)/.exec(thrown.message) ?? [];
  return status === undefined ? proxyStatus(thrown.cause, depth + 1) : Number(status);
}

/** A certificate that somebody may trust by a file of their own. */
const untrusted =
  /^(?:SELF_SIGNED_|DEPTH_ZERO_SELF_|UNABLE_TO_|CERT_(?:UNTRUSTED|SIGNATURE_FAILURE)|INVALID_CA$)/;

/** What undici's parser says an answer did against HTTP; null when that is not what failed. */
function brokenRule(thrown: unknown, depth = 0): string | null {
  if (!(thrown instanceof Error) || depth > 4) return null;
  if (thrown.name !== 'HTTPParserError') return brokenRule(thrown.cause, depth + 1);
  const [, rule = thrown.name] = /\(([\w ,/.-]{1,100})\)$/.exec(thrown.message) ?? [];
  return /\bEOF\b/.test(rule) ? null : rule;
}

/** What zlib and brotli say of bytes that are not theirs. */
const notDecoded = /^(?:Z_(?:DATA|BUF|STREAM)_ERROR|Z_NEED_DICT|ERR__?(?:ERROR_FORMAT|BROTLI|PADDING)\w*)$/;

/** Where a request was going when it failed. */
export interface FailedRequest {
  readonly host: string;
  readonly phase: HttpPhase;
  /** Null when it went there directly. */
  readonly proxy: ProxyInUse | null;
  /** When it failed, on the local clock. */
  readonly at?: EpochMilliseconds;
}

/** What undici calls every socket that broke; the system's own word for it says more. */
const general: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'UND_ERR_ABORTED']);

/**
 * The problem behind an error of undici or of a socket: `http/tls`, `http/timeout`, `http/unreachable`,
 * `http/too-large` (headers), `http/not-http`,
 * `http/content-encoding`, `input/invalid` (a header that HTTP cannot carry) or, for everything that broke on the
 * way, `http/reset`. Its `systemCode` is the error as the system or OpenSSL names it, for example `ECONNREFUSED`.
 */
export function httpFailure(thrown: unknown, { host, phase, proxy, at }: FailedRequest): ProblemError {
  const codes = codesOf(thrown);
  const proxied = proxy !== null;
  const named = codes.find((code) => !general.has(code));
  const details = (params: Readonly<Record<string, string | number>>, systemCode = named) =>
    ({
      params: { host, ...params, ...proxyParams(proxy), ...(systemCode === undefined ? {} : { systemCode }) },
      remedies: ['retry'],
      cause: thrown,
      at,
    }) as const;

  const tls = codes.find((code) => tlsCode.test(code));
  if (tls !== undefined) {
    const failed = details({ reason: tls }, tls);
    const remedies = untrusted.test(tls) ? (['add-ca-file', 'retry'] as const) : failed.remedies;
    return new ProblemError('http/tls', { ...failed, remedies });
  }
  for (const code of codes) {
    const timeout = timeouts.get(code);
    if (timeout !== undefined) return new ProblemError('http/timeout', details({ phase: timeout }, code));
    const reason = unreachable.get(code);
    if (reason !== undefined) {
      return new ProblemError(
        'http/unreachable',
        details({ reason: proxied ? (throughProxy.get(reason) ?? 'proxy') : reason }, code),
      );
    }
  }
  if (codes.includes('UND_ERR_INVALID_ARG')) {
    return new ProblemError('input/invalid', { params: { path: 'headers' }, cause: thrown });
  }
  if (codes.includes('UND_ERR_HEADERS_OVERFLOW') || codes.includes('HPE_HEADER_OVERFLOW')) {
    return new ProblemError('http/too-large', details({ limit: 16_384 }));
  }
  const [broken] = codes.filter((code) => notDecoded.test(code));
  if (broken !== undefined) return new ProblemError('http/content-encoding', details({}, broken));
  const reason = brokenRule(thrown);
  if (reason !== null) return new ProblemError('http/not-http', details({ phase, reason }));
  if (proxied && phase === 'answer' && codes.includes('UND_ERR_ABORTED')) {
    const status = proxyStatus(thrown);
    const answer = status === null ? { reason: 'proxy' } : { reason: 'proxy-answer', proxyStatus: status };
    return new ProblemError('http/unreachable', details(answer));
  }
  return new ProblemError('http/reset', details({ phase }));
}
