import type { KeyObject } from 'node:crypto';
import type { KeyKind } from '../../shared/jwt/signature-check.ts';

/** What a signature algorithm asks of its key (RFC 7518 §3, RFC 8037 §3.1, RFC 9864). */
export interface SignatureAlgorithm {
  readonly kind: KeyKind;
  /** Bytes of an HMAC's hash: a shorter secret is weaker than the hash (RFC 7518 §3.2). 0 for all others. */
  readonly hashBytes: number;
}

const hmac = (hashBytes: number): SignatureAlgorithm => ({ kind: 'secret', hashBytes });
const withKey = (kind: KeyKind): SignatureAlgorithm => ({ kind, hashBytes: 0 });

/** The algorithms that can be checked, by the header's `alg`. */
export const signatureAlgorithms: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ['HS256', hmac(32)],
  ['HS384', hmac(48)],
  ['HS512', hmac(64)],
  ['RS256', withKey('rsa')],
  ['RS384', withKey('rsa')],
  ['RS512', withKey('rsa')],
  ['PS256', withKey('rsa')],
  ['PS384', withKey('rsa')],
  ['PS512', withKey('rsa')],
  ['ES256', withKey('ec-p256')],
  ['ES384', withKey('ec-p384')],
  ['ES512', withKey('ec-p521')],
  ['EdDSA', withKey('ed25519')],
  ['Ed25519', withKey('ed25519')],
]);

const curves: ReadonlyMap<string | undefined, KeyKind> = new Map([
  ['prime256v1', 'ec-p256'],
  ['secp384r1', 'ec-p384'],
  ['secp521r1', 'ec-p521'],
]);

export function kindOfKey(key: KeyObject): KeyKind {
  if (key.type === 'secret') return 'secret';
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return 'rsa';
    case 'ed25519':
      return 'ed25519';
    case 'ec':
      return curves.get(key.asymmetricKeyDetails?.namedCurve) ?? 'other';
    default:
      return 'other';
  }
}

/** A key that goes with `alg` (RFC 4055 §1.2, RFC 8037 §3.1), but of a kind that `jose` does not take. */
export function isUnsupportedKey(key: KeyObject, alg: string): boolean {
  switch (key.asymmetricKeyType) {
    case 'rsa-pss':
      return alg.startsWith('PS');
    case 'ed448':
      return alg === 'EdDSA';
    default:
      return false;
  }
}
