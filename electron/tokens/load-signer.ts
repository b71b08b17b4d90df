import { webcrypto } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { ProblemError } from '../../shared/problem.ts';

/**
 * Loads an RSA private key for RS256, once; the result cannot be exported.
 *
 * @param pkcs8 - DER PrivateKeyInfo (RFC 5208)
 * @throws ProblemError `key/unreadable` when it is not an RSA private key
 */
export async function loadSigner(pkcs8: Uint8Array): Promise<CryptoKey> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const copy = Uint8Array.from(pkcs8);
  try {
    return await webcrypto.subtle.importKey('pkcs8', copy, algorithm, false, ['sign']);
  } catch (cause) {
    throw new ProblemError('key/unreadable', { params: { reason: 'asn1' }, cause });
  } finally {
    copy.fill(0);
  }
}
