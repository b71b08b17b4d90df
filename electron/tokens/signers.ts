import type { CryptoKey } from 'jose';
import { loadSigner } from './load-signer.ts';

export interface Signers {
  /** The signer of a key; what its private half could not be read for is thrown, and tried again the next time. */
  readonly get: (keyId: string) => Promise<CryptoKey>;
  readonly drop: (keyId: string) => void;
}

/** Loads each key once and keeps it as a handle that cannot be exported; what was read is wiped. */
export function createSigners(readPrivateHalf: (keyId: string) => Promise<Uint8Array>): Signers {
  const loading = new Map<string, Promise<CryptoKey>>();

  async function load(keyId: string): Promise<CryptoKey> {
    const pkcs8 = await readPrivateHalf(keyId);
    try {
      return await loadSigner(pkcs8);
    } finally {
      pkcs8.fill(0);
    }
  }

  return {
    get: (keyId) => {
      const known = loading.get(keyId);
      if (known !== undefined) return known;
      const started = load(keyId);
      loading.set(keyId, started);
      started.catch(() => {
        if (loading.get(keyId) === started) loading.delete(keyId);
      });
      return started;
    },
    drop: (keyId) => {
      loading.delete(keyId);
    },
  };
}
