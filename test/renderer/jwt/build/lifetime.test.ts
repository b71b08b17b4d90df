import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLifetime, parseLifetime } from '../../../../renderer/jwt/build/lifetime.ts';

describe('a lifetime', () => {
  test.each([
    ['+10m', 600],
    ['10m', 600],
    ['600', 600],
    ['+600s', 600],
    ['1h30m', 5400],
    ['1H 30M', 5400],
    ['1d', 86_400],
    ['-45s', -45],
    ['0', 0],
  ])('reads %j as %d seconds', (text, seconds) => {
    expect(parseLifetime(text)).toBe(seconds);
  });

  test.each(['', '+', 'm', '10 minutes', '1.5h', '10m5', '--1', '1e3', '９'])('does not read %j', (text) => {
    expect(parseLifetime(text)).toBeNull();
  });

  test.each([
    [600, '+10m'],
    [90, '+1m30s'],
    [3600, '+1h'],
    [86_399, '+23h59m59s'],
    [0, '+0s'],
    [-45, '-45s'],
  ])('writes %d seconds as %j', (seconds, text) => {
    expect(formatLifetime(seconds)).toBe(text);
  });

  test('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (seconds) => {
        expect(parseLifetime(formatLifetime(seconds))).toBe(seconds === 0 ? 0 : seconds);
      }),
    );
  });
});
