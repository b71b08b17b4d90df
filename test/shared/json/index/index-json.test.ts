import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexJson } from '../../../../shared/json/index/index-json.ts';
import { childrenOf, type JsonIndex, kindOf } from '../../../../shared/json/index/json-index.ts';
import {
  keyOfNode,
  pathOfNode,
  sourceOfNode,
  stringOfNode,
} from '../../../../shared/json/index/node-text.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function indexed(text: string): JsonIndex {
  const bytes = bytesOf(text);
  const { index, read } = indexJson(bytes);
  read(bytes.length, true);
  return index;
}

/** The value again, from the index alone. */
function rebuilt(index: JsonIndex, node = 0): unknown {
  const kind = kindOf(index, node);
  if (kind === 'array') return [...childrenOf(index, node)].map((child) => rebuilt(index, child));
  if (kind === 'object') {
    return Object.fromEntries(
      [...childrenOf(index, node)].map((child) => [keyOfNode(index, child) ?? '', rebuilt(index, child)]),
    );
  }
  return kind === 'string' ? stringOfNode(index, node) : JSON.parse(sourceOfNode(index, node));
}

describe('indexJson', () => {
  test('finds what JSON.parse finds, wherever the text is cut into pieces', () => {
    fc.assert(
      fc.property(fc.json(), fc.array(fc.nat(400), { maxLength: 8 }), (text, cuts) => {
        const bytes = bytesOf(text);
        const { index, read } = indexJson(bytes);
        for (const cut of [...cuts].sort((a, b) => a - b)) read(Math.min(cut, bytes.length), false);
        read(bytes.length, true);
        expect(index.fault).toBeNull();
        expect(rebuilt(index)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('reads the same one byte after the other', () => {
    const text = '{"a":[1,-2.5e+3,true,false,null,"\\u4f60\\n\\"好"],"":{},"b":[]}';
    const bytes = bytesOf(text);
    const { index, read } = indexJson(bytes);
    for (let limit = 1; limit <= bytes.length; limit += 1) read(limit, limit === bytes.length);
    expect(index.fault).toBeNull();
    expect(rebuilt(index)).toEqual(JSON.parse(text));
  });

  test('accepts and refuses what JSON.parse does', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '01',
      '1.',
      'true',
      'tru',
      'null',
      ' ',
      '"\\x"',
      '"\t"',
      '.5',
      '1e5',
      'e',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(indexed(text).fault === null).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['', 'value-expected', 0],
    ['{"a":1', 'close-brace-expected', 6],
    ['[1,2', 'close-bracket-expected', 4],
    ['{"a" 1}', 'colon-expected', 5],
    ['{"a":1 "b":2}', 'comma-expected', 7],
    ['{a:1}', 'name-expected', 1],
    ['{"a":}', 'value-expected', 5],
    ['[1,]', 'value-expected', 3],
    ['[01]', 'invalid-number', 1],
    ['"abc', 'string-not-closed', 0],
    ['"a\\q"', 'invalid-escape', 2],
    ['"a\tb"', 'control-character', 2],
    ['{} x', 'end-expected', 3],
    ['nul', 'invalid-symbol', 0],
    ['[1}', 'close-bracket-expected', 2],
  ] as const)('says why and where %j is not JSON', (text, code, at) => {
    expect(indexed(text).fault).toEqual({ code, at });
  });

  test('keeps what stands before the fault', () => {
    const index = indexed('{"data":{"items":[{"id":7348293847239847239},{"id":');
    expect(index.fault?.code).toBe('close-brace-expected');
    expect(index.isComplete).toBe(true);
    expect([...childrenOf(index, 0)].map((node) => keyOfNode(index, node))).toEqual(['data']);
    expect(sourceOfNode(index, 4)).toBe('7348293847239847239');
  });

  test('stops at its limit of values and says so', () => {
    const bytes = bytesOf('[1,2,3,4]');
    const { index, read } = indexJson(bytes, { nodes: 3 });
    read(bytes.length, true);
    expect(index.fault).toEqual({ code: 'too-many-members', at: 5 });
    expect(index.count).toBe(3);
  });

  test('refuses to go deeper than ten thousand levels, and reads those', () => {
    expect(indexed(`${'['.repeat(10_000)}${']'.repeat(10_000)}`).fault).toBeNull();
    expect(indexed('['.repeat(10_001)).fault?.code).toBe('too-deep');
  });

  test('keeps every digit, every duplicate and the order', () => {
    const index = indexed('{"z":9223372036854775807,"a":1.000000000000000000001,"z":-0}');
    const members = [...childrenOf(index, 0)];
    expect(members.map((node) => [keyOfNode(index, node), sourceOfNode(index, node)])).toEqual([
      ['z', '9223372036854775807'],
      ['a', '1.000000000000000000001'],
      ['z', '-0'],
    ]);
  });

  test('passes over a byte order mark', () => {
    expect(sourceOfNode(indexed('\ufeff[1]'), 0)).toBe('[1]');
  });
});

describe('pathOfNode', () => {
  test('writes a JSONPath, quoted where a name needs it', () => {
    const index = indexed('{"data":{"items":[{"a b":{"it\'s":1}}]}}');
    const deepest = index.count - 1;
    expect(pathOfNode(index, deepest)).toBe("$.data.items[0]['a b']['it\\'s']");
    expect(pathOfNode(index, 0)).toBe('$');
  });
});
