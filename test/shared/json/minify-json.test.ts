import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../../shared/json/format-json.ts';
import { minifyJson } from '../../../shared/json/minify-json.ts';

describe('minifyJson', () => {
  test('keeps digits, escapes, duplicates and order, and white space in strings', () => {
    const text =
      '\t{ "b" : 73428668123456789012345 ,\r\n "a": 1.50e+3, "b": "\\u4e2d\\/ \\" \u3000x", "c": [ ], "d":{ } }\n';
    expect(minifyJson(text)).toBe(
      '{"b":73428668123456789012345,"a":1.50e+3,"b":"\\u4e2d\\/ \\" \u3000x","c":[],"d":{}}',
    );
  });

  test.each([
    ['{}', '{}'],
    [' [ 1 , 2 ] ', '[1,2]'],
    ['"a b"', '"a b"'],
    ['"\\\\" ', '"\\\\"'],
    [' null', 'null'],
  ])('%j becomes %j', (text, expected) => {
    expect(minifyJson(text)).toBe(expected);
  });

  test('undoes every layout', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 8 }), (value, indent) => {
        const minified = JSON.stringify(value);
        expect(minifyJson(formatJson(minified, indent))).toBe(minified);
        expect(minifyJson(JSON.stringify(value, null, '\t'))).toBe(minified);
      }),
    );
  });

  test('never throws on text that is not JSON', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof minifyJson(text) === 'string'));
    expect(minifyJson('{"a": "not closed ')).toBe('{"a":"not closed ');
  });

  test('takes a mebibyte of white space, of nesting, or of one string', () => {
    const size = 1_048_576;
    expect(minifyJson(`{${' '.repeat(size)}}`)).toBe('{}');
    const deep = `${'['.repeat(size)}${']'.repeat(size)}`;
    expect(minifyJson(deep)).toBe(deep);
    const long = `"${'\\" '.repeat(size)}"`;
    expect(minifyJson(long)).toBe(long);
  });
});
