import type { KeychainState } from '../../shared/bridge.ts';

/** Where private keys rest. Buffers that go in or come out belong to the caller, who wipes them. */
export interface KeyVault {
  /** Stores PKCS#8 DER under `keyId`, in place of what was there; until it is stored whole, the old one stays. */
  readonly put: (keyId: string, pkcs8: Uint8Array) => Promise<void>;
  /** @throws ProblemError `keychain/not-found`, `keychain/corrupt`, or why the keychain cannot be used */
  readonly get: (keyId: string) => Promise<Uint8Array>;
  /** Removes the key; one that is not there is no failure. */
  readonly delete: (keyId: string) => Promise<void>;
  /** Ids of the keys that are there, in no particular order. */
  readonly list: () => Promise<readonly string[]>;
  /** Whether keys can be stored now. May make the system ask for the keychain's password; never rejects. */
  readonly status: () => Promise<KeychainState>;
}
