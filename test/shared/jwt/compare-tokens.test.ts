import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTokens } from '../../../shared/jwt/compare-tokens.ts';
import { decodeToken } from '../../../shared/jwt/decode-token.ts';
import { encodeBase64url } from '../../../shared/jwt/encode-base64url.ts';

const token = (payload: string, signature = 'AAAA', header = '{"alg":"RS256"}') =>
  decodeToken(`${encodeBase64url(header)}.${encodeBase64url(payload)}.${signature}`);

const differing = (left: string, right: string) =>
  compareTokens(token(left), token(right)).members.filter(({ difference }) => difference !== 'same');

const once = { segment: 'payload', occurrence: [] };

describe('comparing two tokens', () => {
  test('names what differs, by its place', () => {
    expect(differing('{"a":1,"s":{"d":{"x":"1","y":2}}}', '{"b":1,"s":{"d":{"x":"2","y":2}}}')).toEqual([
      { ...once, path: '/a', left: '1', right: null, difference: 'only-left', laterBy: null },
      { ...once, path: '/s/d/x', left: '1', right: '2', difference: 'changed', laterBy: null },
      { ...once, path: '/b', left: null, right: '1', difference: 'only-right', laterBy: null },
    ]);
  });

  test('says by how much a date is later', () => {
    expect(differing('{"exp":100}', '{"exp":700}')).toMatchObject([{ path: '/exp', laterBy: 600 }]);
  });

  test('compares every digit, and tells text from numbers', () => {
    expect(differing('{"id":7342866812345678901}', '{"id":7342866812345678902}')).toHaveLength(1);
    expect(differing('{"id":"1"}', '{"id":1}')).toHaveLength(1);
    expect(differing('{"a":"\\u4e2d"}', '{"a":"中"}')).toEqual([]);
  });

  test('shows text in its quotation marks where the other is no text', () => {
    expect(differing('{"iss":"1142420987654"}', '{"iss":1142420987654}')).toMatchObject([
      { path: '/iss', left: '"1142420987654"', right: '1142420987654', difference: 'changed' },
    ]);
    expect(differing('{"a":"null"}', '{"a":null}')).toMatchObject([{ left: '"null"', right: 'null' }]);
    expect(differing('{"a":"x"}', '{"a":"y"}')).toMatchObject([{ left: 'x', right: 'y' }]);
  });

  test('compares each of the members with the same name, from the last on', () => {
    const { members, writtenDifferently } = compareTokens(token('{"a":1,"a":2}'), token('{"a":3,"a":2}'));
    expect(members.filter(({ segment }) => segment === 'payload')).toMatchObject([
      { path: '/a', occurrence: [1], left: '1', right: '3', difference: 'changed' },
      { path: '/a', occurrence: [2], left: '2', right: '2', difference: 'same' },
    ]);
    expect(writtenDifferently).toEqual([]);
    expect(differing('{"a":2}', '{"a":1,"a":2}')).toMatchObject([
      { path: '/a', occurrence: [1], left: null, right: '1', difference: 'only-right' },
    ]);
    expect(differing('{"a":{"b":1},"a":{"b":1,"b":2}}', '{"a":{"b":1},"a":{"b":2}}')).toMatchObject([
      { path: '/a/b', occurrence: [2, 1], left: '1', right: null, difference: 'only-left' },
    ]);
  });

  test('claims nothing of what is encrypted but whether the texts are the same', () => {
    const jwe = (content: string, header = '{"alg":"dir","enc":"A128GCM"}') =>
      decodeToken(`${encodeBase64url(header)}..AAAAAAAAAAAAAAAA.${content}.AAAAAAAAAAAAAAAAAAAAAA`);
    const nothing = { writtenDifferently: [], signature: null };
    const compared = compareTokens(jwe('AAAA'), jwe('BBBB'));
    expect(compared).toMatchObject({ ...nothing, encrypted: 'other-text' });
    expect(compared.members.map(({ path, difference }) => [path, difference])).toEqual([
      ['/alg', 'same'],
      ['/enc', 'same'],
    ]);
    expect(compareTokens(jwe('AAAA'), jwe('AAAA'))).toMatchObject({ ...nothing, encrypted: 'same-text' });
    const mixed = compareTokens(jwe('AAAA'), token('{"a":1}'));
    expect(mixed).toMatchObject({ ...nothing, encrypted: 'one' });
    expect(mixed.members.every(({ segment }) => segment === 'header')).toBe(true);
    expect(compareTokens(token('{}'), token('{}')).encrypted).toBeNull();
  });

  test('does not take for the same what cannot be read', () => {
    const of = (payload: string) => decodeToken(`${encodeBase64url('{"alg":"RS256"}')}.${payload}.AAAA`);
    const [first, second] = [Uint8Array.of(0xfe), Uint8Array.of(0xff)].map((bytes) =>
      of(Buffer.from(bytes).toString('base64url')),
    );
    const { members, writtenDifferently } = compareTokens(first ?? of(''), second ?? of(''));
    expect(members.at(-1)).toMatchObject({ left: '_g', right: '_w', difference: 'changed' });
    expect(writtenDifferently).toEqual([]);
    expect(compareTokens(of('*'), of('**')).members.at(-1)).toMatchObject({ difference: 'changed' });
  });

  test('says when the same is written differently', () => {
    const { writtenDifferently, members } = compareTokens(token('{"a":1,"b":2}'), token('{"b":2,"a":1}'));
    expect(members.every(({ difference }) => difference === 'same')).toBe(true);
    expect(writtenDifferently).toEqual(['payload']);
  });

  test('compares signatures, and says nothing where neither has one', () => {
    const signature = (left: string, right: string) =>
      compareTokens(token('{}', left), token('{}', right)).signature;
    expect([signature('AAAA', 'AAAA'), signature('AAAA', 'BBBB'), signature('', '')]).toEqual([
      'same',
      'different',
      null,
    ]);
  });

  test('compares as a whole what is no object', () => {
    expect(compareTokens(token('hello'), token('{"a":1}')).members.at(-1)).toEqual({
      ...once,
      path: '',
      left: 'hello',
      right: '{"a":1}',
      difference: 'changed',
      laterBy: null,
    });
  });

  test('finds no difference between a token and itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, garbage) => {
        for (const one of [token(JSON.stringify(value)), decodeToken(garbage)]) {
          const { members, writtenDifferently } = compareTokens(one, one);
          expect(members.filter(({ difference }) => difference !== 'same')).toEqual([]);
          expect(writtenDifferently).toEqual([]);
        }
      }),
    );
  });
});
