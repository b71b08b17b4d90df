import { readVerificationDer } from './read-verification-der.ts';

function isBase64OfDer(text: string): boolean {
  const characters = text.replace(/\s/g, '');
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(characters);
  return isBase64 && readVerificationDer(Buffer.from(characters, 'base64')) !== null;
}

/**
 * Whether what was offered as a shared secret is a key of another kind: a PEM, a JWK, a DER structure or its base64.
 * Whoever checks an HMAC with a public key accepts tokens from everybody who knows it (RFC 8725 §2.1).
 */
export function isKeyText(secret: Uint8Array): boolean {
  if (readVerificationDer(secret) !== null) return true;
  const text = Buffer.from(secret).toString('latin1');
  if (/-----BEGIN /.test(text) || (/^\s*\{/.test(text) && text.includes('"kty"'))) return true;
  return isBase64OfDer(text);
}
