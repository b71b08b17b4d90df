import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVerificationKey } from '../../../electron/keys/read-verification-key.ts';
import { checkSignature } from '../../../electron/tokens/check-signature.ts';
import { base64url } from '../../fixtures/jwt/encode-token.ts';

const valid = { state: 'valid', reason: null };
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const input = `${base64url('{"alg":"RS256"}')}.${base64url('{"iss":"1"}')}`;

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/keys/${name}`, import.meta.url));

describe('readVerificationKey', () => {
  const token = `${input}.${sign('sha256', Buffer.from(input), own.privateKey).toString('base64url')}`;
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
    ['a key in a configuration', JSON.stringify({ client_type: 'jwt', private_key: pkcs8 })],
    ['zero-width characters and long dashes', spki.replaceAll('-----', '\u2014\u2014\u200b\u2014')],
    ['bare base64', own.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')],
  ])('%s', async (_name, input) => {
    const key = readVerificationKey(input);
    expect(await checkSignature(token, key)).toMatchObject(valid);
    expect(key.kind === 'keys' && key.keys.every((candidate) => candidate.key.type === 'public')).toBe(true);
  });

  test.each([
    ['', 'key-empty'],
    [' \n', 'key-empty'],
    ['hello', 'key-unreadable'],
    ['{"kty":"RSA"}', 'key-unreadable'],
    ['{"keys":[]}', 'no-signing-key'],
    ['{"keys":[{"kty":"RSA","use":"enc","n":"AQAB","e":"AQAB"}]}', 'no-signing-key'],
    ['{"keys":[{"kty":"RSA","use":"enc"},{"kty":"XYZ"}]}', 'key-unreadable'],
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

  test('what it was read as', () => {
    const formOf = (input: string | Uint8Array) => {
      const read = readVerificationKey(input);
      return read.kind === 'keys' ? [read.form, read.keys.length] : read.reason;
    };
    const jwk = own.publicKey.export({ format: 'jwk' });
    expect(formOf(spki)).toEqual(['public-key', 1]);
    expect(formOf(pkcs8)).toEqual(['private-key', 1]);
    expect(formOf(fixture('refused-certificate.pem'))).toEqual(['certificate', 1]);
    expect(formOf(fixture('refused-certificate.der'))).toEqual(['certificate', 1]);
    expect(formOf(own.privateKey.export({ type: 'pkcs8', format: 'der' }))).toEqual(['private-key', 1]);
    expect(formOf(JSON.stringify(jwk))).toEqual(['jwk', 1]);
    expect(formOf(JSON.stringify({ keys: [jwk] }))).toEqual(['jwk-set', 1]);
    expect(formOf(JSON.stringify([jwk, jwk, { kty: 'oct' }]))).toEqual(['jwk-set', 2]);
    expect(formOf(fixture('throwaway-rsa-2048-encrypted.der'))).toBe('key-encrypted');
    expect(formOf(' '.repeat(1024 * 1024 + 1))).toBe('key-too-large');
  });

  test('DER of every kind of key', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const ed = generateKeyPairSync('ed25519');
    for (const [der, form] of [
      [ec.privateKey.export({ type: 'sec1', format: 'der' }), 'private-key'],
      [ec.privateKey.export({ type: 'pkcs8', format: 'der' }), 'private-key'],
      [ec.publicKey.export({ type: 'spki', format: 'der' }), 'public-key'],
      [ed.privateKey.export({ type: 'pkcs8', format: 'der' }), 'private-key'],
      [ed.publicKey.export({ type: 'spki', format: 'der' }), 'public-key'],
      [own.privateKey.export({ type: 'pkcs1', format: 'der' }), 'private-key'],
      [own.publicKey.export({ type: 'pkcs1', format: 'der' }), 'public-key'],
    ] as const) {
      expect(readVerificationKey(der)).toMatchObject({ kind: 'keys', form });
      expect(readVerificationKey(der.toString('base64'))).toMatchObject({ kind: 'keys', form });
    }
  });

  test('a certificate confirms what its key signed', async () => {
    const key = createPrivateKey(fixture('throwaway-rsa-2048-pkcs8.pem'));
    const signed = `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
    for (const name of ['refused-certificate.pem', 'refused-certificate.der']) {
      expect(await checkSignature(signed, readVerificationKey(fixture(name)))).toMatchObject(valid);
    }
  });

  test('more than 300 keys are refused, in whatever form', () => {
    const jwk = own.publicKey.export({ format: 'jwk' });
    const set = (count: number) => JSON.stringify({ keys: Array.from({ length: count }, () => jwk) });
    expect(readVerificationKey(set(300)).kind).toBe('keys');
    expect(readVerificationKey(set(301))).toEqual({ kind: 'refused', reason: 'too-many-keys' });
    expect(readVerificationKey(spki.repeat(301))).toEqual({ kind: 'refused', reason: 'too-many-keys' });
  });

  test('several PEM blocks are counted as they stand', () => {
    const second = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
    expect(readVerificationKey(`${spki}-----BEGIN X-----\n-----END X-----\n${second}`)).toMatchObject({
      keys: [{ index: 0 }, { index: 2 }],
    });
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readVerificationKey(bytes).kind === 'refused'));
    fc.assert(fc.property(fc.string(), (text) => readVerificationKey(text).kind === 'refused'));
  });
});
