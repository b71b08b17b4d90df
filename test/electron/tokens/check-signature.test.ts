import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSecret } from '../../../electron/keys/read-secret.ts';
import { readVerificationKey } from '../../../electron/keys/read-verification-key.ts';
import { checkSignature } from '../../../electron/tokens/check-signature.ts';
import { base64url, encodeToken } from '../../fixtures/jwt/encode-token.ts';
import {
  es256Jwk,
  es256Token,
  hs256Secret,
  hs256Token,
  jweToken,
  rs256Jwk,
  rs256Token,
  unsecuredToken,
} from '../../fixtures/jwt/rfc-tokens.ts';

const valid = { state: 'valid', reason: null };
const mismatch = { state: 'invalid', reason: 'signature-mismatch' };
const cannot = (reason: string) => ({ state: 'cannot-check', reason });

const rsaKey = readVerificationKey(JSON.stringify(rs256Jwk));
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ownKey = readVerificationKey(own.publicKey.export({ type: 'spki', format: 'pem' }).toString());

function rsToken(header: object | string, key: KeyObject = own.privateKey): string {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const input = `${base64url(text)}.${base64url('{"iss":"1"}')}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

describe('checkSignature', () => {
  test('confirms the examples of RFC 7515', async () => {
    expect(await checkSignature(hs256Token, readSecret(hs256Secret, 'base64url'))).toMatchObject(valid);
    expect(await checkSignature(rs256Token, rsaKey)).toMatchObject(valid);
    expect(await checkSignature(es256Token, readVerificationKey(JSON.stringify(es256Jwk)))).toMatchObject(
      valid,
    );
  });

  test('a changed payload, another secret, another key: invalid', async () => {
    const changed = rs256Token.replace('eyJpc3MiOiJqb2Ui', 'eyJpc3MiOiJqb2Uj'.replace('Uj', 'Vi'));
    expect(await checkSignature(changed, rsaKey)).toMatchObject(mismatch);
    expect(await checkSignature(hs256Token, readSecret('other', 'text'))).toMatchObject(mismatch);
    expect(await checkSignature(rsToken({ alg: 'RS256' }), rsaKey)).toMatchObject(mismatch);
  });

  test('dates do not matter', async () => {
    expect((await checkSignature(rs256Token, rsaKey)).state).toBe('valid');
  });

  test.each([
    ['alg and key type apart', es256Token, 'alg-key-mismatch'],
    ['HMAC with a public key', hs256Token, 'alg-key-mismatch'],
    ['none', unsecuredToken, 'alg-none'],
    ['JWE', jweToken, 'jwe'],
    ['an unknown algorithm', encodeToken('{"alg":"ES256K"}', '{}'), 'alg-unsupported'],
    ['a property of Object as algorithm', encodeToken('{"alg":"constructor"}', '{}'), 'alg-unsupported'],
    ['an extension', encodeToken('{"alg":"RS256","crit":["x"],"x":1}', '{}'), 'crit-not-understood'],
    ['a masked sample', `${rs256Token.slice(0, -4)}****`, 'token-broken'],
    ['a cut token', rs256Token.split('.').slice(0, 2).join('.'), 'token-broken'],
    ['no token', '', 'token-broken'],
  ])('cannot check %s', async (_name, token, reason) => {
    expect(await checkSignature(token, rsaKey)).toMatchObject(cannot(reason));
  });

  test('a public key text is never a secret, even when the forged token used it as one', async () => {
    const pem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const input = `${base64url('{"alg":"HS256"}')}.${base64url('{}')}`;
    const forged = `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
    expect(await checkSignature(forged, readVerificationKey(pem))).toMatchObject(cannot('alg-key-mismatch'));
    expect(await checkSignature(forged, readSecret(pem, 'text'))).toMatchObject(cannot('key-text-as-secret'));
  });

  test('of a key set the one with the kid counts', async () => {
    const ownJwk = own.publicKey.export({ format: 'jwk' });
    const set = (...keys: object[]) => readVerificationKey(JSON.stringify({ keys }));
    const both = set({ ...rs256Jwk, kid: 'a' }, { ...ownJwk, kid: 'b' }, { kty: 'future' });
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'b' }), both)).toMatchObject(valid);
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'a' }), both)).toMatchObject(mismatch);
    expect(await checkSignature(rsToken({ alg: 'RS256' }), both)).toMatchObject(valid);
    expect(
      await checkSignature(rsToken({ alg: 'RS256', kid: 'c' }), set({ ...rs256Jwk, kid: 'a' })),
    ).toMatchObject(cannot('no-key-matches'));
    expect(await checkSignature(es256Token, both)).toMatchObject(cannot('no-key-matches'));
    const bound = set({ ...ownJwk, kid: 'b', alg: 'PS256' });
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'b' }), bound)).toMatchObject(
      cannot('alg-key-mismatch'),
    );
  });

  test('an RSA key under 2048 bits is not trusted', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const key = readVerificationKey(small.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    expect(await checkSignature(rsToken({ alg: 'RS256' }, small.privateKey), key)).toMatchObject(
      cannot('key-too-small'),
    );
  });

  const signed = (header: string, payload: string) => {
    const input = `${base64url(header)}.${payload}`;
    return `${input}.${sign('sha256', Buffer.from(input), own.privateKey).toString('base64url')}`;
  };
  const detached = (token: string) => token.replace(/\.[^.]*\./, '..');

  test('a detached payload (RFC 7515 appendix F) has to be supplied', async () => {
    const key = { kind: 'rsa', kid: null, index: null, label: null };
    const check = await checkSignature(detached(rsToken({ alg: 'RS256' })), ownKey);
    expect(check).toEqual({ ...cannot('payload-detached'), warnings: [], key });
    const plain = signed('{"alg":"RS256","b64":false,"crit":["b64"]}', '{"iss":"1"}');
    expect(await checkSignature(detached(plain), ownKey)).toMatchObject(cannot('payload-detached'));
    expect(await checkSignature(detached(hs256Token), readSecret('other', 'text'))).toMatchObject(
      cannot('payload-detached'),
    );
  });

  test('a payload that is empty and was signed as such is no detached one', async () => {
    expect(await checkSignature(signed('{"alg":"RS256"}', ''), ownKey)).toMatchObject(valid);
  });

  test('a payload that is not UTF-8 is signed all the same', async () => {
    const deflated = Buffer.from([0xab, 0x56, 0xca, 0x2c, 0xff]).toString('base64url');
    const token = signed('{"alg":"RS256","zip":"DEF"}', deflated);
    expect(await checkSignature(token, ownKey)).toMatchObject(valid);
    expect(await checkSignature(token, rsaKey)).toMatchObject(mismatch);
    const header = Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url');
    expect(await checkSignature(`${header}.e30.AAAA`, ownKey)).toMatchObject(cannot('token-broken'));
  });

  test.each([
    ['a name twice in crit', '{"alg":"RS256","b64":true,"crit":["b64","b64"]}', 'header-invalid'],
    ['crit of what is not in the header', '{"alg":"RS256","crit":["b64"]}', 'header-invalid'],
    ['b64 that is text', '{"alg":"RS256","b64":"false","crit":["b64"]}', 'header-invalid'],
    [
      'an unencoded payload beyond ASCII',
      '{"alg":"RS256","b64":false,"crit":["b64"]}',
      'payload-not-allowed',
    ],
  ])('cannot check %s', async (_name, header, reason) => {
    const payload = header.includes('false,') ? '{"a":"中"}' : 'e30';
    expect(await checkSignature(signed(header, payload), ownKey)).toMatchObject(cannot(reason));
    const many = `{${Array.from({ length: 200 }, () => '"a":1').join()},${header.slice(1)}`;
    expect((await checkSignature(signed(many, payload), ownKey)).state).toBe('cannot-check');
  });

  test('a key that fits, of a kind that is not supported here', async () => {
    const pem = (key: KeyObject) =>
      readVerificationKey(key.export({ type: 'spki', format: 'pem' }).toString());
    const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    const ed448 = generateKeyPairSync('ed448');
    expect(await checkSignature(encodeToken('{"alg":"PS256"}', '{}'), pem(pss.publicKey))).toMatchObject({
      ...cannot('key-unsupported'),
      key: { kind: 'other' },
    });
    const long = base64url(new Uint8Array(114));
    const edToken = encodeToken('{"alg":"EdDSA"}', '{}', long);
    expect(await checkSignature(edToken, pem(ed448.publicKey))).toMatchObject(cannot('key-unsupported'));
    expect(await checkSignature(rsToken({ alg: 'RS256' }), pem(pss.publicKey))).toMatchObject(
      cannot('alg-key-mismatch'),
    );
    const set = { keys: [rs256Jwk, ed448.publicKey.export({ format: 'jwk' })] };
    expect(await checkSignature(edToken, readVerificationKey(JSON.stringify(set)))).toMatchObject({
      ...cannot('key-unsupported'),
      key: { index: 1 },
    });
  });

  test('an unencoded payload (RFC 7797) is checked as it stands', async () => {
    const input = `${base64url('{"alg":"RS256","b64":false,"crit":["b64"]}')}.{"iss":"1"}`;
    const token = `${input}.${sign('sha256', Buffer.from(input), own.privateKey).toString('base64url')}`;
    const key = readVerificationKey(own.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    expect(await checkSignature(token, key)).toMatchObject(valid);
  });

  test('never throws on any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (header, payload, signature) => {
        const checked = await checkSignature(
          `${base64url(header)}.${base64url(payload)}.${signature}`,
          rsaKey,
        );
        expect(checked.state).not.toBe('valid');
      }),
    );
  });

  test('an empty signature is told apart from a wrong one', async () => {
    const empty = `${rs256Token.split('.').slice(0, 2).join('.')}.`;
    expect(await checkSignature(empty, rsaKey)).toMatchObject({
      state: 'invalid',
      reason: 'signature-missing',
    });
  });

  test('a token of over 1 MiB is not checked', async () => {
    expect(await checkSignature(`${rs256Token}${'A'.repeat(1024 * 1024)}`, rsaKey)).toMatchObject(
      cannot('token-too-large'),
    );
  });

  test('an extension that hides behind a hundred findings is still not understood', async () => {
    const many = Array.from({ length: 200 }, () => '"a":1').join();
    expect(await checkSignature(rsToken(`{${many},"alg":"RS256","crit":["x"],"x":1}`), ownKey)).toMatchObject(
      cannot('crit-not-understood'),
    );
  });
});

