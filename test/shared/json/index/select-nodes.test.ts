import { describe, expect, test } from 'vitest';
import { indexJson } from '../../../../shared/json/index/index-json.ts';
import type { JsonIndex } from '../../../../shared/json/index/json-index.ts';
import { parsePath } from '../../../../shared/json/index/json-path.ts';
import { pathOfNode, sourceOfNode } from '../../../../shared/json/index/node-text.ts';
import { selectNodes } from '../../../../shared/json/index/select-nodes.ts';

function indexed(text: string): JsonIndex {
  const bytes = new TextEncoder().encode(text);
  const { index, read } = indexJson(bytes);
  read(bytes.length, true);
  return index;
}

function select(index: JsonIndex, path: string): readonly string[] {
  const parsed = parsePath(path);
  if (!parsed.ok) throw new Error(`refused at ${parsed.at}`);
  return [...selectNodes(index, parsed.query)].map((node) => sourceOfNode(index, node));
}

// The example of RFC 9535 §1.5.
const store = indexed(`{"store":{"book":[
  {"category":"reference","author":"Nigel Rees","title":"Sayings of the Century","price":8.95},
  {"category":"fiction","author":"Evelyn Waugh","title":"Sword of Honour","price":12.99},
  {"category":"fiction","author":"Herman Melville","title":"Moby Dick","isbn":"0-553-21311-3","price":8.99},
  {"category":"fiction","author":"J. R. R. Tolkien","title":"The Lord of the Rings","isbn":"0-395-19395-8","price":22.99}
],"bicycle":{"color":"red","price":399}}}`);

describe('selectNodes', () => {
  test.each([
    ['$.store.book[*].author', ['"Nigel Rees"', '"Evelyn Waugh"', '"Herman Melville"', '"J. R. R. Tolkien"']],
    ['$..price', ['8.95', '12.99', '8.99', '22.99', '399']],
    ['$..book[2].title', ['"Moby Dick"']],
    ['$..book[-1].title', ['"The Lord of the Rings"']],
    ['$..book[0,1].price', ['8.95', '12.99']],
    ['$..book[:2].price', ['8.95', '12.99']],
    ['$..book[::-2].price', ['22.99', '12.99']],
    ['$..book[?@.isbn].price', ['8.99', '22.99']],
    ['$..book[?@.price<10].title', ['"Sayings of the Century"', '"Moby Dick"']],
    ["$..book[?match(@.author, 'J.*')].price", ['22.99']],
    ["$..book[?search(@.title, 'of') && @.price > 10].price", ['12.99', '22.99']],
    ['$..book[?length(@.title) == 9].price', ['8.99']],
    ['$.store[?count(@.*) == 2].color', ['"red"']],
    ["$['store']['nothing']", []],
  ])('%s', (path, expected) => {
    expect(select(store, path)).toEqual(expected);
  });

  test('compares integers digit by digit, beyond what a double can hold', () => {
    const index = indexed(
      '{"items":[{"id":9007199254740992},{"id":9007199254740993},{"id":9223372036854775807}]}',
    );
    expect(select(index, '$.items[?@.id == 9007199254740993].id')).toEqual(['9007199254740993']);
    expect(select(index, '$.items[?@.id > 9007199254740992].id')).toEqual([
      '9007199254740993',
      '9223372036854775807',
    ]);
    expect(select(index, '$.items[?@.id >= 9223372036854775807].id')).toEqual(['9223372036854775807']);
  });

  test('compares containers by what they hold', () => {
    const index = indexed('[{"a":{"x":1,"y":[2]}},{"a":{"y":[2.0],"x":1}},{"a":{"x":1}}]');
    expect(select(index, '$[?@.a == $[0].a]')).toHaveLength(2);
  });

  test('finds names that were written with escapes', () => {
    expect(select(indexed('{"\\u4f60\\u597d":1}'), '$.你好')).toEqual(['1']);
  });

  test('leads back to each node by its path', () => {
    const index = indexed('{"a b":[{"c":"it\'s"},{"你":{"d\\"e":1}}]}');
    for (let node = 0; node < index.count; node += 1) {
      const parsed = parsePath(pathOfNode(index, node));
      expect(parsed.ok && [...selectNodes(index, parsed.query)]).toEqual([node]);
    }
  });
});

describe('parsePath', () => {
  test.each([
    ['$.', 2],
    ['$.a[', 4],
    ['a.b', 0],
    ['$[?length(@)]', 3],
    ['$[?nothing(@)]', 3],
  ])('refuses %s and says where', (path, at) => {
    const parsed = parsePath(path);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok || Math.abs(parsed.at - at)).toBeLessThanOrEqual(1);
  });
});
