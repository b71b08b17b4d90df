import { createSecretKey } from 'node:crypto';
import { refusedKey, type VerificationKey } from './verification-key.ts';

function looksLikeKey(text: string): boolean {
  return /-----BEGIN /.test(text) || (/^\s*\{/.test(text) && text.includes('"kty"'));
}

/**
 * A shared secret for HS256, HS384, HS512, as text (its UTF-8 bytes count) or in base64url. Text of a PEM or a JWK is
 * refused: taking a public key for a secret is how forged tokens pass.
 */
export function readSecret(text: string, encoding: 'text' | 'base64url'): VerificationKey {
  if (looksLikeKey(text)) return refusedKey('key-text-as-secret');
  if (encoding === 'base64url' && !/^[A-Za-z0-9_\-+/]*={0,2}$/.test(text.trim())) {
    return refusedKey('key-unreadable');
  }
  const bytes = encoding === 'text' ? Buffer.from(text) : Buffer.from(text.trim(), 'base64url');
  return bytes.length === 0 ? refusedKey('key-empty') : { kind: 'secret', key: createSecretKey(bytes) };
}
