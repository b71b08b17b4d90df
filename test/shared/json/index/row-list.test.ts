import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexJson } from '../../../../shared/json/index/index-json.ts';
import { childrenOf, isContainer, type JsonIndex } from '../../../../shared/json/index/json-index.ts';
import { createRowList, type RowList } from '../../../../shared/json/index/row-list.ts';

function indexed(text: string): JsonIndex {
  const bytes = new TextEncoder().encode(text);
  const { index, read } = indexJson(bytes);
  read(bytes.length, true);
  return index;
}

function rowsOf(index: JsonIndex, openRows = 1000, roots: Uint32Array | null = null): RowList {
  const rows = createRowList({ documents: [index], inner: () => null, roots, openRows });
  rows.extend();
  return rows;
}

const shown = (rows: RowList) =>
  Array.from({ length: rows.length }, (_, place) => {
    const { node, level } = rows.row(place);
    return `${' '.repeat(level)}${node}`;
  });

/** The rows as they have to be: by walking the tree. */
function expectedRows(index: JsonIndex, opened: ReadonlySet<number>, node = 0, level = 0): readonly string[] {
  const below = opened.has(node)
    ? [...childrenOf(index, node)].flatMap((child) => expectedRows(index, opened, child, level + 1))
    : [];
  return [`${' '.repeat(level)}${node}`, ...below];
}

describe('createRowList', () => {
  test('shows what is open, whatever was opened and closed before', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.array(fc.nat(40), { maxLength: 20 }), (text, toggles) => {
        const index = indexed(text);
        const rows = rowsOf(index);
        const opened = new Set(
          Array.from({ length: index.count }, (_, node) => node).filter((node) => isContainer(index, node)),
        );
        expect(shown(rows)).toEqual(expectedRows(index, opened));
        for (const toggle of toggles) {
          if (toggle >= rows.length) continue;
          const { node } = rows.row(toggle);
          if (!isContainer(index, node)) continue;
          if (opened.delete(node)) rows.close(toggle);
          else {
            opened.add(node);
            rows.open(toggle);
          }
          expect(shown(rows)).toEqual(expectedRows(index, opened));
        }
      }),
    );
  });

  test('grows with its text as it would have been from the start', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.array(fc.nat(300), { maxLength: 5 }),
        fc.integer({ min: 1, max: 12 }),
        (text, cuts, openRows) => {
          const bytes = new TextEncoder().encode(text);
          const growing = indexJson(bytes);
          const rows = createRowList({
            documents: [growing.index],
            inner: () => null,
            roots: null,
            openRows,
          });
          for (const cut of [...cuts].sort((a, b) => a - b)) {
            growing.read(Math.min(cut, bytes.length), false);
            rows.extend();
          }
          growing.read(bytes.length, true);
          rows.extend();
          expect(shown(rows)).toEqual(shown(rowsOf(indexed(text), openRows)));
        },
      ),
    );
  });

  test('finds the row of any node, and opens what is around it', () => {
    const index = indexed('{"a":{"b":[1,{"c":2}]},"d":3}');
    const rows = rowsOf(index);
    rows.openTo(0);
    expect(shown(rows)).toEqual(['0']);
    const place = rows.reveal(5);
    expect(place).toBe(5);
    expect(shown(rows)).toEqual(['0', ' 1', '  2', '   3', '   4', '    5', ' 6']);
  });

  test('opens to a level', () => {
    const rows = rowsOf(indexed('{"a":{"b":[1,2]},"d":3}'));
    rows.openTo(1);
    expect(shown(rows)).toEqual(['0', ' 1', ' 5']);
    rows.openTo(99);
    expect(shown(rows)).toEqual(['0', ' 1', '  2', '   3', '   4', ' 5']);
  });

  test('lists found nodes in their order, also when one stands inside another', () => {
    const index = indexed('{"a":{"b":[1,2]}}');
    const rows = rowsOf(index, 1000, Uint32Array.of(2, 1, 1));
    expect(shown(rows)).toEqual(['2', '1', '1']);
    rows.open(1);
    expect(shown(rows)).toEqual(['2', '1', ' 2', '1']);
    rows.close(1);
    expect(shown(rows)).toEqual(['2', '1', '1']);
  });

  test('shows the document in a string below it', () => {
    const outer = indexed('{"data":"{\\"x\\":[1]}","n":0}');
    const within = indexed('{"x":[1]}');
    const rows = createRowList({
      documents: [outer, within],
      inner: (doc, node) => (doc === 0 && node === 1 ? 1 : null),
      roots: null,
      openRows: 10,
    });
    rows.extend();
    rows.open(1);
    expect(Array.from({ length: rows.length }, (_, place) => rows.row(place))).toEqual([
      { doc: 0, node: 0, level: 0 },
      { doc: 0, node: 1, level: 1 },
      { doc: 1, node: 1, level: 2 },
      { doc: 0, node: 2, level: 1 },
    ]);
    rows.open(2);
    expect(rows.length).toBe(5);
    expect(rows.reveal(2)).toBe(4);
    rows.close(1);
    expect(rows.length).toBe(3);
    rows.open(1);
    expect(rows.length).toBe(5);
  });
});
