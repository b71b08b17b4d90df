import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import tls from 'node:tls';
import { defaultNetwork, type NetworkSettings } from '../../shared/network-settings.ts';
import { type Problem, ProblemError, toProblem } from '../../shared/problem.ts';
import { envProxy, type ProxyFor } from './env-proxy.ts';
import { type OwnCertificates, readOwnCertificates } from './own-certificates.ts';
import { type ProxyInUse, type ProxySource, proxyParams } from './proxy-in-use.ts';
import { trustedCertificates } from './trusted-certificates.ts';

/** The certificates that a TLS connection is checked with. */
export interface Certificates {
  /** Another one whenever `ca` is. */
  readonly id: string;
  /** PEM; undefined where the default of TLS is all there is. */
  readonly ca: string[] | undefined;
  readonly own: OwnCertificates['certificates'];
  /** Why the person's own file is not used. */
  readonly problem: Problem | null;
}

/** How requests leave this machine, as the settings say at the moment of each. */
export interface Network {
  readonly use: (settings: NetworkSettings) => void;
  /** The proxy that leads to `url`; null to connect directly. */
  readonly proxyFor: (url: URL) => Promise<ProxyInUse | null>;
  /** The system's, and those of the person's own file, which is read again when it has changed. */
  readonly certificates: () => Promise<Certificates>;
  readonly followsRedirects: () => boolean;
  /** Milliseconds of silence after which a request has failed; null: as long as it says itself. */
  readonly silenceMs: () => number | null;
}

export interface NetworkOptions {
  /** The system's proxy; that of the environment when absent. */
  readonly systemProxy?: ProxyFor;
  /** What names that proxy; the environment when absent. */
  readonly systemSource?: Exclude<ProxySource, 'own'>;
  /** @throws why the keychain cannot be asked */
  readonly proxyPassword?: (url: string, user: string) => Promise<string>;
}

const noOwn: OwnCertificates = { pem: [], certificates: [] };

function idOf({ pem }: OwnCertificates): string {
  return pem.length === 0 ? 'system' : createHash('sha256').update(pem.join('\n')).digest('hex');
}

/** What identifies the content of a file, as far as that can be known without reading it. */
async function stampOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'gone';
  }
}

export function createNetwork(options: NetworkOptions = {}): Network {
  const {
    systemProxy = envProxy(process.env),
    systemSource = 'environment',
    proxyPassword = async () => '',
  } = options;
  let settings: NetworkSettings | null = null;
  let system: string[] | undefined | null = null;
  let known: { readonly file: string; readonly stamp: string; readonly value: Certificates } | null = null;

  function withSystem(own: OwnCertificates, problem: Problem | null): Certificates {
    if (system === null) system = trustedCertificates();
    const base = own.pem.length === 0 ? system : (system ?? [...tls.rootCertificates]);
    const ca = base === undefined ? undefined : [...base, ...own.pem];
    return { id: idOf(own), ca, own: own.certificates, problem };
  }

  async function withOwn(file: string): Promise<Certificates> {
    try {
      return withSystem(await readOwnCertificates(file), null);
    } catch (thrown) {
      return withSystem(noOwn, toProblem(thrown));
    }
  }

  async function ownProxy({ url, user }: NetworkSettings['proxy']): Promise<string> {
    if (!URL.canParse(url)) {
      throw new ProblemError('http/unreachable', {
        params: { host: url.slice(0, 200), reason: 'proxy-kind', ...proxyParams({ url, source: 'own' }) },
      });
    }
    if (user === '') return url;
    const proxy = new URL(url);
    proxy.username = encodeURIComponent(user);
    proxy.password = encodeURIComponent(await proxyPassword(url, user));
    return proxy.href;
  }

  return {
    use: (given) => {
      settings = given;
    },
    proxyFor: async (url) => {
      const { proxy } = settings ?? defaultNetwork;
      if (proxy.kind === 'none') return null;
      if (proxy.kind === 'own') return { url: await ownProxy(proxy), source: 'own' };
      const named = await systemProxy(url);
      return named === null ? null : { url: named, source: systemSource };
    },
    certificates: async () => {
      const file = settings?.caFile ?? null;
      if (file === null) return withSystem(noOwn, null);
      const stamp = await stampOf(file);
      if (known?.file !== file || known.stamp !== stamp) known = { file, stamp, value: await withOwn(file) };
      return known.value;
    },
    followsRedirects: () => settings?.followRedirects ?? true,
    silenceMs: () => (settings === null ? null : settings.timeoutSeconds * 1000),
  };
}
