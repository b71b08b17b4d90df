import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { membersOf, memberValue, pointerStep, sourceOf } from '../../../shared/json/json-members.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parseJson', () => {
  test.each([
    ['', 'value-expected', 0, 1, 1],
    ['{"a":1,}', 'name-expected', 7, 1, 8],
    ['{"a" 1}', 'colon-expected', 5, 1, 6],
    ['{\n  "a": 01\n}', 'comma-expected', 10, 2, 9],
    ['{"a":"x', 'string-not-closed', 5, 1, 6],
    ['{"a":"\\q"}', 'invalid-escape', 5, 1, 6],
    ['{"a":1} 2', 'end-expected', 8, 1, 9],
    ['// no\n1', 'comment', 0, 1, 1],
    ['{"a":nul}', 'invalid-symbol', 5, 1, 6],
    ['[1,2', 'close-bracket-expected', 4, 1, 5],
  ])('%j fails with %s at %i', (text, code, offset, line, column) => {
    expect(parseJson(text)).toEqual({ ok: false, error: { code, offset, line, column } });
  });

  test('depth and member limits are findings, not stack overflows', () => {
    expect(parseJson('['.repeat(500_000))).toMatchObject({ error: { code: 'too-deep' } });
    expect(parseJson(`[${'1,'.repeat(20_000)}1]`)).toMatchObject({ error: { code: 'too-many-members' } });
    expect(parseJson(`${'['.repeat(64)}${']'.repeat(64)}`).ok).toBe(true);
  });

  test('the digits of a number are read from the text', () => {
    const text = '{"id":73428668123456789012345}';
    const parsed = parseJson(text);
    const node = parsed.ok ? memberValue(parsed.tree, 'id') : null;
    expect(node === null ? null : sourceOf(text, node)).toBe('73428668123456789012345');
  });

  test('duplicate members are all listed and the last one counts', () => {
    const parsed = parseJson('{"a":1,"__proto__":2,"a":3}');
    if (!parsed.ok) throw new Error('not parsed');
    expect(membersOf(parsed.tree).map((member) => member.name)).toEqual(['a', '__proto__', 'a']);
    expect(memberValue(parsed.tree, 'a')?.value).toBe(3);
  });

  test('pointer steps are escaped', () => {
    expect(pointerStep('a/b~c')).toBe('/a~1b~0c');
    expect(pointerStep(3)).toBe('/3');
  });

  test('accepts what JSON.parse accepts', () => {
    fc.assert(fc.property(fc.json(), (text) => parseJson(text).ok));
  });

  test('agrees with JSON.parse on text that is nearly JSON', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '0',
      '.5',
      'e9',
      'true',
      ' ',
      '\t',
      '\n',
      '\u00a0',
      '"\\u00',
      '"',
      '\ufeff',
      '\u0001',
      '//',
      'nul',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(parseJson(text).ok).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });
});
