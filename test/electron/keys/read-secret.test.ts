import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSecret, type SecretEncoding } from '../../../electron/keys/read-secret.ts';
import { isSoon } from '../../fixtures/is-soon.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const der = pair.publicKey.export({ type: 'spki', format: 'der' });
const jwk = JSON.stringify(pair.publicKey.export({ format: 'jwk' }));

function bytesOf(text: string, encoding: SecretEncoding): string | undefined {
  const read = readSecret(text, encoding);
  return read.kind === 'keys' ? read.keys[0]?.key.export().toString('hex') : undefined;
}

describe('readSecret', () => {
  test.each<[string, SecretEncoding, string]>([
    ['key', 'text', '6b6579'],
    [' key\n', 'text', '206b65790a'],
    ['密', 'text', 'e5af86'],
    ['00ff7A', 'hex', '00ff7a'],
    ['0x00FF', 'hex', '00ff'],
    ['00:ff:7a', 'hex', '00ff7a'],
    [' 00 ff\n7a ', 'hex', '00ff7a'],
    ['a2V5', 'base64url', '6b6579'],
    ['_-8', 'base64url', 'ffef'],
    ['/+8=', 'base64url', 'ffef'],
    [' a2\nV5 ', 'base64url', '6b6579'],
  ])('%j as %s is %s', (text, encoding, hex) => {
    expect(bytesOf(text, encoding)).toBe(hex);
  });

  test.each<[string, SecretEncoding, string]>([
    ['', 'text', 'key-empty'],
    ['', 'hex', 'key-empty'],
    ['0x', 'hex', 'key-empty'],
    [' ', 'base64url', 'key-empty'],
    ['abc', 'hex', 'secret-not-hex'],
    ['xy', 'hex', 'secret-not-hex'],
    ['密', 'hex', 'secret-not-hex'],
    ['a', 'base64url', 'secret-not-base64url'],
    ['a2V5!', 'base64url', 'secret-not-base64url'],
    ['a=2V', 'base64url', 'secret-not-base64url'],
    [pem, 'text', 'key-text-as-secret'],
    [pem, 'hex', 'key-text-as-secret'],
    [pem, 'base64url', 'key-text-as-secret'],
    [Buffer.from(pem).toString('hex'), 'hex', 'key-text-as-secret'],
    [Buffer.from(pem).toString('base64url'), 'base64url', 'key-text-as-secret'],
    [jwk, 'text', 'key-text-as-secret'],
    [der.toString('base64'), 'text', 'key-text-as-secret'],
    [der.toString('base64'), 'base64url', 'key-text-as-secret'],
    [der.toString('hex'), 'hex', 'key-text-as-secret'],
  ])('%j as %s is refused: %s', (text, encoding, reason) => {
    expect(readSecret(text, encoding)).toEqual({ kind: 'refused', reason });
  });

  test('the text of a key is taken when it is meant, and only as text', () => {
    expect(readSecret(pem, 'text', { allowKeyText: true })).toMatchObject({
      kind: 'keys',
      form: 'secret-text',
      keys: [{ isKeyText: true }],
    });
    expect(readSecret('key', 'text', { allowKeyText: true })).toMatchObject({ keys: [{ isKeyText: false }] });
    expect(readSecret(der.toString('hex'), 'hex', { allowKeyText: true })).toEqual({
      kind: 'refused',
      reason: 'key-text-as-secret',
    });
  });

  test('never throws, and what was written is read', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom<SecretEncoding>('text', 'hex', 'base64url'),
        (text, encoding) => {
          expect(['keys', 'refused']).toContain(readSecret(text, encoding).kind);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const hex = Buffer.from(bytes).toString('hex');
        expect(bytesOf(hex, 'hex')).toBe(hex);
        expect(bytesOf(Buffer.from(bytes).toString('base64url'), 'base64url')).toBe(hex);
      }),
    );
  });

  test('long white space before a wrong character takes no time to speak of', () => {
    const text = `${' '.repeat(400_000)}!`;
    const work = () => {
      for (const encoding of ['text', 'hex', 'base64url'] as const) readSecret(text, encoding);
    };
    expect(isSoon(work)).toBe(true);
  });
});
