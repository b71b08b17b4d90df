import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
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

function rsToken(header: object, key: KeyObject = own.privateKey): string {
  const input = `${base64url(JSON.stringify(header))}.${base64url('{"iss":"1"}')}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

describe('checkSignature', () => {
  test('confirms the examples of RFC 7515', async () => {
    expect(await checkSignature(hs256Token, readSecret(hs256Secret, 'base64url'))).toEqual(valid);
    expect(await checkSignature(rs256Token, rsaKey)).toEqual(valid);
    expect(await checkSignature(es256Token, readVerificationKey(JSON.stringify(es256Jwk)))).toEqual(valid);
  });

  test('a changed payload, another secret, another key: invalid', async () => {
    const changed = rs256Token.replace('eyJpc3MiOiJqb2Ui', 'eyJpc3MiOiJqb2Uj'.replace('Uj', 'Vi'));
    expect(await checkSignature(changed, rsaKey)).toEqual(mismatch);
    expect(await checkSignature(hs256Token, readSecret('other', 'text'))).toEqual(mismatch);
    expect(await checkSignature(rsToken({ alg: 'RS256' }), rsaKey)).toEqual(mismatch);
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
    expect(await checkSignature(token, rsaKey)).toEqual(cannot(reason));
  });

  test('a public key text is never a secret, even when the forged token used it as one', async () => {
    const pem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const input = `${base64url('{"alg":"HS256"}')}.${base64url('{}')}`;
    const forged = `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
    expect(await checkSignature(forged, readVerificationKey(pem))).toEqual(cannot('alg-key-mismatch'));
    expect(await checkSignature(forged, readSecret(pem, 'text'))).toEqual(cannot('key-text-as-secret'));
  });

  test('of a key set the one with the kid counts', async () => {
    const ownJwk = own.publicKey.export({ format: 'jwk' });
    const set = (...keys: object[]) => readVerificationKey(JSON.stringify({ keys }));
    const both = set({ ...rs256Jwk, kid: 'a' }, { ...ownJwk, kid: 'b' }, { kty: 'future' });
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'b' }), both)).toEqual(valid);
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'a' }), both)).toEqual(mismatch);
    expect(await checkSignature(rsToken({ alg: 'RS256' }), both)).toEqual(valid);
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'c' }), set({ ...rs256Jwk, kid: 'a' }))).toEqual(
      cannot('no-key-matches'),
    );
    expect(await checkSignature(es256Token, both)).toEqual(cannot('no-key-matches'));
    const bound = set({ ...ownJwk, kid: 'b', alg: 'PS256' });
    expect(await checkSignature(rsToken({ alg: 'RS256', kid: 'b' }), bound)).toEqual(
      cannot('alg-key-mismatch'),
    );
  });

  test('an RSA key under 2048 bits is not trusted', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const key = readVerificationKey(small.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    expect(await checkSignature(rsToken({ alg: 'RS256' }, small.privateKey), key)).toEqual(
      cannot('key-too-small'),
    );
  });

  test('an unencoded payload (RFC 7797) is checked as it stands', async () => {
    const input = `${base64url('{"alg":"RS256","b64":false,"crit":["b64"]}')}.{"iss":"1"}`;
    const token = `${input}.${sign('sha256', Buffer.from(input), own.privateKey).toString('base64url')}`;
    const key = readVerificationKey(own.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    expect(await checkSignature(token, key)).toEqual(valid);
  });

  test('Ed25519 and PSS', async () => {
    const pair = generateKeyPairSync('ed25519');
    const input = `${base64url('{"alg":"EdDSA"}')}.${base64url('{}')}`;
    const token = `${input}.${sign(null, Buffer.from(input), pair.privateKey).toString('base64url')}`;
    const key = readVerificationKey(pair.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    expect(await checkSignature(token, key)).toEqual(valid);
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
});

describe('readVerificationKey', () => {
  const token = rsToken({ alg: 'RS256' });
  const spki = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const pkcs8 = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  test.each<[string, string | Uint8Array]>([
    ['SPKI', spki],
    ['PKCS#1 public', own.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['PKCS#8 private', pkcs8],
    ['PKCS#1 private', own.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['DER SPKI', own.publicKey.export({ type: 'spki', format: 'der' })],
    ['DER PKCS#8', own.privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['JWK', JSON.stringify(own.publicKey.export({ format: 'jwk' }))],
    ['private JWK', JSON.stringify(own.privateKey.export({ format: 'jwk' }))],
    ['literal line ends', spki.replaceAll('\n', '\\n')],
    ['CR LF and a byte order mark', Buffer.from(`\ufeff${spki.replaceAll('\n', '\r\n')}`)],
    ['bare base64', own.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')],
  ])('%s', async (_name, input) => {
    const key = readVerificationKey(input);
    expect(await checkSignature(token, key)).toEqual(valid);
    expect(key.kind === 'keys' && key.keys.every((candidate) => candidate.key.type === 'public')).toBe(true);
  });

  test.each([
    ['', 'key-empty'],
    [' \n', 'key-empty'],
    ['hello', 'key-unreadable'],
    ['{"kty":"RSA"}', 'key-unreadable'],
    ['{"keys":[]}', 'key-unreadable'],
    ['null', 'key-unreadable'],
    ['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'key-unreadable'],
  ])('%j is refused', (text, reason) => {
    expect(readVerificationKey(text)).toEqual({ kind: 'refused', reason });
  });

  test('an encrypted private key is told apart', () => {
    const pem = createPrivateKey(pkcs8).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'x',
    });
    expect(readVerificationKey(pem.toString())).toEqual({ kind: 'refused', reason: 'key-encrypted' });
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readVerificationKey(bytes).kind === 'refused'));
    fc.assert(fc.property(fc.string(), (text) => readVerificationKey(text).kind === 'refused'));
  });
});
