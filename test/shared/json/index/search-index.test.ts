import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexJson } from '../../../../shared/json/index/index-json.ts';
import { isContainer, type JsonIndex } from '../../../../shared/json/index/json-index.ts';
import { keyOfNode, valueText } from '../../../../shared/json/index/node-text.ts';
import { findBytes, searchIndex } from '../../../../shared/json/index/search-index.ts';

function indexed(text: string): JsonIndex {
  const bytes = new TextEncoder().encode(text);
  const { index, read } = indexJson(bytes);
  read(bytes.length, true);
  return index;
}

const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

describe('searchIndex', () => {
  test('finds each node whose key or value holds the text', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'B', 'b', '1', '好', '"', '\\', '\n'),
      maxLength: 5,
    });
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        letters,
        fc.nat(200),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(letters, tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(
        json,
        letters.filter((query) => query !== ''),
        (value, query) => {
          const index = indexed(JSON.stringify(value));
          const expected = Array.from({ length: index.count }, (_, node) => node).filter((node) => {
            const texts = [
              keyOfNode(index, node) ?? '',
              isContainer(index, node) ? '' : valueText(index, node),
            ];
            return texts.some((text) => lower(text).includes(lower(query)));
          });
          expect([...searchIndex(index, query)]).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('finds the digits of a 64-bit id', () => {
    const index = indexed('{"id":7348293847239847239,"other":7348293847239847240}');
    expect([...searchIndex(index, '847239847239')]).toEqual([1]);
  });

  test('finds nothing in braces, colons and quotation marks', () => {
    expect([...searchIndex(indexed('{"a":"b"}'), '":"')]).toEqual([]);
  });
});

describe('findBytes', () => {
  test('finds every place of a text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'c'), maxLength: 30 });
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 }),
        (text, wanted) => {
          const bytes = new TextEncoder().encode(text);
          const places = new Set(findBytes(bytes, new TextEncoder().encode(wanted)));
          const folded = text.toLowerCase();
          const first = folded.indexOf(wanted);
          expect(places.size > 0).toBe(first !== -1);
          if (first !== -1) expect(places.has(first)).toBe(true);
          for (const place of places) expect(folded.startsWith(wanted, place)).toBe(true);
        },
      ),
    );
  });
});
