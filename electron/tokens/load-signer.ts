import { webcrypto } from 'node:crypto';
import type { CryptoKey } from 'jose';
import type { SigningAlgorithm } from '../../shared/jwt/signing-algorithms.ts';
import { ProblemError } from '../../shared/problem.ts';
import { rsaParameters } from './rsa-parameters.ts';

/**
 * Loads an RSA private key for one algorithm, once; the result signs with that algorithm only and cannot be exported.
 *
 * @param pkcs8 - DER PrivateKeyInfo (RFC 5208)
 * @throws ProblemError `key/unreadable` when it is not an RSA private key
 */
export async function loadSigner(
  pkcs8: Uint8Array,
  algorithm: SigningAlgorithm = 'RS256',
): Promise<CryptoKey> {
  const copy = Uint8Array.from(pkcs8);
  try {
    return await webcrypto.subtle.importKey('pkcs8', copy, rsaParameters[algorithm].key, false, ['sign']);
  } catch (cause) {
    throw new ProblemError('key/unreadable', { params: { reason: 'asn1' }, cause });
  } finally {
    copy.fill(0);
  }
}
