import type { Readable } from 'node:stream';
import { type Dispatcher, request as undiciRequest } from 'undici';
import { isLoopbackHostname } from '../../shared/coze/region.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';
import { checkUrl } from './check-url.ts';
import { createDispatchers } from './dispatchers.ts';
import { type HttpPhase, httpFailure } from './failure.ts';
import { findHeader } from './find-header.ts';
import { type Certificates, createNetwork, type Network } from './network.ts';
import { type ProxyInUse, proxyParams } from './proxy-in-use.ts';
import { decoded, readBody } from './read-body.ts';
import { followRedirect } from './redirect.ts';
import { lengthHeader, type RequestBody, sendable } from './request-body.ts';
import { shownCertificate } from './shown-certificate.ts';
import { createSilence, untilSilent } from './silence.ts';
import { unlessAborted } from './unless-aborted.ts';
import { type RequestWatch, watched } from './watch-requests.ts';
import { openWebSocket, type SocketAnswer, type SocketListener, type SocketToOpen } from './web-socket.ts';

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

/** A request whose answer is read as it comes. */
export interface StreamRequest extends Pick<HttpRequest, 'method' | 'url' | 'headers' | 'signal'> {
  readonly body: RequestBody;
  /** Milliseconds in which nothing moves, in either direction, after which the request counts as failed. */
  readonly silenceMs: number;
  readonly watch?: RequestWatch;
}

/** An answer whose body has not been read yet. */
export interface StreamedAnswer
  extends Pick<HttpAnswer, 'status' | 'statusText' | 'headers' | 'firstByteMs' | 'url' | 'dateHeader'> {
  /**
   * The bytes after decoding, to be read once; leaving the loop ends the connection. Throws as
   * {@link StreamingClient.open} does.
   */
  readonly body: AsyncIterable<Uint8Array>;
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
  readonly proxyOf: (url: URL, signal: AbortSignal) => Promise<ProxyInUse | null>;
  /** The certificates that connections are checked with now. */
  readonly certificates: () => Promise<Certificates>;
  /** Ends every connection. */
  readonly close: () => Promise<void>;
}

export interface SocketClient {
  /**
   * Connects a WebSocket, over `wss:` or on loopback. Redirects are not followed.
   *
   * @throws ProblemError `http/…`
   * @throws an `AbortError` when `signal` aborts; a socket that is open closes then
   */
  readonly connect: (request: SocketToOpen, listener: SocketListener) => Promise<SocketAnswer>;
}

export interface StreamingClient extends HttpClient, SocketClient {
  /**
   * Sends one request and gives its answer, whatever its status, as soon as its head is there. Redirects are followed as
   * by `send`.
   *
   * @throws ProblemError `http/…`, `input/invalid` for headers that HTTP cannot carry
   * @throws an `AbortError` when `signal` aborts
   */
  readonly open: (request: StreamRequest) => Promise<StreamedAnswer>;
}

export interface HttpClientOptions {
  /** Proxy, certificates and the like; the system's when absent. Loopback is never asked about and never proxied. */
  readonly network?: Network;
  readonly clock: Clock;
  /** Milliseconds since some fixed moment, on a clock that nobody sets; times the phases of requests that are watched. */
  readonly stopwatch?: () => number;
}

/** What is the same for both kinds of requests. */
type CheckedRequest = Pick<HttpRequest, 'method' | 'headers'> & {
  readonly url: URL;
  readonly body: RequestBody;
};

/** How far a request has come. */
interface Journey {
  phase: HttpPhase;
  current: CheckedRequest;
  proxy: ProxyInUse | null;
  certificates: Certificates | null;
  /** Called for each sign of life. */
  readonly heard: () => void;
  readonly watch: RequestWatch | undefined;
}

function startOf(
  request: Omit<CheckedRequest, 'url'> & { readonly url: string },
  heard: () => void,
  watch?: RequestWatch,
): Journey {
  const { method, headers, body } = request;
  const current = { method, headers, body, url: checkUrl(request.url) };
  return { phase: 'answer', current, proxy: null, certificates: null, heard, watch };
}

