import { ProblemError } from '../../shared/problem.ts';
import type { KeyVault } from './key-vault.ts';

export interface MemoryVault extends KeyVault {
  /** Wipes every key, at the end of the run. */
  readonly clear: () => void;
}

/** Keys for this run only, where there is no keychain. Keeps copies of its own and overwrites them with zeros when they go. */
export function createMemoryVault(): MemoryVault {
  const keys = new Map<string, Uint8Array>();
  const wipe = (keyId: string) => {
    keys.get(keyId)?.fill(0);
    keys.delete(keyId);
  };
  return {
    put: async (keyId, pkcs8) => {
      wipe(keyId);
      keys.set(keyId, Uint8Array.from(pkcs8));
    },
    get: async (keyId) => {
      const pkcs8 = keys.get(keyId);
      if (pkcs8 === undefined) throw new ProblemError('keychain/not-found');
      return Uint8Array.from(pkcs8);
    },
    delete: async (keyId) => wipe(keyId),
    list: async () => [...keys.keys()],
    status: async () => 'ready',
    clear: () => {
      for (const keyId of [...keys.keys()]) wipe(keyId);
    },
  };
}
