import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import type { CandidateKey } from './verification-key.ts';

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

function keyOf(jwk: Members): KeyObject | null {
  const type = textOf(jwk['kty']) ?? '';
  const secret = textOf(jwk['k']);
  const names = Object.hasOwn(publicMembers, type) ? publicMembers[type] : undefined;
  try {
    if (type === 'oct' && secret !== null && secret !== '') {
      return createSecretKey(Buffer.from(secret, 'base64url'));
    }
    if (names === undefined) return null;
    const key = Object.fromEntries(names.map((name) => [name, jwk[name]]));
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return null;
  }
}

/**
 * The keys of a JWK (RFC 7517 §4) or a JWK Set (§5): of a private one the public half. Keys of an unknown type or with
 * members missing are left out, as §5 asks, and so are keys for encryption. Null when `text` is neither.
 */
export function readVerificationJwk(text: string): readonly CandidateKey[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const listed = isObject(value) && Array.isArray(value['keys']) ? value['keys'] : [value];
  return listed.filter(isObject).flatMap((jwk) => {
    const key = jwk['use'] === 'enc' ? null : keyOf(jwk);
    return key === null ? [] : [{ kid: textOf(jwk['kid']), alg: textOf(jwk['alg']), key }];
  });
}
