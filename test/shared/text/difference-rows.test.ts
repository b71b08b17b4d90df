import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../shared/text/difference-rows.ts';

describe('compareTexts', () => {
  test('lays JSON out first, keeps every digit, and hides what is far from a difference', () => {
    const items = Array.from({ length: 12 }, (_, at) => `"k${at}":${at}`).join(',');
    const { rows, changes } = compareTexts(
      `{${items},"id":7348293847239847239}`,
      `{ ${items},"id": 7348293847239847240 }`,
    );
    expect(rows).toEqual([
      { kind: 'gap', count: 10 },
      { kind: 'same', left: 11, right: 11, text: '  "k9": 9,' },
      { kind: 'same', left: 12, right: 12, text: '  "k10": 10,' },
      { kind: 'same', left: 13, right: 13, text: '  "k11": 11,' },
      { kind: 'removed', left: 14, text: '  "id": 7348293847239847239' },
      { kind: 'added', right: 14, text: '  "id": 7348293847239847240' },
      { kind: 'same', left: 15, right: 15, text: '}' },
    ]);
    expect(changes).toEqual([4]);
  });

  test('finds nothing between texts that differ in white space of JSON only', () => {
    const { rows, changes } = compareTexts('{"a":[1,2]}', '{ "a" : [ 1, 2 ] }\n');
    expect(changes).toEqual([]);
    expect(rows).toEqual([{ kind: 'gap', count: 6 }]);
  });

  test('compares what is no JSON line by line, whatever the line ends', () => {
    const { rows, changes } = compareTexts('a\r\nb\r\n', 'a\nc\n');
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added']);
    expect(changes).toEqual([1]);
  });

  test('counts each difference once', () => {
    expect(compareTexts('a\nb\nc\nd\ne', 'a\nc\nd\nx\ne').changes).toHaveLength(2);
  });
});
