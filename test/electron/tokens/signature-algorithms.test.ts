import { constants, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readSecret } from '../../../electron/keys/read-secret.ts';
import { readVerificationKey } from '../../../electron/keys/read-verification-key.ts';
import { checkSignature } from '../../../electron/tokens/check-signature.ts';
import { signatureAlgorithms } from '../../../electron/tokens/signature-algorithms.ts';
import { base64url } from '../../fixtures/jwt/encode-token.ts';
import {
  cookbookEcJwk,
  cookbookEs512Token,
  cookbookHmacJwk,
  cookbookHs256Token,
  cookbookPs384Token,
  cookbookRs256Token,
  cookbookRsaJwk,
  ed25519Jwk,
  edDsaToken,
  es512Jwk,
  es512Token,
} from '../../fixtures/jwt/rfc-signatures.ts';
import {
  es256Jwk,
  es256Token,
  hs256Secret,
  hs256Token,
  rs256Jwk,
  rs256Token,
} from '../../fixtures/jwt/rfc-tokens.ts';

const hs256Jwk = { kty: 'oct', k: hs256Secret };

describe('the examples of the RFCs', () => {
  test.each([
    ['RFC 7515 A.1: HS256', hs256Token, hs256Jwk, 'secret'],
    ['RFC 7515 A.2: RS256', rs256Token, rs256Jwk, 'rsa'],
    ['RFC 7515 A.3: ES256', es256Token, es256Jwk, 'ec-p256'],
    ['RFC 7515 A.4: ES512', es512Token, es512Jwk, 'ec-p521'],
    ['RFC 8037 A.4: EdDSA', edDsaToken, ed25519Jwk, 'ed25519'],
    ['RFC 7520 4.1: RS256', cookbookRs256Token, cookbookRsaJwk, 'rsa'],
    ['RFC 7520 4.2: PS384', cookbookPs384Token, cookbookRsaJwk, 'rsa'],
    ['RFC 7520 4.3: ES512', cookbookEs512Token, cookbookEcJwk, 'ec-p521'],
    ['RFC 7520 4.4: HS256', cookbookHs256Token, cookbookHmacJwk, 'secret'],
  ])('%s', async (_name, token, jwk, kind) => {
    const key = readVerificationKey(JSON.stringify(jwk));
    const kid = 'kid' in jwk ? jwk.kid : null;
    expect(await checkSignature(token, key)).toEqual({
      state: 'valid',
      reason: null,
      warnings: [],
      key: { kind, kid, index: null, label: null },
    });
    const [header, payload, signature = ''] = token.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    bytes[9] = (bytes[9] ?? 0) ^ 1;
    const changed = `${header}.${payload}.${bytes.toString('base64url')}`;
    expect(await checkSignature(changed, key)).toMatchObject({
      state: 'invalid',
      reason: 'signature-mismatch',
    });
  });

  test('the key pairs of RFC 7520 share a kid: the one that fits the algorithm is found', async () => {
    const set = readVerificationKey(
      JSON.stringify({ keys: [cookbookEcJwk, cookbookRsaJwk, cookbookHmacJwk] }),
    );
    const indexOf = async (token: string) => (await checkSignature(token, set)).key?.index;
    expect(await indexOf(cookbookEs512Token)).toBe(0);
    expect(await indexOf(cookbookRs256Token)).toBe(1);
    expect(await indexOf(cookbookPs384Token)).toBe(1);
    expect(await indexOf(cookbookHs256Token)).toBe(2);
  });
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const p256 = ec('P-256');
const p384 = ec('P-384');
const p521 = ec('P-521');
const ed25519 = generateKeyPairSync('ed25519');
const secret = 'a shared secret of sixty-four bytes, as long as the longest hash';

type Signer = (input: Buffer) => Buffer;

const hs =
  (hash: string): Signer =>
  (input) =>
    createHmac(hash, secret).update(input).digest();
const rs =
  (hash: string): Signer =>
  (input) =>
    sign(hash, input, rsa.privateKey);
const ps =
  (hash: string): Signer =>
  (input) =>
    sign(hash, input, {
      key: rsa.privateKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    });
const es =
  (hash: string, key: KeyObject): Signer =>
  (input) =>
    sign(hash, input, { key, dsaEncoding: 'ieee-p1363' });
const ed: Signer = (input) => sign(null, input, ed25519.privateKey);

const cases: readonly [string, Signer, KeyObject | null][] = [
  ['HS256', hs('sha256'), null],
  ['HS384', hs('sha384'), null],
  ['HS512', hs('sha512'), null],
  ['RS256', rs('sha256'), rsa.publicKey],
  ['RS384', rs('sha384'), rsa.publicKey],
  ['RS512', rs('sha512'), rsa.publicKey],
  ['PS256', ps('sha256'), rsa.publicKey],
  ['PS384', ps('sha384'), rsa.publicKey],
  ['PS512', ps('sha512'), rsa.publicKey],
  ['ES256', es('sha256', p256.privateKey), p256.publicKey],
  ['ES384', es('sha384', p384.privateKey), p384.publicKey],
  ['ES512', es('sha512', p521.privateKey), p521.publicKey],
  ['EdDSA', ed, ed25519.publicKey],
  ['Ed25519', ed, ed25519.publicKey],
];

const keyOf = (key: KeyObject | null) =>
  key === null
    ? readSecret(secret, 'text')
    : readVerificationKey(key.export({ type: 'spki', format: 'pem' }).toString());

function tokenOf(alg: string, signer: Signer): string {
  const input = `${base64url(JSON.stringify({ alg }))}.${base64url('{"iss":"扣子"}')}`;
  return `${input}.${signer(Buffer.from(input)).toString('base64url')}`;
}

describe('every algorithm', () => {
  test('is covered here', () => {
    expect([...signatureAlgorithms.keys()]).toEqual(cases.map(([alg]) => alg));
  });

  test.each(cases)('%s', async (alg, signer, key) => {
    expect(await checkSignature(tokenOf(alg, signer), keyOf(key))).toMatchObject({
      state: 'valid',
      warnings: [],
    });
  });

  test('tells a key that does not go with it apart from a wrong signature', async () => {
    const keys = [null, rsa.publicKey, p256.publicKey, p384.publicKey, p521.publicKey, ed25519.publicKey];
    for (const [alg, signer, own] of cases) {
      const token = tokenOf(alg, signer);
      for (const key of keys.filter((candidate) => candidate !== own)) {
        const { state, reason } = await checkSignature(token, keyOf(key));
        expect([alg, state, reason]).toEqual([alg, 'cannot-check', 'alg-key-mismatch']);
      }
    }
  });

  test('of one family is not taken for another of it', async () => {
    const header = (alg: string) => base64url(JSON.stringify({ alg }));
    for (const [from, to] of [
      ['RS256', 'RS384'],
      ['RS256', 'PS256'],
      ['PS512', 'PS256'],
    ] as const) {
      const [, signer, key] = cases.find(([alg]) => alg === from) ?? [from, ed, null];
      const token = tokenOf(from, signer).replace(/^[^.]*/, header(to));
      expect(await checkSignature(token, keyOf(key))).toMatchObject({ state: 'invalid' });
    }
  });

  test.each(cases)('%s: of a signature that was cut off nothing can be said', async (alg, signer, key) => {
    const token = tokenOf(alg, signer).slice(0, -20);
    const { state, reason } = await checkSignature(token, keyOf(key));
    expect([state, reason]).toEqual(['cannot-check', 'signature-length']);
  });
});
