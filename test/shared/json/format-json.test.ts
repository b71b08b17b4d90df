import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../../shared/json/format-json.ts';

describe('formatJson', () => {
  test('keeps digits, escapes, duplicates and order', () => {
    const text = '{"b":73428668123456789012345,"a":1.50e+3,"b":"\\u4e2d\\/","c":[],"d":{ },"e":[true,null]}';
    expect(formatJson(text)).toBe(
      '{\n  "b": 73428668123456789012345,\n  "a": 1.50e+3,\n  "b": "\\u4e2d\\/",\n  "c": [],\n  "d": {},\n  "e": [\n    true,\n    null\n  ]\n}',
    );
  });

  test('leaves text that is not JSON as it was', () => {
    expect(formatJson('{"a": }')).toBe('{"a": }');
    expect(formatJson('')).toBe('');
  });

  test('equals JSON.stringify wherever that keeps the text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(formatJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  test('changes white space only, and nothing the second time', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 8 }), (text, indent) => {
        const once = formatJson(text, indent);
        expect(JSON.parse(once)).toEqual(JSON.parse(text));
        expect(formatJson(once, indent)).toBe(once);
      }),
    );
  });

  test('lays out nesting of any depth', () => {
    const deep = `${'['.repeat(3000)}1${']'.repeat(3000)}`;
    expect(formatJson(deep).replace(/\s/g, '')).toBe(deep);
  });
});
