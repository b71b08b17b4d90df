import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPrivateKey } from '../../../electron/keys/read-private-key.ts';
import { ProblemError } from '../../../shared/problem.ts';

const fixture = (name: string) => readFileSync(resolve('test/fixtures/keys', name));
const spki = 'oR9gq5OMUDRtHOAmGpVO2ywCvB_8wR0UlleGdry-5nA';

function refusalOf(input: Uint8Array | string, passphrase: string | null = null) {
  try {
    readPrivateKey(input, passphrase);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { code: error.problem.code, params: error.problem.params };
  }
  throw new Error('was accepted');
}

describe('every form of the same key is read to the same PKCS#8', () => {
  const expected = fixture('throwaway-rsa-2048-pkcs8.der');
  it.each([
    ['throwaway-rsa-2048-pkcs8.pem', null, []],
    ['throwaway-rsa-2048-pkcs1.pem', null, ['pkcs1']],
    ['throwaway-rsa-2048-encrypted-aes256-sha256.pem', 'throwaway', ['decrypted']],
    ['throwaway-rsa-2048-encrypted-3des-v1.pem', 'throwaway', ['decrypted']],
    ['throwaway-rsa-2048-encrypted-scrypt.pem', 'throwaway', ['decrypted']],
    ['throwaway-rsa-2048-legacy-aes256.pem', 'throwaway', ['pkcs1', 'decrypted']],
    ['throwaway-rsa-2048-legacy-3des.pem', 'throwaway', ['pkcs1', 'decrypted']],
    ['throwaway-rsa-2048-pkcs8.der', null, ['der']],
    ['throwaway-rsa-2048-pkcs1.der', null, ['pkcs1', 'der']],
    ['throwaway-rsa-2048-encrypted.der', 'throwaway', ['decrypted', 'der']],
    ['throwaway-rsa-2048.jwk.json', null, ['jwk']],
    ['throwaway-rsa-2048.jwks.json', null, ['jwk']],
  ])('%s', (name, passphrase, normalised) => {
    const read = readPrivateKey(fixture(name), passphrase);
    expect(Buffer.from(read.pkcs8).equals(expected)).toBe(true);
    expect(read.normalised).toEqual(normalised);
    expect(read.publicHalf).toMatchObject({
      bits: 2048,
      publicKeyPem: fixture('refused-public-spki.pem').toString(),
      fingerprints: {
        spki,
        jwkThumbprint: 'vx1paLEgY3oPBoj7rg8qWgXuu8dps6E76EUHJ-lkdnw',
        pkcs1: 'tBu1gR-SsQumtyifmJ9FyNY2LZpgBvv0u-0sqxdeDTQ',
      },
    });
  });

  it('a passphrase that is not needed is ignored', () => {
    expect(readPrivateKey(fixture('throwaway-rsa-2048-pkcs8.pem'), 'unused').normalised).toEqual([]);
  });
});

describe('what is refused has its own code', () => {
  it.each([
    ['refused-public-spki.pem', 'key/public', {}],
    ['refused-public-pkcs1.pem', 'key/public', {}],
    ['refused-public-spki.der', 'key/public', {}],
    ['refused-public-ssh.pub', 'key/public', {}],
    ['refused-public.jwk.json', 'key/public', {}],
    ['refused-certificate.pem', 'key/certificate', {}],
    ['refused-certificate.der', 'key/certificate', {}],
    ['refused-certificate-request.pem', 'key/public', {}],
    ['refused-certificate-request.der', 'key/public', {}],
    ['refused-ec-pkcs8.pem', 'key/not-rsa', { type: 'EC' }],
    ['refused-ec-sec1.pem', 'key/not-rsa', { type: 'EC' }],
    ['refused-ec-legacy-encrypted.pem', 'key/not-rsa', { type: 'EC' }],
    ['refused-ec.jwk.json', 'key/not-rsa', { type: 'P-256' }],
    ['refused-ed25519.pem', 'key/not-rsa', { type: 'Ed25519' }],
    ['refused-dsa-pkcs8.pem', 'key/not-rsa', { type: 'DSA' }],
    ['refused-dsa-legacy.pem', 'key/not-rsa', { type: 'DSA' }],
    ['refused-rsa-pss.pem', 'key/not-rsa', { type: 'RSA-PSS' }],
    ['refused-rsa-1024.pem', 'key/too-small', { bits: 1024 }],
    ['refused-private-openssh.pem', 'key/unreadable', { reason: 'format', format: 'openssh' }],
    ['refused-pkcs12.p12', 'key/unreadable', { reason: 'format', format: 'pkcs12' }],
    ['refused-mixed-halves.jwk.json', 'key/unreadable', { reason: 'inconsistent' }],
  ])('%s', (name, code, params) => {
    expect(refusalOf(fixture(name))).toEqual({ code, params });
  });

  it.each([
    ['an empty text', '', 'key/empty', {}],
    ['white space and a byte order mark', '\uFEFF \r\n\t', 'key/empty', {}],
    ['no bytes', new Uint8Array(), 'key/empty', {}],
    ['prose', 'my private key is in the other file', 'key/none-found', {}],
    ['a path', '/home/dev/private_key.pem', 'key/none-found', {}],
    ['a kid', '_v0VjcMlBQkEUQ0nYnQJyJ1tYxXqk7mB3gpyf4aaaaa', 'key/none-found', {}],
    ['an ECDSA public key of SSH', 'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY', 'key/public', {}],
    ['one on a token', 'sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNh', 'key/public', {}],
    ['an empty key set', '{"keys":[]}', 'key/none-found', {}],
    ['a shared secret', '{"kty":"oct","k":"c2VjcmV0"}', 'key/not-rsa', { type: 'oct' }],
    ['binary rubbish', Uint8Array.of(0, 1, 2, 3, 0xff, 0xfe, 0), 'key/none-found', {}],
    [
      'a PuTTY file',
      'PuTTY-User-Key-File-3: ssh-rsa\n',
      'key/unreadable',
      { reason: 'format', format: 'putty' },
    ],
    ['65 537 bytes', 'A'.repeat(65_537), 'key/too-large', { limit: 65_536 }],
    ['65 537 bytes in fewer characters', '钥'.repeat(21_846), 'key/too-large', { limit: 65_536 }],
    ['65 536 bytes of brackets', '['.repeat(65_536), 'key/none-found', {}],
  ])('%s', (_, input, code, params) => {
    expect(refusalOf(input)).toEqual({ code, params });
  });

  it('an encrypted EC key, once decrypted', () => {
    expect(refusalOf(fixture('refused-ec-encrypted-pkcs8.pem'))).toMatchObject({
      code: 'key/passphrase-needed',
    });
    expect(refusalOf(fixture('refused-ec-encrypted-pkcs8.pem'), 'throwaway')).toEqual({
      code: 'key/not-rsa',
      params: { type: 'EC' },
    });
  });

  it('a key set with two private RSA keys, since none of them is the obvious one', () => {
    const jwk: unknown = JSON.parse(fixture('throwaway-rsa-2048.jwk.json').toString());
    expect(refusalOf(JSON.stringify({ keys: [jwk, jwk] }))).toEqual({
      code: 'key/unreadable',
      params: { reason: 'several-keys' },
    });
  });
});

