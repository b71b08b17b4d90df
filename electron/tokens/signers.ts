import type { CryptoKey } from 'jose';
import type { SigningAlgorithm } from '../../shared/jwt/signing-algorithms.ts';
import { loadSigner } from './load-signer.ts';

export interface Signers {
  /**
   * The signer of a key for one algorithm; what its private half could not be read for is thrown, and tried again the
   * next time.
   */
  readonly get: (keyId: string, algorithm: SigningAlgorithm) => Promise<CryptoKey>;
  /** Forgets the signers of a key, of every algorithm. */
  readonly drop: (keyId: string) => void;
}

type Loading = Map<SigningAlgorithm, Promise<CryptoKey>>;

/**
 * Loads each key once for each algorithm that it is asked for, and keeps it as a handle that cannot be exported; what
 * was read is wiped.
 */
export function createSigners(readPrivateHalf: (keyId: string) => Promise<Uint8Array>): Signers {
  const keys = new Map<string, Loading>();

  async function load(keyId: string, algorithm: SigningAlgorithm): Promise<CryptoKey> {
    const pkcs8 = await readPrivateHalf(keyId);
    try {
      return await loadSigner(pkcs8, algorithm);
    } finally {
      pkcs8.fill(0);
    }
  }

  return {
    get: (keyId, algorithm) => {
      const loading: Loading = keys.get(keyId) ?? new Map();
      const known = loading.get(algorithm);
      if (known !== undefined) return known;
      const started = load(keyId, algorithm);
      keys.set(keyId, loading.set(algorithm, started));
      started.catch(() => {
        if (loading.get(algorithm) === started) loading.delete(algorithm);
      });
      return started;
    },
    drop: (keyId) => {
      keys.delete(keyId);
    },
  };
}
