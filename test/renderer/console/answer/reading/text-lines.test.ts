import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextLines } from '../../../../../renderer/console/answer/reading/text-lines.ts';

const linesOf = (text: string) => createTextLines(new TextEncoder().encode(text));

describe('createTextLines', () => {
  test('gives each line with its number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '好', '😀', ' '), maxLength: 20 })),
        (given) => {
          const text = given.join('\n');
          const lines = linesOf(text);
          const shown = lines.lines(0, lines.count);
          const expected = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
          expect(shown.map((line) => line.text)).toEqual(expected);
          expect(shown.map((line) => line.number)).toEqual(expected.map((_, at) => at + 1));
        },
      ),
    );
  });

  test('cuts a long line between characters, and loses none', () => {
    const text = `short\n${'好😀a'.repeat(2000)}\nlast`;
    const lines = linesOf(text);
    const shown = lines.lines(0, lines.count);
    expect(shown.filter(({ number }) => number !== null).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(
      shown
        .slice(1, -1)
        .map((line) => line.text)
        .join(''),
    ).toBe('好😀a'.repeat(2000));
  });

  test('knows the row of a byte', () => {
    const lines = linesOf('ab\ncd\nef');
    expect([0, 2, 3, 5, 6, 7].map(lines.rowOf)).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
