import { once } from 'node:events';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { isoDate } from './own-certificates.ts';

/** The certificate for which a TLS connection was refused, as parameters of a problem. */
export interface ShownCertificate {
  readonly certSubject: string;
  readonly certIssuer: string;
  /** ISO 8601. */
  readonly certFrom: string;
  readonly certTo: string;
  /** SHA-256. */
  readonly certFingerprint: string;
  /** The names that it is for; empty for an authority. */
  readonly certNames: string;
  /** Its place in the chain, from 0 for the server's own. */
  readonly certDepth: number;
}

export interface RefusedConnection {
  readonly url: URL;
  readonly proxy: string | null;
  readonly ca: string[] | undefined;
  /** Why it was refused, as OpenSSL names it. */
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Milliseconds that a person waits longer for the reason of a failure. */
const patienceMs = 3000;
const longestChain = 10;

function isAddress(hostname: string): boolean {
  return isIP(hostname) !== 0;
}

const bare = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '');
const portOf = ({ port, protocol }: URL) => Number(port || (protocol === 'https:' ? 443 : 80));

function openSocket(proxy: URL, ca: string[] | undefined): Socket {
  const host = bare(proxy);
  const port = portOf(proxy);
  if (proxy.protocol === 'http:') return connectTcp({ host, port });
  const name = isAddress(host) ? {} : { servername: host };
  return connect({ host, port, ...name, ...(ca === undefined ? {} : { ca }) });
}

function askForTunnel(url: URL, { username, password }: URL): string {
  const host = `${url.hostname}:${portOf(url)}`;
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const basic = Buffer.from(credentials).toString('base64');
  const authorization = username === '' ? '' : `Proxy-Authorization: Basic ${basic}\r\n`;
  return `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n${authorization}\r\n`;
}

/** Bytes of the head of an answer. */
const longestHead = 16_384;

/** A tunnel through an HTTP proxy (RFC 9110 §9.3.6); null through any other kind. */
async function tunnel(
  url: URL,
  proxy: URL,
  ca: string[] | undefined,
  signal: AbortSignal,
): Promise<Socket | null> {
  if (!/^https?:$/.test(proxy.protocol)) return null;
  const socket = openSocket(proxy, ca);
  signal.addEventListener('abort', () => socket.destroy(), { once: true });
  try {
    await once(socket, proxy.protocol === 'http:' ? 'connect' : 'secureConnect', { signal });
    socket.on('error', () => undefined);
    socket.write(askForTunnel(url, proxy));
    let head = '';
    while (!head.includes('\r\n\r\n') && head.length < longestHead) {
      const [chunk] = await once(socket, 'data', { signal });
      head += String(chunk);
    }
    socket.pause();
    if (/^HTTP\/1\.[01] 200\b/.test(head)) return socket;
    throw new Error('no tunnel');
  } catch (thrown) {
    socket.destroy();
    throw thrown;
  }
}

/** Shakes hands without trusting anybody; nothing is sent over the connection. */
function handshake(url: URL, through: Socket | null, ca: string[] | undefined, signal: AbortSignal) {
  const host = bare(url);
  return new Promise<TLSSocket>((resolve, reject) => {
    const socket = connect({
      ...(through === null ? { port: portOf(url) } : { socket: through }),
      host,
      ...(isAddress(host) ? {} : { servername: host }),
      rejectUnauthorized: false,
      ...(ca === undefined ? {} : { ca }),
    });
    const leave = () => socket.destroy(new DOMException('too late', 'AbortError'));
    signal.addEventListener('abort', leave, { once: true });
    socket.once('secureConnect', () => resolve(socket));
    socket.on('error', reject);
    if (signal.aborted) leave();
  });
}

function chainOf(socket: TLSSocket): readonly DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.fingerprint256 !== undefined && chain.length < longestChain) {
    const { fingerprint256 } = next;
    if (chain.some((certificate) => certificate.fingerprint256 === fingerprint256)) break;
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
}

/** Which one of the chain is meant: OpenSSL says what is wrong, but not with which. */
function blamed(chain: readonly DetailedPeerCertificate[], reason: string, now: number): number {
  switch (reason) {
    case 'CERT_HAS_EXPIRED':
      return chain.findIndex(({ valid_to }) => Date.parse(valid_to) < now);
    case 'CERT_NOT_YET_VALID':
      return chain.findIndex(({ valid_from }) => Date.parse(valid_from) > now);
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return chain.length - 1;
    default:
      return 0;
  }
}

function nameOf(name: DetailedPeerCertificate['subject'] | undefined): string {
  return Object.entries(name ?? {})
    .map(([type, value]) => `${type}=${Array.isArray(value) ? value.join('+') : value}`)
    .join(', ')
    .slice(0, 300);
}

/**
 * Looks at the certificates of a server whose connection was refused, by shaking hands once more and sending nothing.
 *
 * @returns null when it does not show them in 3 s
 */
export async function shownCertificate(
  { url, proxy, ca, reason, now }: RefusedConnection,
  cancelled: AbortSignal,
): Promise<ShownCertificate | null> {
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(patienceMs)]);
  try {
    const through = proxy === null ? null : await tunnel(url, new URL(proxy), ca, signal);
    if (proxy !== null && through === null) return null;
    const socket = await handshake(url, through, ca, signal);
    const chain = chainOf(socket);
    socket.destroy();
    const depth = Math.max(0, blamed(chain, reason, now));
    const certificate = chain[depth];
    if (certificate === undefined) return null;
    return {
      certSubject: nameOf(certificate.subject),
      certIssuer: nameOf(certificate.issuer),
      certFrom: isoDate(certificate.valid_from),
      certTo: isoDate(certificate.valid_to),
      certFingerprint: certificate.fingerprint256,
      certNames: (certificate.subjectaltname ?? '').slice(0, 300),
      certDepth: depth,
    };
  } catch {
    return null;
  }
}
