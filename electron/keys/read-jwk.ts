import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { ProblemError } from '../../shared/problem.ts';

/**
 * The JWK (RFC 7517 §4) or JWK Set (§5) that `text` is or contains, as an object; null when there is none.
 */
export function findJwk(text: string): { readonly value: object; readonly isAlone: boolean } | null {
  if (!/"(?:kty|keys)"/.test(text)) return null;
  const start = text.search(/[{[]/);
  const stop = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  if (start === -1 || stop <= start) return null;
  const value = parseObject(text.slice(start, stop));
  if (value === null || !('kty' in value || 'keys' in value || Array.isArray(value))) return null;
  return { value, isAlone: text.slice(0, start).trim() === '' && text.slice(stop).trim() === '' };
}

/**
 * The private RSA key of a JWK, or the only one of a JWK Set. All eight members of RFC 7518 §6.3 must be there.
 *
 * @throws ProblemError `key/public`, `key/not-rsa`, `key/none-found`, or `key/unreadable` with reason `jwk`,
 * `several-keys`
 */
export function readJwk(value: object): KeyObject {
  const jwk = 'kty' in value ? value : chooseFromSet(value);
  const { kty, crv } = jwk as JsonWebKey;
  if (kty === 'oct') throw notRsa('oct');
  if (!('d' in jwk)) throw new ProblemError('key/public');
  if (kty !== 'RSA') throw notRsa(typeof crv === 'string' ? crv.slice(0, 20) : String(kty).slice(0, 20));
  try {
    return createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    throw new ProblemError('key/unreadable', { params: { reason: 'jwk' } });
  }
}

function chooseFromSet(value: object): object {
  const listed: unknown = Array.isArray(value) ? value : 'keys' in value ? value.keys : null;
  const keys = Array.isArray(listed)
    ? listed.filter((key): key is object => isObject(key) && 'kty' in key)
    : [];
  const privateRsa = keys.filter((key) => 'd' in key && 'kty' in key && key.kty === 'RSA');
  if (privateRsa.length > 1) throw new ProblemError('key/unreadable', { params: { reason: 'several-keys' } });
  const [chosen] = [...privateRsa, ...keys.filter((key) => 'd' in key), ...keys];
  if (chosen === undefined) throw new ProblemError('key/none-found');
  return chosen;
}

function parseObject(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function notRsa(type: string): ProblemError {
  return new ProblemError('key/not-rsa', { params: { type } });
}
