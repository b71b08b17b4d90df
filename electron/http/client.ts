import { type Dispatcher, request as undiciRequest } from 'undici';
import { isLoopbackHostname } from '../../shared/coze/region.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';
import { createDispatchers } from './dispatchers.ts';
import { envProxy, type ProxyFor } from './env-proxy.ts';
import { type HttpPhase, httpFailure } from './failure.ts';
import { readBody } from './read-body.ts';
import { followRedirect } from './redirect.ts';

type Pair = readonly [name: string, value: string];

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly body: string | Uint8Array | null;
  readonly signal: AbortSignal;
  /** Milliseconds for the whole request, redirects and body included. */
  readonly timeoutMs: number;
  /** Bytes of the body that are kept, after decoding. */
  readonly maxBytes: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  /** In the order and case received; names may repeat. */
  readonly headers: readonly Pair[];
  readonly body: Uint8Array;
  /** True when the body was longer than `maxBytes`. */
  readonly truncated: boolean;
  /** Milliseconds from sending to the first byte of the answer, and to the last. */
  readonly firstByteMs: number;
  readonly totalMs: number;
  /** The URL that answered, after redirects. */
  readonly url: string;
  readonly dateHeader: string | null;
}

export interface HttpClient {
  /**
   * Sends one request and reads its answer, whatever its status. It never retries and never logs.
   *
   * @throws ProblemError `http/…`, `input/invalid` for headers that HTTP cannot carry
   * @throws an `AbortError` when `signal` aborts
   */
  readonly send: (request: HttpRequest) => Promise<HttpAnswer>;
  /** The proxy that a request to `url` takes; null for none. */
  readonly proxyOf: (url: URL, signal: AbortSignal) => Promise<string | null>;
  /** Ends every connection. */
  readonly close: () => Promise<void>;
}

export interface HttpClientOptions {
  /** Which proxy to use; the environment's by default. Loopback is never asked about and never proxied. */
  readonly proxyFor?: ProxyFor;
  readonly clock: Clock;
}

/** The value of the first header called `name` (in lower case), or null. */
export function findHeader(headers: readonly Pair[], name: string): string | null {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1] ?? null;
}

function checkUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHostname(url.hostname));
  if (url === null || !safe || url.username !== '' || url.password !== '') {
    throw new ProblemError('http/url-refused', { params: { url: url === null ? '' : url.host } });
  }
  return url;
}

type CheckedRequest = Omit<HttpRequest, 'url'> & { readonly url: URL };

function toPairs(raw: unknown): readonly Pair[] {
  if (!Array.isArray(raw)) return [];
  return Array.from({ length: raw.length / 2 }, (_, index) => [
    String(raw[2 * index]),
    String(raw[2 * index + 1]),
  ]);
}

/** A proxy script that does not answer holds nobody up for longer than a server that does not. */
async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

const withoutBody = (method: string, status: number) => method === 'HEAD' || status === 204 || status === 304;

/** The one client for all traffic to servers. */
export function createHttpClient({ proxyFor = envProxy(process.env), clock }: HttpClientOptions): HttpClient {
  const dispatchers = createDispatchers();

  async function attempt(request: CheckedRequest, signal: AbortSignal, dispatcher: Dispatcher) {
    const answer = await undiciRequest(request.url, {
      method: request.method as Dispatcher.HttpMethod,
      headers: request.headers.flat(),
      body: request.body,
      dispatcher,
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
      responseHeaders: 'raw',
    });
    return { ...answer, headers: toPairs(answer.headers) };
  }

  const proxyOf = async (url: URL, signal: AbortSignal) =>
    isLoopbackHostname(url.hostname) ? null : unlessAborted(proxyFor(url), signal);

  return {
    close: dispatchers.destroy,
    proxyOf,
    send: async (request) => {
      request.signal.throwIfAborted();
      const startedAt = clock.now();
      const deadline = AbortSignal.timeout(request.timeoutMs);
      const signal = AbortSignal.any([request.signal, deadline]);
      let phase: HttpPhase = 'answer';
      let current: CheckedRequest = { ...request, url: checkUrl(request.url) };
      let proxy: string | null = null;
      try {
        proxy = await proxyOf(current.url, signal);
        const dispatcher = dispatchers.get(current.url, proxy);
        for (let hops = 0; ; hops += 1) {
          phase = 'answer';
          const answer = await attempt(current, signal, dispatcher);
          const firstByteMs = clock.now() - startedAt;
          phase = 'body';
          const location = findHeader(answer.headers, 'location');
          const next = followRedirect(current, {
            status: answer.statusCode,
            location,
            hops,
            at: clock.now(),
          });
          if (next !== null) {
            await answer.body.dump({ limit: 65_536, signal });
            current = next;
            continue;
          }
          const encoding = withoutBody(current.method, answer.statusCode)
            ? ''
            : (findHeader(answer.headers, 'content-encoding') ?? '');
          const { bytes, truncated } = await readBody(answer.body, encoding, request.maxBytes);
          return {
            status: answer.statusCode,
            statusText: answer.statusText,
            headers: answer.headers,
            body: bytes,
            truncated,
            firstByteMs,
            totalMs: clock.now() - startedAt,
            url: current.url.href,
            dateHeader: findHeader(answer.headers, 'date'),
          };
        }
      } catch (thrown) {
        if (request.signal.aborted) throw new DOMException('the request was cancelled', 'AbortError');
        const { host } = current.url;
        if (deadline.aborted) {
          throw new ProblemError('http/timeout', {
            params: { host, phase },
            remedies: ['retry'],
            cause: thrown,
            at: clock.now(),
          });
        }
        if (thrown instanceof ProblemError) throw thrown;
        throw httpFailure(thrown, { host, phase, proxied: proxy !== null, at: clock.now() });
      }
    },
  };
}