describe('encrypted keys', () => {
  it.each([
    'throwaway-rsa-2048-encrypted-aes256-sha256.pem',
    'throwaway-rsa-2048-encrypted-3des-v1.pem',
    'throwaway-rsa-2048-encrypted-scrypt.pem',
    'throwaway-rsa-2048-legacy-aes256.pem',
    'throwaway-rsa-2048-legacy-3des.pem',
    'throwaway-rsa-2048-encrypted.der',
  ])('%s asks for its passphrase and refuses wrong ones', (name) => {
    const bytes = fixture(name);
    expect(refusalOf(bytes)).toEqual({ code: 'key/passphrase-needed', params: {} });
    for (const wrong of ['', 'Throwaway', 'throwaway ', '密码', 'x'.repeat(1024)])
      expect(refusalOf(bytes, wrong)).toEqual({ code: 'key/passphrase-wrong', params: {} });
  });

  it('a wrong passphrase is never mistaken for damage, whatever the garbage it decrypts to', () => {
    const bytes = fixture('throwaway-rsa-2048-legacy-aes256.pem');
    for (let attempt = 0; attempt < 2000; attempt += 1)
      expect(refusalOf(bytes, `wrong ${attempt}`).code).toBe('key/passphrase-wrong');
  });

  it('a derivation that would take minutes is refused before it starts', () => {
    const der = fixture('throwaway-rsa-2048-encrypted.der');
    const iterations = der.indexOf(Buffer.from([0x02, 0x02, 0x08, 0x00]));
    const hex = der.toString('hex');
    const costly = Buffer.concat([
      der.subarray(0, iterations),
      Buffer.from([0x02, 0x04, 0x7f, 0xff, 0xff, 0xff]),
      der.subarray(iterations + 4),
    ]);
    expect(hex).toContain('02020800');
    for (const lengthAt of lengthsAround(costly, iterations)) bump(costly, lengthAt);
    expect(refusalOf(costly, 'throwaway')).toEqual({
      code: 'key/unreadable',
      params: { reason: 'encryption' },
    });
  });
});

/** Where the lengths of the sequences that hold `offset` stand. */
function lengthsAround(der: Buffer, offset: number): readonly number[] {
  const found: number[] = [];
  let position = 0;
  while (position < offset) {
    const tag = der.readUInt8(position);
    const first = der.readUInt8(position + 1);
    const octets = first < 0x80 ? 0 : first - 0x80;
    const length = octets === 0 ? first : der.readUIntBE(position + 2, octets);
    const content = position + 2 + octets;
    const holds = tag === 0x30 && offset < content + length;
    if (holds) found.push(position + 1 + octets);
    position = holds ? content : content + length;
  }
  return found;
}

function bump(der: Buffer, lengthAt: number): void {
  der.writeUInt8(der.readUInt8(lengthAt) + 2, lengthAt);
}

describe('damage is told from absence', () => {
  const pem = fixture('throwaway-rsa-2048-pkcs8.pem').toString();
  const lines = pem.split('\n');
  it.each([
    ['a character that is not base64', pem.replace('MII', 'M*I'), 'base64'],
    ['a masked middle', [...lines.slice(0, 5), '****', ...lines.slice(8)].join('\n'), 'base64'],
    ['a line missing', [...lines.slice(0, 5), ...lines.slice(6)].join('\n'), 'truncated'],
    ['the end missing', lines.slice(0, 12).join('\n'), 'truncated'],
    ['the end missing, no banner', lines.slice(1, 12).join('\n'), 'truncated'],
    ['two lines swapped', swap(lines, 9, 10).join('\n'), 'inconsistent'],
    ['an empty block', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----', 'asn1'],
  ])('%s', (_, text, reason) => {
    expect(refusalOf(text)).toEqual({ code: 'key/unreadable', params: { reason } });
  });
});

function swap(lines: readonly string[], first: number, second: number): readonly string[] {
  return lines.map(
    (line, index) => lines[index === first ? second : index === second ? first : index] ?? line,
  );
}
