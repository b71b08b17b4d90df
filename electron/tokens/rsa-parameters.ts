import type { SigningAlgorithm } from '../../shared/jwt/signing-algorithms.ts';

const pkcs1 = 'RSASSA-PKCS1-v1_5';
const pss = 'RSA-PSS';

/** What WebCrypto has to be told to load a key for an algorithm, and to sign with it. */
export interface RsaParameters {
  readonly key: { readonly name: string; readonly hash: string };
  /** The salt of RSASSA-PSS is as long as its hash (RFC 7518 §3.5). */
  readonly signature: { readonly name: string; readonly saltLength?: number };
}

export const rsaParameters: Readonly<Record<SigningAlgorithm, RsaParameters>> = {
  RS256: { key: { name: pkcs1, hash: 'SHA-256' }, signature: { name: pkcs1 } },
  RS384: { key: { name: pkcs1, hash: 'SHA-384' }, signature: { name: pkcs1 } },
  RS512: { key: { name: pkcs1, hash: 'SHA-512' }, signature: { name: pkcs1 } },
  PS256: { key: { name: pss, hash: 'SHA-256' }, signature: { name: pss, saltLength: 32 } },
  PS384: { key: { name: pss, hash: 'SHA-384' }, signature: { name: pss, saltLength: 48 } },
  PS512: { key: { name: pss, hash: 'SHA-512' }, signature: { name: pss, saltLength: 64 } },
};
