import { createDecipheriv, createHash } from 'node:crypto';
import { ProblemError } from '../../shared/problem.ts';
import type { LegacyEncryption } from './find-pem-blocks.ts';

const keyLengths: Readonly<Record<string, number>> = {
  'aes-128-cbc': 16,
  'aes-192-cbc': 24,
  'aes-256-cbc': 32,
  'des-ede3-cbc': 24,
};

/**
 * Decrypts a PEM block with `Proc-Type: 4,ENCRYPTED` (OpenSSL's `EVP_BytesToKey` with MD5 and one round; weak, but
 * still about in old key files).
 *
 * @throws ProblemError `key/passphrase-wrong`, or `key/unreadable` with reason `encryption` for other ciphers
 */
export function decryptLegacyPem(
  bytes: Uint8Array,
  encryption: LegacyEncryption,
  passphrase: string,
): Uint8Array {
  const cipher = encryption.cipher.toLowerCase();
  const keyLength = keyLengths[cipher];
  const ivLength = cipher.startsWith('aes') ? 16 : 8;
  if (keyLength === undefined || encryption.iv.length !== ivLength)
    throw new ProblemError('key/unreadable', { params: { reason: 'encryption' } });
  const key = deriveKey(passphrase, encryption.iv.subarray(0, 8), keyLength);
  try {
    const decipher = createDecipheriv(cipher, key, encryption.iv);
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch {
    throw new ProblemError('key/passphrase-wrong', { remedies: ['enter-passphrase'] });
  } finally {
    key.fill(0);
  }
}

function deriveKey(passphrase: string, salt: Uint8Array, length: number): Buffer {
  let derived = Buffer.alloc(0);
  let last = Buffer.alloc(0);
  while (derived.length < length) {
    last = createHash('md5').update(last).update(passphrase, 'utf8').update(salt).digest();
    derived = Buffer.concat([derived, last]);
  }
  return derived.subarray(0, length);
}
