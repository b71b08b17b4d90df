import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CozeValue, writeCozeJson } from '../../electron/practice/coze-json.ts';

describe('writeCozeJson', () => {
  test('writes ids as bare digits', () => {
    expect(writeCozeJson({ id: 7428668101234567891n, list: [9223372036854775807n] }, 'number')).toBe(
      '{"id":7428668101234567891,"list":[9223372036854775807]}',
    );
  });

  test('writes ids as text', () => {
    expect(writeCozeJson({ id: 7428668101234567891n, count: 7 }, 'text')).toBe(
      '{"id":"7428668101234567891","count":7}',
    );
  });

  test('leaves out members that are undefined', () => {
    expect(writeCozeJson({ a: undefined, b: null }, 'number')).toBe('{"b":null}');
  });

  test('writes what JSON.stringify writes where there are no ids', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(writeCozeJson(value as CozeValue, 'number'))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  test('keeps every digit of any 64-bit id', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (id) => {
        expect(writeCozeJson([id], 'number')).toBe(`[${id}]`);
        expect(writeCozeJson([id], 'text')).toBe(`["${id}"]`);
      }),
    );
  });
});
