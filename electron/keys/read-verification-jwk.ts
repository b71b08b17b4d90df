import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { isKeyText } from './is-key-text.ts';
import {
  type CandidateKey,
  candidateKey,
  maxVerificationKeys,
  refusedKey,
  type VerificationKey,
} from './verification-key.ts';

const publicMembers: Readonly<Record<string, readonly string[]>> = {
  RSA: ['kty', 'n', 'e'],
  EC: ['kty', 'crv', 'x', 'y'],
  OKP: ['kty', 'crv', 'x'],
};

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function publicKeyOf(jwk: Members): KeyObject | null {
  const type = textOf(jwk['kty']) ?? '';
  const names = Object.hasOwn(publicMembers, type) ? publicMembers[type] : undefined;
  if (names === undefined) return null;
  try {
    const key = Object.fromEntries(names.map((name) => [name, jwk[name]]));
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return null;
  }
}

function candidateOf(jwk: Members, index: number | null): CandidateKey | null {
  if (jwk['use'] === 'enc') return null;
  const details = { kid: textOf(jwk['kid']), alg: textOf(jwk['alg']), index };
  if (jwk['kty'] === 'oct') {
    const secret = Buffer.from(textOf(jwk['k']) ?? '', 'base64url');
    if (secret.length === 0) return null;
    return candidateKey(createSecretKey(secret), { ...details, isKeyText: isKeyText(secret) });
  }
  const key = publicKeyOf(jwk);
  return key === null ? null : candidateKey(key, details);
}

/**
 * The keys of a JWK (RFC 7517 §4) or a JWK Set (§5): of a private one the public half. Keys of an unknown type or with
 * members missing are left out, as §5 asks, and so are keys for encryption. Null when there is none in `text` that
 * could be read; what holds no key, or only such for encryption, is refused.
 */
export function readVerificationJwk(text: string): VerificationKey | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const set = isObject(value) ? value['keys'] : value;
  const isSet = Array.isArray(set);
  const listed: readonly unknown[] = isSet ? set : [value];
  if (listed.length > maxVerificationKeys) return refusedKey('too-many-keys');
  const keys = listed.flatMap((jwk, index) => {
    const candidate = isObject(jwk) ? candidateOf(jwk, isSet ? index : null) : null;
    return candidate === null ? [] : [candidate];
  });
  if (keys.length > 0) return { kind: 'keys', form: isSet ? 'jwk-set' : 'jwk', keys };
  const isForOthers = listed.every((jwk) => isObject(jwk) && jwk['use'] === 'enc');
  return isForOthers ? refusedKey('no-signing-key') : null;
}
