import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../../shared/coze/lint/apply-fix.ts';

const set = (path: string, value: string) => ({ segment: 'payload', path, value }) as const;
const remove = (path: string) => ({ segment: 'payload', path, remove: true }) as const;

describe('applyFix', () => {
  test('changes the value and leaves order, digits, escapes and layout alone', () => {
    const text = '{\n\t"id" : 7342866812345678901,\n\t"aud": "x",\n\t"n":1.50, "u":"\\u4e2d"\n}\n';
    expect(applyFix(text, set('/aud', '"api.coze.cn"'))).toBe(text.replace('"x"', '"api.coze.cn"'));
  });

  test.each([
    ['{"a":1,"b":2}', '{"a":1,"b":2,"aud":"h"}'],
    ['{"a": 1, "b": 2}', '{"a": 1, "b": 2, "aud": "h"}'],
    ['{\n  "a": 1\n}', '{\n  "a": 1,\n  "aud": "h"\n}'],
    ['{\n  "a": 1,\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 2,\n  "aud": "h"\n}'],
    ['{}', '{"aud":"h"}'],
    ['{ }', '{"aud":"h" }'],
  ])('adds a member to %j as the others are laid out', (text, expected) => {
    expect(applyFix(text, set('/aud', '"h"'))).toBe(expected);
  });

  test.each([
    ['{"x":1}', '{}'],
    ['{"x":1,"b":2}', '{"b":2}'],
    ['{"a":1,"x":[1,{"x":2}]}', '{"a":1}'],
    ['{\n  "a": 1,\n  "x": 2,\n  "b": 3\n}', '{\n  "a": 1,\n  "b": 3\n}'],
    ['{\n  "x": 1,\n  "b": 3\n}', '{\n  "b": 3\n}'],
    ['{"x":1,"x":2,"b":3,"x":4}', '{"b":3}'],
    ['{"x":1,"x":2}', '{}'],
    ['{"a":1}', '{"a":1}'],
  ])('removes a member from %j', (text, expected) => {
    expect(applyFix(text, remove('/x'))).toBe(expected);
  });

  test('sets the last of several members with one name, which is the one that counts', () => {
    expect(applyFix('{"a":1,"a":2}', set('/a', '3'))).toBe('{"a":1,"a":3}');
  });

  test('follows a pointer with escapes into objects', () => {
    expect(applyFix('{"a/b":{"~":1}}', set('/a~1b/~0', '2'))).toBe('{"a/b":{"~":2}}');
    expect(applyFix('{"s":{"d":{"x":1,"y":2}}}', remove('/s/d/x'))).toBe('{"s":{"d":{"y":2}}}');
  });

  test('writes an object with 64-bit integers as it is given', () => {
    expect(applyFix('{"s":"…"}', set('/s', '{"id":7342866812345678901}'))).toBe(
      '{"s":{"id":7342866812345678901}}',
    );
  });

  test.each(['', 'hello', '{"a":', '[1]', '7', '{"s":1}'])('leaves %j as it is', (text) => {
    expect(applyFix(text, set('/s/d', '1'))).toBe(text);
    expect(applyFix(text, remove('/s/d'))).toBe(text);
  });

  test('does to any object what it says, and keeps the rest', () => {
    const name = fc.string({ maxLength: 4 }).filter((text) => text !== '__proto__');
    const object = fc.dictionary(name, fc.jsonValue(), { maxKeys: 6 });
    fc.assert(
      fc.property(object, name, fc.jsonValue(), fc.constantFrom(0, 2), (value, key, replacement, indent) => {
        const path = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const text = JSON.stringify(value, null, indent);
        const json = JSON.parse(text) as Record<string, unknown>;
        const after = JSON.parse(applyFix(text, set(path, JSON.stringify(replacement))));
        expect(after).toEqual({ ...json, [key]: JSON.parse(JSON.stringify(replacement)) });
        const { [key]: _, ...rest } = json;
        expect(JSON.parse(applyFix(text, remove(path)))).toEqual(rest);
      }),
    );
  });
});