describe('the key in the answer', () => {
  const ownJwk = own.publicKey.export({ format: 'jwk' });
  const set = (...keys: object[]) => readVerificationKey(JSON.stringify({ keys }));
  const both = set({ kty: 'future' }, { ...rs256Jwk, kid: 'a' }, { ...ownJwk, kid: 'b' });

  test('of a set: which one fitted, counted as the set counts', async () => {
    const key = { kind: 'rsa', kid: 'b', index: 2, label: null };
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'b' }), both)).toEqual({
      ...valid,
      warnings: [],
      key,
    });
    expect(await checkSignature(rsToken({ alg: 'RS256' }), both)).toEqual({ ...valid, warnings: [], key });
  });

  test('one that fits under another kid is warned about', async () => {
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'other' }), both)).toEqual({
      ...valid,
      warnings: ['kid-differs'],
      key: { kind: 'rsa', kid: 'b', index: 2, label: null },
    });
  });

  test('the one with the kid, also when the signature is not its own', async () => {
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'a' }), both)).toEqual({
      ...mismatch,
      warnings: [],
      key: { kind: 'rsa', kid: 'a', index: 1, label: null },
    });
  });

  test('none when several were tried in vain, or nothing was', async () => {
    const neither = set(rs256Jwk, { ...rs256Jwk, kid: 'a' });
    expect(await checkSignature(rsToken({ alg: 'RS256' }), neither)).toMatchObject({
      ...mismatch,
      key: null,
    });
    expect(await checkSignature(unsecuredToken, both)).toEqual({
      ...cannot('alg-none'),
      warnings: [],
      key: null,
    });
  });

  test('the kind that does not go with the algorithm', async () => {
    expect(await checkSignature(es256Token, rsaKey)).toEqual({
      ...cannot('alg-key-mismatch'),
      warnings: [],
      key: { kind: 'rsa', kid: null, index: null, label: null },
    });
    const named = await checkSignature(encodeToken('{"alg":"ES256","kid":"a"}', '{}'), both);
    expect(named).toMatchObject({ ...cannot('alg-key-mismatch'), key: { kid: 'a', index: 1 } });
    const x25519 = generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const other = await checkSignature(encodeToken('{"alg":"EdDSA"}', '{}'), readVerificationKey(x25519));
    expect(other).toMatchObject({ ...cannot('alg-key-mismatch'), key: { kind: 'other' } });
  });
});

