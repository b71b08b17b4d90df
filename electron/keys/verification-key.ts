import type { KeyObject } from 'node:crypto';
import type { KeyRefusal } from '../../shared/jwt/signature-check.ts';

/** One key that may have made a signature. Never a private key. */
export interface CandidateKey {
  /** `kid` of the JWK; null for PEM and DER. */
  readonly kid: string | null;
  /** `alg` of the JWK, which binds the key to it (RFC 7517 §4.4). */
  readonly alg: string | null;
  /** Public, or secret when it came from a JWK of type `oct`. */
  readonly key: KeyObject;
}

/** What a signature is checked with. */
export type VerificationKey =
  | { readonly kind: 'keys'; readonly keys: readonly CandidateKey[] }
  | { readonly kind: 'secret'; readonly key: KeyObject }
  | { readonly kind: 'refused'; readonly reason: KeyRefusal };

export function refusedKey(reason: KeyRefusal): VerificationKey {
  return { kind: 'refused', reason };
}
