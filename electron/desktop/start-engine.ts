import { randomBytes } from 'node:crypto';
import type { Session } from 'electron';
import { epochMilliseconds } from '../../shared/time.ts';
import { createEngine, type Engine, type HostServices } from '../engine.ts';
import { createHttpClient } from '../http/client.ts';
import { createKeychainVault } from '../keys/keychain-vault.ts';
import { createPinVault } from '../keys/pin-vault.ts';
import type { SecretStore } from '../keys/secret-store.ts';
import { createTokenVault } from '../keys/token-vault.ts';
import { createPracticeCoze } from '../practice/practice-coze.ts';
import { systemSteadyClock, systemTimers } from '../tokens/timers.ts';
import { systemProxy } from './system-proxy.ts';

/** The engine with what a desktop has: its clock and randomness, a keychain and the system's proxy. */
export async function startEngine(
  host: HostServices,
  session: Session,
  keychain: SecretStore,
): Promise<Engine> {
  const clock = { now: () => epochMilliseconds(Date.now()) };
  const http = createHttpClient({ clock, proxyFor: systemProxy(session) });
  const engine = await createEngine({
    host,
    clock,
    randomBytes,
    http,
    vault: createKeychainVault(keychain),
    pins: createPinVault(keychain),
    keptTokens: createTokenVault(keychain),
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
    },
  };
}
