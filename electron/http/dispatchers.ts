import { Agent, buildConnector, type Dispatcher, ProxyAgent } from 'undici';
import { ProblemError } from '../../shared/problem.ts';
import { noteConnecting } from './connect-times.ts';
import { trustedCertificates } from './trusted-certificates.ts';

const connectTimeout = 15_000;

/** Connection pools, one for each way out of this machine. */
export interface Dispatchers {
  /** @throws ProblemError `http/unreachable` (reason proxy-kind) for a proxy of an unknown kind */
  readonly get: (url: URL, proxy: string | null) => Dispatcher;
  /** Ends every connection, also those in use. */
  readonly destroy: () => Promise<void>;
}

/**
 * Makes pools when they are first needed; reading the system's certificates takes a while on some machines.
 *
 * @param stopwatch - milliseconds; times the steps of each connection
 */
export function createDispatchers(stopwatch: () => number): Dispatchers {
  const pools = new Map<string, Dispatcher>();
  let certificates: { readonly ca?: string[] } | null = null;

  function trust(): { readonly ca?: string[] } {
    if (certificates === null) {
      const ca = trustedCertificates();
      certificates = ca === undefined ? {} : { ca };
    }
    return certificates;
  }

  function make(url: URL, proxy: string | null): Dispatcher {
    if (proxy === null) {
      const tls = url.protocol === 'https:' ? trust() : {};
      const connect = buildConnector({ timeout: connectTimeout, ...tls });
      return new Agent({
        connect: (options, callback) => noteConnecting(connect(options, callback), stopwatch),
      });
    }
    if (!URL.canParse(proxy) || !/^(?:https?|socks5?):$/.test(new URL(proxy).protocol)) {
      throw new ProblemError('http/unreachable', { params: { host: url.host, reason: 'proxy-kind' } });
    }
    return new ProxyAgent({
      uri: proxy,
      requestTls: { timeout: connectTimeout, ...trust() },
      proxyTls: { timeout: connectTimeout, ...trust() },
    });
  }

  return {
    get: (url, proxy) => {
      const name = proxy ?? url.protocol;
      const pool = pools.get(name) ?? make(url, proxy);
      pools.set(name, pool);
      return pool;
    },
    destroy: async () => {
      const all = [...pools.values()];
      pools.clear();
      await Promise.all(all.map((pool) => pool.destroy()));
    },
  };
}
