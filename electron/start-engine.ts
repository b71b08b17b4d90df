import { randomBytes } from 'node:crypto';
import { epochMilliseconds } from '../shared/time.ts';
import { createEngine, type Engine, type HostServices } from './engine.ts';
import { createClientWhenAsked } from './http/client-when-asked.ts';
import { envProxy, type ProxyFor } from './http/env-proxy.ts';
import { createNetwork } from './http/network.ts';
import { createKeychainVault } from './keys/keychain-vault.ts';
import { createPinVault } from './keys/pin-vault.ts';
import { createProxyVault, passwordsFrom } from './keys/proxy-vault.ts';
import type { SecretStore } from './keys/secret-store.ts';
import { createTokenVault } from './keys/token-vault.ts';
import { createVariableVault } from './keys/variable-vault.ts';
import { createPracticeCoze } from './practice/practice-coze.ts';
import { lockProfile } from './storage/profile-lock.ts';
import { systemSteadyClock, systemTimers } from './tokens/timers.ts';

export interface StartOptions {
  readonly host: HostServices;
  readonly keychain: SecretStore;
  /** The system's proxy; that of the environment when absent. */
  readonly proxyFor?: ProxyFor;
}

/**
 * The engine with what every host has: this machine's clock and randomness, a keychain, and the data folder that the
 * host names, which it has for itself until it is closed.
 *
 * @throws ProblemError `storage/in-use` while another process works on that folder
 */
export async function startEngine({ host, keychain, proxyFor }: StartOptions): Promise<Engine> {
  const clock = { now: () => epochMilliseconds(Date.now()) };
  const lock = await lockProfile(host.info.dataFolder);
  const proxies = createProxyVault(keychain);
  const network = createNetwork({
    systemProxy: proxyFor ?? envProxy(process.env),
    systemSource: proxyFor === undefined ? 'environment' : 'system',
    proxyPassword: passwordsFrom(proxies),
  });
  const http = createClientWhenAsked({ clock, network });
  const engine = await createEngine({
    host,
    clock,
    randomBytes,
    http,
    network,
    proxies,
    vault: createKeychainVault(keychain),
    pins: createPinVault(keychain),
    keptTokens: createTokenVault(keychain),
    variables: createVariableVault(keychain),
    steady: systemSteadyClock,
    timers: systemTimers,
    practice: createPracticeCoze({ clock, randomBytes }),
    dataFolder: host.info.dataFolder,
  });
  return {
    ...engine,
    close: async () => {
      await engine.close();
      await http.close();
      await lock.release();
    },
  };
}
