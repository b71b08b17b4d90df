import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNumbers } from '../../../shared/json/compare-numbers.ts';
import { isSoon } from '../../fixtures/is-soon.ts';

describe('compareNumbers', () => {
  test.each([
    ['1', '1.0', 0],
    ['1e2', '100', 0],
    ['-0', '0', 0],
    ['0e9', '0', 0],
    ['9007199254740993', '9007199254740992', 1],
    ['-9223372036854775808', '-9223372036854775807', -1],
    ['0.1', '0.10000000000000000001', -1],
    ['1e999999999', '2', 1],
    ['-1e999999999', '2', -1],
    ['1e-999999999', '0', 1],
    ['12.5E-1', '1.25', 0],
  ])('%s and %s', (left, right, expected) => {
    expect(compareNumbers(left, right)).toBe(expected);
    expect(compareNumbers(right, left)).toBe(expected === 0 ? 0 : -expected);
  });

  test('is done soon with zeros that do not end a number', () => {
    const work = () => {
      expect(compareNumbers(`1.${'0'.repeat(150_000)}1`, '2')).toBe(-1);
    };
    expect(isSoon(work)).toBe(true);
  });

  test('orders integers as BigInt does', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (left, right) => {
        expect(compareNumbers(`${left}`, `${right}`)).toBe(left === right ? 0 : left < right ? -1 : 1);
      }),
    );
  });
});
