import { describe, expect, test } from 'vitest';
import { decodeToken } from '../../../shared/jwt/decode-token.ts';
import { readTimes } from '../../../shared/jwt/read-times.ts';
import { encodeToken } from '../../fixtures/jwt/encode-token.ts';

function timesOf(claims: string) {
  return readTimes(decodeToken(encodeToken('{"alg":"RS256"}', claims)).payload.tree);
}

describe('readTimes', () => {
  test('reads the dates in a fixed order', () => {
    const claims = '{"toe":3,"updated_at":2,"exp":1516259022,"iat":1516239022,"auth_time":0}';
    expect(timesOf(claims)).toEqual([
      { name: 'iat', path: '/iat', at: 1516239022, unit: 'seconds', fraction: false },
      { name: 'exp', path: '/exp', at: 1516259022, unit: 'seconds', fraction: false },
      { name: 'auth_time', path: '/auth_time', at: 0, unit: 'seconds', fraction: false },
      { name: 'updated_at', path: '/updated_at', at: 2, unit: 'seconds', fraction: false },
      { name: 'toe', path: '/toe', at: 3, unit: 'seconds', fraction: false },
    ]);
  });

  test('notices milliseconds and fractions', () => {
    expect(timesOf('{"exp":1516259022999,"nbf":1516259022.5}')).toMatchObject([
      { name: 'nbf', at: 1516259022, unit: 'seconds', fraction: true },
      { name: 'exp', at: 1516259022, unit: 'milliseconds' },
    ]);
  });

  test('notices microseconds and nanoseconds', () => {
    expect(timesOf('{"iat":1790000000000000,"exp":1790000000000000000}')).toMatchObject([
      { name: 'iat', at: 1790000000, unit: 'microseconds' },
      { name: 'exp', at: 1790000000, unit: 'nanoseconds' },
    ]);
  });

  test.each(['{"exp":"1516259022"}', '{"exp":-1}', '{"exp":1e300}', '{"exp":null}', '[]', '{}'])(
    'leaves out what is no date: %s',
    (claims) => {
      expect(timesOf(claims)).toEqual([]);
    },
  );

  test('the dates of what stands inside are not those of the token', () => {
    expect(timesOf('{"act":{"exp":1},"events":{"toe":2},"a":[{"iat":3}]}')).toEqual([]);
  });

  test('the last of two equal names counts', () => {
    expect(timesOf('{"exp":1,"exp":2}')).toMatchObject([{ at: 2 }]);
  });
});
