import path from 'node:path';
import type { Handlers } from '../../shared/bridge.ts';
import type { NetworkSettings } from '../../shared/network-settings.ts';
import type { NetworkState } from '../../shared/network-state.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Network } from '../http/network.ts';
import { shownProxy } from '../http/proxy-in-use.ts';
import { type ProxyVault, passwordsFrom } from '../keys/proxy-vault.ts';
import type { EngineContext } from './context.ts';

type NetworkCalls = Pick<Handlers, 'network.state' | 'network.keepPassword' | 'network.pickCaFile'>;

const proxyProtocols: readonly string[] = ['http:', 'https:', 'socks5:'];

function isProxy(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(text);
  const isBare = username === '' && password === '' && /^\/?$/.test(pathname) && search === '' && hash === '';
  return proxyProtocols.includes(protocol) && hostname !== '' && isBare;
}

/** A share on another computer is no place for it: the system would sign in there by itself. */
function isLocalFile(file: string): boolean {
  return path.isAbsolute(file) && !/^[\\/]{2}/.test(file);
}

/**
 * Refuses network settings that no request could use, or that would carry a password into the profile.
 *
 * @throws ProblemError `network/proxy-invalid`, `network/ca-unreadable` (reason not-absolute)
 */
export function checkNetwork({ proxy, caFile }: NetworkSettings): void {
  const isNeeded = proxy.kind === 'own' || proxy.url !== '';
  if (isNeeded && !isProxy(proxy.url)) throw new ProblemError('network/proxy-invalid');
  if (caFile !== null && !isLocalFile(caFile)) {
    throw new ProblemError('network/ca-unreadable', { params: { file: caFile, reason: 'not-absolute' } });
  }
}

const anyApi = 'https://api.coze.cn';
const patienceMs = 2000;

/** What the network settings come to, and what of them is no setting: the proxy's password. */
export function networkHandlers(
  { host, http, keychain, practice, profile }: EngineContext,
  network: Network,
  proxies: ProxyVault,
): NetworkCalls {
  const passwordOf = passwordsFrom(proxies);

  async function currentApi(): Promise<string> {
    const { apps, currentAppId } = profile.get();
    const app = apps.find(({ id }) => id === currentAppId);
    if (app === undefined) return anyApi;
    const hosts = await practice.hostsUnlessStopped(app).catch(() => null);
    return hosts?.api ?? anyApi;
  }

  async function proxyInForce(): Promise<string | null> {
    try {
      const url = new URL(await currentApi());
      const proxy = await http.proxyOf(url, AbortSignal.timeout(patienceMs));
      return proxy === null ? null : shownProxy(proxy.url);
    } catch {
      return null;
    }
  }

  return {
    'network.state': async (): Promise<NetworkState> => {
      const { proxy } = profile.get().settings.network;
      const { own, problem } = await network.certificates();
      const password =
        proxy.kind === 'own' && proxy.user !== '' ? passwordOf(proxy.url, proxy.user) : Promise.resolve('');
      return {
        certificates: [...own],
        caProblem: problem,
        proxy: await proxyInForce(),
        hasPassword: await password.then(
          (text) => text !== '',
          () => null,
        ),
      };
    },
    'network.keepPassword': async ({ url, user, password }) => {
      const kept = password === '' ? [] : [{ url, user, password }];
      await keychain.during(proxies.write(kept));
      return null;
    },
    'network.pickCaFile': async () => {
      const file = (await host.pickPath?.()) ?? null;
      return file === null ? null : { path: file };
    },
  };
}
