/**
 * Named texts in the operating system's keychain. Each call throws ProblemError `keychain/unavailable` (reason),
 * `keychain/locked`, `keychain/denied` or `keychain/timeout`.
 */
export interface SecretStore {
  /** Null only if there is no such entry; a locked keychain is a failure. */
  readonly get: (name: string, limits?: CallLimits) => Promise<string | null>;
  readonly set: (name: string, value: string, limits?: CallLimits) => Promise<void>;
  /**
   * Removes the entry; one that is not there is no failure. Nor, on Linux, is a locked keychain: whoever must be sure
   * asks with `get` afterwards.
   */
  readonly delete: (name: string, limits?: CallLimits) => Promise<void>;
}

export interface CallLimits {
  /** Milliseconds after which the call rejects with `keychain/timeout`. */
  readonly timeoutMs?: number;
}
