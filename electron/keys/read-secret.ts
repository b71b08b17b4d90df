import { createSecretKey } from 'node:crypto';
import type { KeyForm, KeyRefusal } from '../../shared/jwt/signature-check.ts';
import { isKeyText } from './is-key-text.ts';
import { candidateKey, refusedKey, type VerificationKey } from './verification-key.ts';

/** How the text of a secret stands for its bytes; `text` means its UTF-8. */
export type SecretEncoding = 'text' | 'hex' | 'base64url';

interface Reading {
  readonly form: KeyForm;
  /** Null when the text is not in this encoding. */
  readonly decode: (text: string) => Buffer | null;
  readonly refusal: KeyRefusal;
}

function decodeHex(text: string): Buffer | null {
  const digits = text.trim().replace(/^0x/i, '').replace(/[\s:]/g, '');
  return /^[0-9a-f]*$/i.test(digits) && digits.length % 2 === 0 ? Buffer.from(digits, 'hex') : null;
}

function decodeBase64(text: string): Buffer | null {
  const characters = text.replace(/\s/g, '').replace(/={1,2}$/, '');
  const isBase64 = /^[A-Za-z0-9_\-+/]*$/.test(characters) && characters.length % 4 !== 1;
  return isBase64 ? Buffer.from(characters, 'base64url') : null;
}

const readings: Readonly<Record<SecretEncoding, Reading>> = {
  text: { form: 'secret-text', decode: (text) => Buffer.from(text), refusal: 'key-unreadable' },
  hex: { form: 'secret-hex', decode: decodeHex, refusal: 'secret-not-hex' },
  base64url: { form: 'secret-base64url', decode: decodeBase64, refusal: 'secret-not-base64url' },
};

interface SecretOptions {
  /** Takes what is a key of another kind all the same, when the encoding is `text`; the check then warns about it. */
  readonly allowKeyText?: boolean;
}

/**
 * A shared secret for HS256, HS384, HS512: as text, in hexadecimal (`0x`, colons and spaces may be there) or in
 * base64url (standard base64 and padding are read, too). A PEM, a JWK or a DER structure is refused: taking a public
 * key for a secret is how forged tokens pass. Never throws.
 */
export function readSecret(
  text: string,
  encoding: SecretEncoding,
  { allowKeyText = false }: SecretOptions = {},
): VerificationKey {
  const { form, decode, refusal } = readings[encoding];
  const bytes = decode(text);
  const isKey = isKeyText(Buffer.from(text)) || (bytes !== null && isKeyText(bytes));
  if (isKey && !(allowKeyText && encoding === 'text')) return refusedKey('key-text-as-secret');
  if (bytes === null) return refusedKey(refusal);
  if (bytes.length === 0) return refusedKey('key-empty');
  return { kind: 'keys', form, keys: [candidateKey(createSecretKey(bytes), { isKeyText: isKey })] };
}
