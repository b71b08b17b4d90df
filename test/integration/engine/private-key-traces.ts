import type { KeyObject } from 'node:crypto';

/** The private half in every form that it could be written in, cut into pieces that no public half contains. */
export function tracesOfPrivateKey(key: KeyObject): readonly string[] {
  const jwk = key.export({ format: 'jwk' });
  const numbers = [jwk.d, jwk.p, jwk.q, jwk.dp, jwk.dq, jwk.qi].map((value) => String(value));
  const hex = numbers.map((value) => Buffer.from(value, 'base64url').toString('hex'));
  const der = key.export({ type: 'pkcs8', format: 'der' });
  const pemLines = (['pkcs8', 'pkcs1'] as const).flatMap((type) =>
    key.export({ type, format: 'pem' }).toString().split('\n').slice(8, -2),
  );
  const latin1 = numbers.map((value) => Buffer.from(value, 'base64url').toString('latin1'));
  return [
    ...numbers,
    ...numbers.map((value) => value.slice(4, 44)),
    ...hex,
    ...latin1,
    ...pemLines,
    der.toString('base64').slice(400),
    der.toString('base64url').slice(400),
    'PRIVATE KEY',
  ];
}