describe('a shared secret', () => {
  const hsToken = (alg: string, hash: string, secret: string) => {
    const input = `${base64url(JSON.stringify({ alg }))}.${base64url('{}')}`;
    return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
  };

  test.each([
    ['HS256', 'sha256', 31, ['secret-short']],
    ['HS256', 'sha256', 32, []],
    ['HS384', 'sha384', 47, ['secret-short']],
    ['HS384', 'sha384', 48, []],
    ['HS512', 'sha512', 63, ['secret-short']],
    ['HS512', 'sha512', 64, []],
  ])('%s (%s) with %i bytes: %j', async (alg, hash, size, warnings) => {
    const secret = 'x'.repeat(size);
    const token = hsToken(alg, hash, secret);
    const key = { kind: 'secret', kid: null, index: null, label: null };
    expect(await checkSignature(token, readSecret(secret, 'text'))).toEqual({ ...valid, warnings, key });
    const wrong = await checkSignature(token, readSecret('y'.repeat(size), 'text'));
    expect(wrong).toEqual({ ...mismatch, warnings, key });
  });

  test('is counted in bytes, not in characters', async () => {
    const secret = '密'.repeat(11);
    expect(
      await checkSignature(hsToken('HS256', 'sha256', secret), readSecret(secret, 'text')),
    ).toMatchObject({
      ...valid,
      warnings: [],
    });
  });

  test('that is the text of a key counts only when it was given on purpose, with a warning', async () => {
    const pem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const forged = hsToken('HS256', 'sha256', pem);
    expect(await checkSignature(forged, readSecret(pem, 'text'))).toMatchObject(cannot('key-text-as-secret'));
    expect(await checkSignature(forged, readSecret(pem, 'text', { allowKeyText: true }))).toMatchObject({
      ...valid,
      warnings: ['key-text-as-secret'],
    });
    const jwk = JSON.stringify({ kty: 'oct', k: base64url(pem) });
    expect(await checkSignature(forged, readVerificationKey(jwk))).toMatchObject({
      ...valid,
      warnings: ['key-text-as-secret'],
    });
  });

  test('is no key for other algorithms', async () => {
    expect(await checkSignature(rs256Token, readSecret(hs256Secret, 'base64url'))).toMatchObject({
      ...cannot('alg-key-mismatch'),
      warnings: [],
      key: { kind: 'secret' },
    });
  });
});
