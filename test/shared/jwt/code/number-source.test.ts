import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { survivesDouble } from '../../../../shared/jwt/code/number-source.ts';
import { isSoon } from '../../../fixtures/is-soon.ts';

describe('survivesDouble', () => {
  test.each([
    '0',
    '-0',
    '0.00',
    '1.50',
    '1E3',
    '-12e-2',
    '9007199254740992',
    '100000000000000000000',
    '1e308',
  ])('%s does', (source) => {
    expect(survivesDouble(source)).toBe(true);
  });

  test.each([
    '9007199254740993',
    '-9007199254740993',
    '123456789012345678901',
    '0.1000000000000000055511151231257827',
    '1e400',
    '-1e400',
    '1e-400',
    '1e99999999999999999999',
  ])('%s does not', (source) => {
    expect(survivesDouble(source)).toBe(false);
  });

  test('a number with many zeros that do not end it is looked at soon', () => {
    const work = () => {
      expect(survivesDouble(`1.${'0'.repeat(150_000)}1`)).toBe(false);
    };
    expect(isSoon(work)).toBe(true);
  });

  test('every double as JSON writes it does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(survivesDouble(JSON.stringify(value))).toBe(true);
      }),
    );
  });

  test('an integer does exactly when a double holds it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 52n, max: 2n ** 62n }), (value) => {
        const nearest = BigInt(JSON.stringify(Number(value)));
        expect(survivesDouble(String(value))).toBe(nearest === value);
      }),
    );
  });
});
