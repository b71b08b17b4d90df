import type { KeychainState } from '../../shared/bridge.ts';
import type { SigningKey } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Remedy } from '../../shared/remedies.ts';
import type { KeyVault } from '../keys/key-vault.ts';
import type { KeychainWatch } from './keychain-watch.ts';

type Hold = 'keychain' | 'this-run';

/** The private halves of all keys: in the keychain, or in memory for this run. */
export interface PrivateHalves {
  /** @throws ProblemError `keychain/…` with remedies */
  readonly put: (keyId: string, pkcs8: Uint8Array, hold: Hold) => Promise<void>;
  /** The buffer belongs to the caller. @throws ProblemError `keychain/…` with remedies */
  readonly get: (key: Pick<SigningKey, 'id' | 'held'>) => Promise<Uint8Array>;
  /** Of a key that is gone, what a run that was killed may have left in the keychain. */
  readonly delete: (key: Pick<SigningKey, 'id' | 'held'>) => Promise<void>;
  /** Asks the keychain for its state. */
  readonly probe: () => Promise<KeychainState>;
}

const lost = new Set(['keychain/not-found', 'keychain/corrupt']);

/** True when the private half is not there any more, as opposed to out of reach for now. */
export function isLost(thrown: unknown): boolean {
  return thrown instanceof ProblemError && lost.has(thrown.problem.code);
}

/** Joins the keychain and the memory of this run. */
export function createPrivateHalves(
  vaults: { readonly keychain: KeyVault; readonly memory: KeyVault },
  watch: KeychainWatch,
): PrivateHalves {
  const inKeychain = <Value>(work: Promise<Value>, remedies: readonly Remedy[]) =>
    watch.during(work, (problem) => (lost.has(problem.code) ? ['add-key'] : remedies));

  return {
    put: (keyId, pkcs8, hold) =>
      hold === 'this-run'
        ? vaults.memory.put(keyId, pkcs8)
        : inKeychain(vaults.keychain.put(keyId, pkcs8), ['retry', 'hold-for-this-run']),
    get: async ({ id, held }) => {
      switch (held) {
        case 'keychain':
          return inKeychain(vaults.keychain.get(id), ['retry']);
        case 'this-run':
          return vaults.memory.get(id);
        case 'gone':
          throw new ProblemError('keychain/not-found', { remedies: ['add-key'] });
      }
    },
    delete: async ({ id, held }) => {
      if (held === 'keychain') await inKeychain(vaults.keychain.delete(id), ['retry']);
      if (held === 'this-run') await vaults.memory.delete(id);
      if (held === 'gone') await vaults.keychain.delete(id).catch(() => undefined);
    },
    probe: async () => watch.learn(await vaults.keychain.status()),
  };
}
