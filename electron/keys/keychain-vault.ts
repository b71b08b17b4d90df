import type { KeychainState } from '../../shared/bridge.ts';
import { toProblem } from '../../shared/problem.ts';
import { createKeyIndex } from './key-index.ts';
import type { KeyVault } from './key-vault.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { deleteParted, getParted, hasParted, putParted } from './parted-secret.ts';
import type { SecretStore } from './secret-store.ts';

const entryName = (keyId: string) => `key/${keyId}`;
const statusName = 'status';

export interface KeychainVaultOptions {
  /** Milliseconds that the status question may take. */
  readonly statusTimeoutMs?: number;
}

/**
 * Keys in the system's keychain: PKCS#8 DER in base64url, in parts with a manifest. Calls for one key go one after
 * another. A key's id is entered in the index before its parts are written, so that parts of a put that was cut off
 * are found and removed by a later put of any key.
 */
export function createKeychainVault(store: SecretStore, options: KeychainVaultOptions = {}): KeyVault {
  const { statusTimeoutMs = 3_000 } = options;
  const index = createKeyIndex(store);
  const queue = oneAtATime();
  const busy = new Set<string>();

  const forKey = <T>(keyId: string, task: () => Promise<T>): Promise<T> =>
    queue(keyId, async () => {
      busy.add(keyId);
      try {
        return await task();
      } finally {
        busy.delete(keyId);
      }
    });

  const isLeftover = async (keyId: string) => !busy.has(keyId) && !(await hasParted(store, entryName(keyId)));

  async function removeLeftovers(): Promise<void> {
    for (const keyId of await index.read()) {
      if (!(await isLeftover(keyId))) continue;
      await deleteParted(store, entryName(keyId));
      await index.change((ids) => ids.filter((id) => id !== keyId));
    }
  }

  return {
    put: (keyId, pkcs8) =>
      forKey(keyId, async () => {
        await index.change((ids) => [...ids, keyId]);
        await putParted(store, entryName(keyId), pkcs8);
        await removeLeftovers().catch(() => undefined);
      }),
    get: (keyId) => forKey(keyId, () => getParted(store, entryName(keyId))),
    delete: (keyId) =>
      forKey(keyId, async () => {
        await deleteParted(store, entryName(keyId));
        await index.change((ids) => ids.filter((id) => id !== keyId));
      }),
    list: async () => {
      const present: string[] = [];
      for (const keyId of await index.read())
        if (await hasParted(store, entryName(keyId))) present.push(keyId);
      return present;
    },
    status: () => statusOf(store, statusTimeoutMs),
  };
}

/** Only a write tells whether a Linux keychain is open. */
async function statusOf(store: SecretStore, timeoutMs: number): Promise<KeychainState> {
  try {
    await store.set(statusName, statusName, { timeoutMs });
  } catch (error) {
    switch (toProblem(error).code) {
      case 'keychain/locked':
        return 'locked';
      case 'keychain/denied':
        return 'denied';
      case 'keychain/timeout':
        return 'timeout';
      default:
        return 'unavailable';
    }
  }
  await store.delete(statusName, { timeoutMs }).catch(() => undefined);
  return 'ready';
}
