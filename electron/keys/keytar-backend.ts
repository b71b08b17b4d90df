import { keychainFailure, keychainTimeout, keychainUnavailable } from './keychain-failure.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { CallLimits, SecretStore } from './secret-store.ts';

type Keytar = typeof import('keytar');

export interface KeytarOptions {
  /** The name that entries stand under in the system's keychain app. */
  readonly service: string;
  /** Milliseconds for each call; a locked keychain waits for a person as long as it likes. */
  readonly timeoutMs?: number;
  readonly platform?: NodeJS.Platform;
  readonly load?: () => Promise<Keytar>;
}

export interface KeytarStore extends SecretStore {
  /**
   * True while a call hangs inside the system. It occupies one thread, and the process cannot end in the usual way
   * until it returns (a D-Bus call: 25 s; a prompt: never).
   */
  readonly isHanging: () => boolean;
}

export const keychainService = 'Coze Mint';
const defaultTimeoutMs = 10_000;
const probeName = 'probe';

/**
 * The system's keychain by way of keytar. Two things about keytar on Linux that this is built around: reading from a
 * locked collection says "no entry" (so that answer is confirmed by writing a probe), and `findCredentials` on one
 * takes the process down (so nothing is ever listed). Calls go one after another, so that a keychain that hangs holds
 * one thread of the pool and not all of them.
 */
export function createKeytarStore(options: KeytarOptions): KeytarStore {
  const { service, timeoutMs: usualTimeoutMs = defaultTimeoutMs, platform = process.platform } = options;
  const load = once(() => loadOrExplain(options.load ?? importKeytar));
  const queue = oneAtATime();
  let running = 0;

  async function call<T>(limits: CallLimits | undefined, native: (keytar: Keytar) => Promise<T>): Promise<T> {
    let isLate = false;
    const queued = queue('keytar', async () => {
      if (isLate) throw keychainTimeout();
      const keytar = await load();
      running += 1;
      try {
        return await native(keytar);
      } catch (error) {
        throw keychainFailure(error);
      } finally {
        running -= 1;
      }
    });
    return within(limits?.timeoutMs ?? usualTimeoutMs, queued, () => {
      isLate = true;
    });
  }

  const confirmNothingThere = async (keytar: Keytar) => {
    if (platform !== 'linux') return;
    await keytar.setPassword(service, probeName, probeName);
    await keytar.deletePassword(service, probeName);
  };

  return {
    get: (name, limits) =>
      call(limits, async (keytar) => {
        const value = await keytar.getPassword(service, name);
        if (value === null) await confirmNothingThere(keytar);
        return value;
      }),
    set: (name, value, limits) => call(limits, (keytar) => keytar.setPassword(service, name, value)),
    delete: (name, limits) =>
      call(limits, async (keytar) => {
        await keytar.deletePassword(service, name);
      }),
    isHanging: () => running > 0,
  };
}

async function importKeytar(): Promise<Keytar> {
  const loaded: Keytar & { readonly default?: Keytar } = await import('keytar');
  return loaded.default ?? loaded;
}

/** keytar is an optional dependency: its install may have failed, or its binary may not fit this system. */
async function loadOrExplain(load: () => Promise<Keytar>): Promise<Keytar> {
  try {
    return await load();
  } catch (error) {
    throw keychainUnavailable('not-built', error);
  }
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load();
    return loading;
  };
}

function within<T>(timeoutMs: number, promise: Promise<T>, onLate: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onLate();
      reject(keychainTimeout());
    }, timeoutMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
