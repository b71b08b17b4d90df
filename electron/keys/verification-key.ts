import type { KeyObject } from 'node:crypto';

/** One key that may have made a signature. Never a private key. */
export interface CandidateKey {
  /** `kid` of the JWK; null for PEM and DER. */
  readonly kid: string | null;
  /** `alg` of the JWK, which binds the key to it (RFC 7517 §4.4). */
  readonly alg: string | null;
  /** Public, or secret when it came from a JWK of type `oct`. */
  readonly key: KeyObject;
}

/** Why nothing can be checked with what was given as a key. */
export type KeyRefusal = 'key-empty' | 'key-unreadable' | 'key-encrypted' | 'key-text-as-secret';

/** What a signature is checked with. */
export type VerificationKey =
  | { readonly kind: 'keys'; readonly keys: readonly CandidateKey[] }
  | { readonly kind: 'secret'; readonly key: KeyObject }
  | { readonly kind: 'refused'; readonly reason: KeyRefusal };

export function refusedKey(reason: KeyRefusal): VerificationKey {
  return { kind: 'refused', reason };
}