/** The two ways in which a request is broken off from this side. */
interface Ends {
  readonly cancelled: AbortSignal;
  readonly late: AbortSignal;
}

function toPairs(raw: unknown): readonly Pair[] {
  if (!Array.isArray(raw)) return [];
  return Array.from({ length: raw.length / 2 }, (_, index) => [
    String(raw[2 * index]),
    String(raw[2 * index + 1]),
  ]);
}

/** What `work` gives; when it throws, nobody will read `body`, and its connection ends. */
function letGoOnThrow<Result>(body: Readable, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    body.on('error', () => undefined).destroy();
    throw thrown;
  }
}

/** Milliseconds until a WebSocket is open. */
const longestHandshake = 60_000;

const withoutBody = (method: string, status: number) => method === 'HEAD' || status === 204 || status === 304;

/** The one client for all traffic to servers. */
export function createHttpClient(options: HttpClientOptions): StreamingClient {
  const { network = createNetwork(), clock, stopwatch = () => performance.now() } = options;
  const dispatchers = createDispatchers(stopwatch);

  async function attempt(
    { current, heard, ...journey }: Journey,
    signal: AbortSignal,
    dispatcher: Dispatcher,
  ) {
    const ask = () =>
      undiciRequest(current.url, {
        method: current.method as Dispatcher.HttpMethod,
        headers: [...current.headers, ...lengthHeader(current.body)].flat(),
        body: sendable(current.body, heard),
        dispatcher,
        signal,
        headersTimeout: 0,
        bodyTimeout: 0,
        responseHeaders: 'raw',
      });
    const answer = await watched(journey.watch, journey.proxy !== null, ask);
    return { ...answer, headers: toPairs(answer.headers) };
  }

  /** A proxy script that does not answer holds nobody up for longer than a server that does not. */
  const proxyOf = async (url: URL, signal: AbortSignal) =>
    isLoopbackHostname(url.hostname) ? null : unlessAborted(network.proxyFor(url), signal);

  async function wayOut(journey: Journey, signal: AbortSignal): Promise<Dispatcher> {
    const { url } = journey.current;
    const proxy = await proxyOf(url, signal);
    journey.proxy = proxy;
    const isSecure = url.protocol === 'https:' || proxy !== null;
    const certificates = isSecure ? await unlessAborted(network.certificates(), signal) : null;
    journey.certificates = certificates;
    return dispatchers.get(url, proxy, certificates);
  }

  /** The head of the first answer that is no redirect; `journey` says how far it came. */
  async function arrive(journey: Journey, signal: AbortSignal) {
    const startedAt = clock.now();
    const dispatcher = await wayOut(journey, signal);
    for (let hops = 0; ; hops += 1) {
      journey.phase = 'answer';
      const answer = await attempt(journey, signal, dispatcher);
      const { current, heard } = journey;
      heard();
      const firstByteMs = clock.now() - startedAt;
      journey.phase = 'body';
      const status = answer.statusCode;
      const location = findHeader(answer.headers, 'location');
      const next = letGoOnThrow(answer.body, () =>
        network.followsRedirects()
          ? followRedirect(current, { status, location, hops, at: clock.now() })
          : null,
      );
      if (next !== null) {
        await answer.body.dump({ limit: 65_536, signal });
        journey.current = next;
        continue;
      }
      const encoding = withoutBody(current.method, status)
        ? ''
        : (findHeader(answer.headers, 'content-encoding') ?? '');
      const head = {
        status,
        statusText: answer.statusText,
        headers: answer.headers,
        firstByteMs,
        url: current.url.href,
        dateHeader: findHeader(answer.headers, 'date'),
      };
      return { head, body: answer.body, encoding };
    }
  }

  /** A refusal of TLS, with the certificate that it is about. */
  async function explained(
    { problem, cause }: ProblemError,
    { current, proxy, certificates }: Journey,
    { cancelled }: Ends,
  ): Promise<ProblemError> {
    const { at, params, remedies } = problem;
    const reason = String(params['reason']);
    const refused = {
      url: current.url,
      proxy: proxy?.url ?? null,
      ca: certificates?.ca,
      reason,
      now: clock.now(),
    };
    const shown = await shownCertificate(refused, cancelled);
    const caProblem = certificates?.problem?.params['reason'];
    const caFile = caProblem === undefined ? {} : { caFile: caProblem };
    return new ProblemError('http/tls', { params: { ...params, ...shown, ...caFile }, remedies, at, cause });
  }

  async function failure(thrown: unknown, journey: Journey, ends: Ends): Promise<unknown> {
    if (ends.cancelled.aborted) return new DOMException('the request was cancelled', 'AbortError');
    const { phase, proxy } = journey;
    const { host } = journey.current.url;
    const at = clock.now();
    if (ends.late.aborted) {
      return new ProblemError('http/timeout', {
        params: { host, phase, ...proxyParams(proxy) },
        remedies: ['retry'],
        cause: thrown,
        at,
      });
    }
    if (thrown instanceof ProblemError) return thrown;
    const failed = httpFailure(thrown, { host, phase, proxy, at });
    return failed.problem.code === 'http/tls' ? explained(failed, journey, ends) : failed;
  }

  return {
    close: dispatchers.destroy,
    proxyOf,
    certificates: network.certificates,
    send: async (request) => {
      request.signal.throwIfAborted();
      const startedAt = clock.now();
      const patience = Math.min(request.timeoutMs, network.silenceMs() ?? request.timeoutMs);
      const ends: Ends = { cancelled: request.signal, late: AbortSignal.timeout(patience) };
      const journey = startOf(request, () => undefined);
      try {
        const signal = AbortSignal.any([ends.cancelled, ends.late]);
        const { head, body, encoding } = await arrive(journey, signal);
        const { bytes, truncated } = await readBody(body, encoding, request.maxBytes);
        return { ...head, body: bytes, truncated, totalMs: clock.now() - startedAt };
      } catch (thrown) {
        throw await failure(thrown, journey, ends);
      }
    },
    open: async (request) => {
      request.signal.throwIfAborted();
      const journey = startOf(request, () => silence.heard(), request.watch);
      const silence = createSilence(network.silenceMs() ?? request.silenceMs);
      const ends: Ends = { cancelled: request.signal, late: silence.signal };

      async function* read(body: Readable): AsyncGenerator<Uint8Array> {
        try {
          yield* untilSilent(body as AsyncIterable<Uint8Array>, silence);
        } catch (thrown) {
          throw await failure(thrown, journey, ends);
        } finally {
          body.destroy();
        }
      }

      try {
        const signal = AbortSignal.any([ends.cancelled, ends.late]);
        const { head, body, encoding } = await arrive(journey, signal);
        silence.pause();
        const bytes = decoded(body, encoding);
        // Broken off before anybody reads it, it must not take the process down.
        bytes.on('error', () => undefined);
        return { ...head, body: read(bytes) };
      } catch (thrown) {
        silence.pause();
        throw await failure(thrown, journey, ends);
      }
    },
    connect: async ({ url, headers, signal }, listener) => {
      signal.throwIfAborted();
      const silence = createSilence(network.silenceMs() ?? longestHandshake);
      const ends: Ends = { cancelled: signal, late: silence.signal };
      const handshake = { method: 'GET', url: url.replace(/^ws/, 'http'), headers, body: null };
      const journey = startOf(handshake, () => undefined);
      try {
        const both = AbortSignal.any([ends.cancelled, ends.late]);
        const dispatcher = await wayOut(journey, both);
        return await openWebSocket(dispatcher, { url, headers, signal: both }, listener);
      } catch (thrown) {
        throw await failure(thrown, journey, ends);
      } finally {
        silence.pause();
      }
    },
  };
}
