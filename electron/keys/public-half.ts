import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { PublicHalf } from '../../shared/coze/key.ts';

/**
 * What may be shown and stored about an RSA key, private or public: its size in bits, its SubjectPublicKeyInfo as PEM,
 * and each hash of it that Coze's `kid` might be. Refuses keys of other types with a `TypeError`.
 */
export function publicHalfOf(key: KeyObject): PublicHalf {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  if (publicKey.asymmetricKeyType !== 'rsa' || bits === undefined) throw new TypeError('not an RSA key');
  return {
    bits,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString().replaceAll('\r\n', '\n'),
    fingerprints: {
      spki: sha256(publicKey.export({ type: 'spki', format: 'der' })),
      jwkThumbprint: jwkThumbprint(publicKey),
      pkcs1: sha256(publicKey.export({ type: 'pkcs1', format: 'der' })),
    },
  };
}

/** RFC 7638 §3: the required members in lexicographic order, no white space. */
function jwkThumbprint(publicKey: KeyObject): string {
  const { e, kty, n } = publicKey.export({ format: 'jwk' });
  return sha256(JSON.stringify({ e, kty, n }));
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url');
}
