import { Agent, buildConnector, type Dispatcher, ProxyAgent } from 'undici';
import { ProblemError } from '../../shared/problem.ts';
import { noteConnecting } from './connect-times.ts';
import type { Certificates } from './network.ts';
import { type ProxyInUse, proxyParams } from './proxy-in-use.ts';

const connectTimeout = 15_000;

/** Connection pools, one for each way out of this machine. */
export interface Dispatchers {
  /**
   * With other certificates than the last time the connections that were there end as soon as they are idle.
   *
   * @throws ProblemError `http/unreachable` (reason proxy-kind) for a proxy of an unknown kind
   */
  readonly get: (url: URL, proxy: ProxyInUse | null, certificates: Certificates | null) => Dispatcher;
  /** Ends every connection, also those in use. */
  readonly destroy: () => Promise<void>;
}

/** @param stopwatch - milliseconds; times the steps of each connection */
export function createDispatchers(stopwatch: () => number): Dispatchers {
  const pools = new Map<string, Dispatcher>();
  let trusted = '';

  function make(url: URL, proxy: ProxyInUse | null, ca: string[] | undefined): Dispatcher {
    const tls = { timeout: connectTimeout, ...(ca === undefined ? {} : { ca }) };
    if (proxy === null) {
      const connect = buildConnector(tls);
      return new Agent({
        connect: (options, callback) => noteConnecting(connect(options, callback), stopwatch),
      });
    }
    if (!URL.canParse(proxy.url) || !/^(?:https?|socks5?):$/.test(new URL(proxy.url).protocol)) {
      const params = { host: url.host, reason: 'proxy-kind', ...proxyParams(proxy) };
      throw new ProblemError('http/unreachable', { params });
    }
    return new ProxyAgent({ uri: proxy.url, requestTls: tls, proxyTls: tls });
  }

  function forgetOthersThan(id: string): void {
    if (trusted === id) return;
    trusted = id;
    for (const [name, pool] of pools) {
      if (name === 'http:') continue;
      pools.delete(name);
      void pool.close().catch(() => undefined);
    }
  }

  return {
    get: (url, proxy, certificates) => {
      if (certificates !== null) forgetOthersThan(certificates.id);
      const name = proxy?.url ?? url.protocol;
      const pool = pools.get(name) ?? make(url, proxy, certificates?.ca);
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
