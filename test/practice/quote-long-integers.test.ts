import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteLongIntegers } from '../../electron/practice/quote-long-integers.ts';
import { isSoon } from '../fixtures/is-soon.ts';

describe('long integers of a body', () => {
  test.each([
    ['{"dataset_id":7385093717920137011}', '{"dataset_id":"7385093717920137011"}'],
    ['[-9007199254740993,9007199254740991]', '["-9007199254740993",9007199254740991]'],
    ['{"a":"7385093717920137011"}', '{"a":"7385093717920137011"}'],
    ['{"a":"x\\" 7385093717920137011"}', '{"a":"x\\" 7385093717920137011"}'],
    ['[12345678901234567890.5,1e300]', '[12345678901234567890.5,1e300]'],
    ['{"unfinished', '{"unfinished'],
  ])('keep each digit: %s', (json, quoted) => {
    expect(quoteLongIntegers(json)).toBe(quoted);
  });

  test('are looked for soon behind a quote that closes nothing', () => {
    const json = `"${'\\"'.repeat(100_000)}`;
    const work = () => {
      expect(quoteLongIntegers(json)).toBe(json);
    };
    expect(isSoon(work)).toBe(true);
  });

  test('are all that changes', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const hasLong = JSON.stringify(JSON.parse(json)).match(/\d{16,}/) !== null;
        fc.pre(!hasLong);
        expect(JSON.parse(quoteLongIntegers(json))).toEqual(JSON.parse(json));
      }),
    );
  });
});
