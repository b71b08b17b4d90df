import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readObject, shortText } from '../../../../renderer/jwt/build/read-object.ts';
import { memberValue, sourceOf } from '../../../../shared/json/json-members.ts';
import { parseJson } from '../../../../shared/json/parse-json.ts';

const names = ['alg', 'iss', 'aud', 'iat', 'exp', 'jti', 'session_name', 'session_context'];
const filler = `"x":"${'y'.repeat(shortText)}"`;

function sourcesOf(text: string, tree: ReturnType<typeof readObject>) {
  return names.map((name) => {
    const node = tree && memberValue(tree, name);
    return node && sourceOf(text, node);
  });
}

function whole(text: string) {
  const parsed = parseJson(text);
  return parsed.ok && parsed.tree.type === 'object' ? parsed.tree : null;
}

describe('a long text', () => {
  test('gives the members of a form where they stand, the last of several', () => {
    const text = `\n{ "iss" : "1",${filler}, "i\\u0073s": "2" ,"aud":["{",{"a":"]"}],"iat": 17\n,"exp":-1e3}\n`;
    expect(sourcesOf(text, readObject(text))).toEqual([
      null,
      '"2"',
      '["{",{"a":"]"}]',
      '17',
      '-1e3',
      null,
      null,
      null,
    ]);
  });

  test('gives what is inside a member too', () => {
    const text = `{${filler},"session_context":{"device_info":{"device_id":"d"}}}`;
    const outer = readObject(text);
    const inner = outer && memberValue(outer, 'session_context');
    const info = inner && memberValue(inner, 'device_info');
    const id = info && memberValue(info, 'device_id');
    expect(id && sourceOf(text, id)).toBe('"d"');
  });

  test.each([
    ['a list', `[{${filler}}]`],
    ['a text', `"${'y'.repeat(shortText)}"`],
    ['not closed', `{${filler}`],
    ['with a comma too many', `{${filler},}`],
    ['too deep', `{${filler},"d":${'['.repeat(70)}${']'.repeat(70)}}`],
    ['with too many members', `{${filler},"d":[${'1,'.repeat(10_001)}1]}`],
  ])('that is %s is no object', (_, text) => {
    expect(readObject(text)).toBeNull();
    expect(whole(text)).toBeNull();
  });

  test('is read as the whole parser reads it', () => {
    const member = fc.tuple(fc.constantFrom(...names, 'a', '', '"', '\\'), fc.jsonValue());
    const space = fc.constantFrom('', ' ', '\n\t', '\r\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(member, space)), fc.constantFrom('', ',', '}', '"'), (members, extra) => {
        const rows = members.map(([[name, value], gap]) => {
          return `${gap}${JSON.stringify(name)}${gap}:${gap}${JSON.stringify(value)}${gap}`;
        });
        const text = `{${[filler, ...rows].join(',')}${extra}}`;
        expect(sourcesOf(text, readObject(text))).toEqual(sourcesOf(text, whole(text)));
      }),
    );
  });
});
