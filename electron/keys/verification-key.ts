import type { KeyObject } from 'node:crypto';
import type { KeyForm, KeyRefusal } from '../../shared/jwt/signature-check.ts';

/** One key that may have made a signature. Never a private key. */
export interface CandidateKey {
  readonly kid: string | null;
  /** `alg` of the JWK, which binds the key to it (RFC 7517 §4.4). */
  readonly alg: string | null;
  /** Public or secret. */
  readonly key: KeyObject;
  /** Its place among the keys of one text, from 0; null where there was only one. */
  readonly index: number | null;
  /** The name of a key that the app holds. */
  readonly label: string | null;
  /** A secret that is the text of a PEM, a JWK or a DER structure. */
  readonly isKeyText: boolean;
}

/** What a signature is checked with. */
export type VerificationKey =
  | { readonly kind: 'keys'; readonly form: KeyForm; readonly keys: readonly CandidateKey[] }
  | { readonly kind: 'refused'; readonly reason: KeyRefusal };

/** The most keys that one text may hold, so that reading and trying them all takes no longer than a person waits. */
export const maxVerificationKeys = 300;

/** A key of which nothing is known but what is given. */
export function candidateKey(key: KeyObject, details: Partial<Omit<CandidateKey, 'key'>> = {}): CandidateKey {
  return { key, kid: null, alg: null, index: null, label: null, isKeyText: false, ...details };
}

export function refusedKey(reason: KeyRefusal): VerificationKey {
  return { kind: 'refused', reason };
}
