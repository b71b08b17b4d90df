import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTokens } from '../../../shared/jwt/compare-tokens.ts';
import { decodeToken } from '../../../shared/jwt/decode-token.ts';
import { encodeBase64url } from '../../../shared/jwt/encode-base64url.ts';

const token = (payload: string, signature = 'AAAA', header = '{"alg":"RS256"}') =>
  decodeToken(`${encodeBase64url(header)}.${encodeBase64url(payload)}.${signature}`);

const differing = (left: string, right: string) =>
  compareTokens(token(left), token(right)).members.filter(({ difference }) => difference !== 'same');

describe('comparing two tokens', () => {
  test('names what differs, by its place', () => {
    expect(differing('{"a":1,"s":{"d":{"x":"1","y":2}}}', '{"b":1,"s":{"d":{"x":"2","y":2}}}')).toEqual([
      { segment: 'payload', path: '/a', left: '1', right: null, difference: 'only-left', laterBy: null },
      { segment: 'payload', path: '/s/d/x', left: '1', right: '2', difference: 'changed', laterBy: null },
      { segment: 'payload', path: '/b', left: null, right: '1', difference: 'only-right', laterBy: null },
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
      segment: 'payload',
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
