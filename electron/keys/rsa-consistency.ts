import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * True when the numbers of an RSA private key fit each other (RFC 8017 §3.2, two primes) and a signature made with it
 * verifies with its public half. Crypto libraries load keys whose halves do not belong together.
 */
export function isRsaKeyConsistent(key: KeyObject): boolean {
  const jwk = key.export({ format: 'jwk' });
  const [n, e, d, p, q, dp, dq, qi] = [jwk.n, jwk.e, jwk.d, jwk.p, jwk.q, jwk.dp, jwk.dq, jwk.qi].map(
    toBigInt,
  );
  if (n === undefined || e === undefined || d === undefined || p === undefined || q === undefined)
    return false;
  if (dp === undefined || dq === undefined || qi === undefined) return false;
  if (e < 3n || e % 2n === 0n || p <= 1n || q <= 1n || p === q || p * q !== n) return false;
  if ((e * d) % (p - 1n) !== 1n || (e * d) % (q - 1n) !== 1n) return false;
  if (dp !== d % (p - 1n) || dq !== d % (q - 1n) || (qi * q) % p !== 1n) return false;
  const message = Buffer.from('consistency');
  return verify('sha256', message, createPublicKey(key), sign('sha256', message, key));
}

function toBigInt(base64url: string | undefined): bigint {
  const hex = Buffer.from(base64url ?? '', 'base64url').toString('hex');
  return BigInt(`0x${hex === '' ? '0' : hex}`);
}
