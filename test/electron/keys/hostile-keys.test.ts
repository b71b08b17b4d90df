import { describe, expect, it } from 'vitest';
import { readPrivateKey } from '../../../electron/keys/read-private-key.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { isSoon } from '../../fixtures/is-soon.ts';

/** As long as a key may be. */
const longest = 65_000;

function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, 0x83, 0, content.length >> 8, content.length & 0xff]), content]);
}
const sequence = (...parts: readonly Uint8Array[]) => element(0x30, ...parts);
const octets = (hex: string) => element(0x04, Buffer.from(hex, 'hex'));
const integer = (hex: string) => element(0x02, Buffer.from(hex, 'hex'));
const oid = (hex: string) => element(0x06, Buffer.from(hex, 'hex'));

const pbes2 = oid('2a864886f70d01050d');
const scrypt = oid('2b06010401da47040b');
const aes256 = sequence(oid('60864801650304012a'), octets('00'.repeat(16)));
const tripleDes = oid('2a864886f70d010c0103');

const encrypted = (...algorithm: readonly Uint8Array[]) =>
  sequence(sequence(...algorithm), octets('00'.repeat(64)));
const withScrypt = (...parameters: readonly Uint8Array[]) =>
  encrypted(pbes2, sequence(sequence(scrypt, sequence(...parameters)), aes256));

function refusalOf(input: Uint8Array | string): object {
  try {
    readPrivateKey(input, 'passphrase');
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.problem.code, ...error.problem.params };
    throw error;
  }
  throw new Error('was accepted');
}

describe('a text that was made to take long is refused soon', () => {
  it.each([
    ['dashes', '-'.repeat(longest)],
    ['dashes, then line ends', '-'.repeat(longest / 2) + '\n'.repeat(longest / 2)],
    ['a BEGIN line that never ends', `-BEGIN A${'\n'.repeat(longest)}`],
    ['backslashes', `${'\\'.repeat(longest)}x`],
    ['beginnings of keys that all announce the rest', 'MIL/'.repeat(longest / 4)],
    ['key types of SSH without an end', 'ecdsa-sha2-'.repeat(longest / 11)],
    ['a key of dashes', `-----BEGIN PRIVATE KEY-----A${'-'.repeat(longest)}`],
  ])('%s', (_name, text) => {
    expect(isSoon(() => refusalOf(text))).toBe(true);
  });
});

describe('a key derivation that would take hours or all memory is not begun', () => {
  const refused = { code: 'key/unreadable', reason: 'encryption' };
  it.each([
    ['cost', withScrypt(octets('00'), integer('01000000'), integer('08'), integer('01'))],
    ['cost that is no INTEGER', withScrypt(integer('01'), octets('01000000'), integer('08'), integer('01'))],
    [
      'parallelization 0, which stands for 1',
      withScrypt(octets('00'), integer('01000000'), integer('08'), integer('00')),
    ],
    [
      'block size 0, which stands for 8',
      withScrypt(octets('00'), integer('01000000'), integer('00'), integer('01')),
    ],
    ['no parallelization', withScrypt(octets('00'), integer('01000000'), integer('08'))],
  ])('scrypt: %s', (_name, der) => {
    expect(refusalOf(der)).toStrictEqual(refused);
  });
});

it('parameters that nest until the stack is used up are a wrong passphrase like any other', () => {
  let nested = sequence();
  while (nested.length < longest - 200) nested = sequence(nested);
  const der = encrypted(tripleDes, sequence(octets('00'.repeat(8)), integer('01'), nested));
  expect(refusalOf(der)).toStrictEqual({ code: 'key/passphrase-wrong' });
});
