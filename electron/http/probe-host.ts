import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { errorCode } from '../../shared/error-code.ts';

/** The step on the way to a host that failed; `proxy`: to the proxy, whatever the step. */
export type ProbeStep = 'dns' | 'tcp' | 'tls' | 'proxy';

export interface ProbeFailure {
  readonly step: ProbeStep;
  /** As Node names it, for example `ECONNREFUSED`; also `ETIMEDOUT` when nothing came in time. */
  readonly code: string;
}

export interface ProbedCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: string;
}

/** How far a connection to a host comes. No request is sent. */
export interface HostProbe {
  /** Empty when the host is an address itself, or a proxy looks it up. */
  readonly addresses: readonly string[];
  readonly tlsVersion: string | null;
  /** What the host showed, trusted or not. */
  readonly certificate: ProbedCertificate | null;
  /** Null when every step succeeded. */
  readonly failure: ProbeFailure | null;
}

interface Target {
  readonly hostname: string;
  readonly port: number;
}

const defaultPorts: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };

function targetOf(url: URL): Target {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  return { hostname, port: url.port === '' ? (defaultPorts[url.protocol] ?? 1080) : Number(url.port) };
}

function codeOf(thrown: unknown): string {
  if (thrown instanceof AggregateError) return codeOf(thrown.errors[0]);
  return errorCode(thrown);
}

/** Settles with the socket once `event` comes; its owner destroys it. */
function once(socket: Socket, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    socket.once(event, () => resolve());
    socket.once('error', reject);
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
  });
}

async function addressesOf({ hostname }: Target, signal: AbortSignal): Promise<readonly string[]> {
  if (isIP(hostname) !== 0) return [];
  const gone = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const found = await Promise.race([lookup(hostname, { all: true }), gone]);
  return found.map(({ address }) => address);
}

function certificateOf(socket: TLSSocket): ProbedCertificate | null {
  const { subject, issuer, valid_to: validTo } = socket.getPeerCertificate();
  if (subject === undefined) return null;
  return {
    subject: String(subject.CN ?? ''),
    issuer: String(issuer.O ?? issuer.CN ?? ''),
    validTo,
  };
}

interface Found {
  addresses: readonly string[];
  tlsVersion: string | null;
  certificate: ProbedCertificate | null;
}

interface Walk {
  readonly ca: string[] | undefined;
  readonly signal: AbortSignal;
}

/** Ends a connection. Of one that carries TLS only the TLS side may be destroyed: ending the other first crashes Node 20. */
function end(...sockets: readonly Socket[]): void {
  for (const each of sockets) each.on('error', () => undefined);
  sockets.at(-1)?.destroy();
}

async function shakeHands(socket: Socket, target: Target, found: Found, { ca, signal }: Walk): Promise<void> {
  const { hostname } = target;
  const secure = connectTls({
    socket,
    host: hostname,
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    rejectUnauthorized: false,
    ...(ca === undefined ? {} : { ca }),
  });
  try {
    await once(secure, 'secureConnect', signal);
    found.tlsVersion = secure.getProtocol();
    found.certificate = certificateOf(secure);
    const refusal: unknown = secure.authorizationError;
    if (secure.authorized) return;
    const code = refusal instanceof Error ? codeOf(refusal) : String(refusal);
    throw Object.assign(new Error('not trusted'), { code });
  } finally {
    end(socket, secure);
  }
}

async function walk(url: URL, proxied: boolean, found: Found, { ca, signal }: Walk): Promise<void> {
  const target = targetOf(url);
  let step: ProbeStep = 'dns';
  try {
    found.addresses = await addressesOf(target, signal);
    step = 'tcp';
    const socket = connect({ host: target.hostname, port: target.port });
    try {
      await once(socket, 'connect', signal);
    } catch (thrown) {
      end(socket);
      throw thrown;
    }
    if (url.protocol !== 'https:' || proxied) return end(socket);
    step = 'tls';
    await shakeHands(socket, target, found, { ca, signal });
  } catch (thrown) {
    throw Object.assign(new Error('stopped', { cause: thrown }), { step });
  }
}

function hasStep(thrown: unknown): thrown is Error & { readonly step: ProbeStep } {
  return thrown instanceof Error && 'step' in thrown;
}

export interface ProbeOptions {
  readonly signal: AbortSignal;
  /** Milliseconds for all steps together. */
  readonly timeoutMs: number;
  /** The certificates to trust, PEM; those of TLS itself when undefined. */
  readonly ca?: string[] | undefined;
}

/**
 * Walks the way to the host of `url` step by step: name, TCP, and for https TLS with the certificates that requests
 * trust. Behind a proxy only the way to the proxy is walked, since it does the rest. Sends no request.
 *
 * @throws an `AbortError` when `signal` aborts
 */
export async function probeHost(
  url: URL,
  proxy: string | null,
  { signal, timeoutMs, ca }: ProbeOptions,
): Promise<HostProbe> {
  signal.throwIfAborted();
  if (proxy !== null && !URL.canParse(proxy)) {
    const failure = { step: 'proxy', code: 'ERR_INVALID_URL' } as const;
    return { addresses: [], tlsVersion: null, certificate: null, failure };
  }
  const deadline = AbortSignal.timeout(timeoutMs);
  const found: Found = { addresses: [], tlsVersion: null, certificate: null };
  const ends = AbortSignal.any([signal, deadline]);
  try {
    await walk(proxy === null ? url : new URL(proxy), proxy !== null, found, { ca, signal: ends });
    return { ...found, addresses: proxy === null ? found.addresses : [], failure: null };
  } catch (thrown) {
    if (signal.aborted) throw new DOMException('the probe was cancelled', 'AbortError');
    if (!hasStep(thrown)) throw thrown;
    const code = deadline.aborted ? 'ETIMEDOUT' : codeOf(thrown.cause);
    return { ...found, failure: { step: proxy === null ? thrown.step : 'proxy', code } };
  }
}
