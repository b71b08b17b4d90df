import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineDifference } from '../../../shared/text/line-difference.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 });

/** Length of the longest common subsequence, the slow way. */
function inCommon(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const line of left) {
    const next = [0];
    for (const [at, other] of right.entries()) {
      next.push(line === other ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('lineDifference', () => {
  test('leads from one text to the other with as few differences as can be', () => {
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const runs = lineDifference(left, right);
        const leftAgain = runs
          .filter(({ kind }) => kind !== 'added')
          .flatMap((run) => left.slice(run.left, run.left + run.count));
        const rightAgain = runs
          .filter(({ kind }) => kind !== 'removed')
          .flatMap((run) => right.slice(run.right, run.right + run.count));
        expect(leftAgain).toEqual(left);
        expect(rightAgain).toEqual(right);
        const same = runs.filter(({ kind }) => kind === 'same').reduce((sum, { count }) => sum + count, 0);
        expect(same).toBe(inCommon(left, right));
      }),
      { numRuns: 1000 },
    );
  });

  test('says where lines stand', () => {
    expect(lineDifference(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
      { kind: 'same', left: 0, right: 0, count: 1 },
      { kind: 'removed', left: 1, right: 1, count: 1 },
      { kind: 'added', left: 2, right: 1, count: 1 },
      { kind: 'same', left: 2, right: 2, count: 1 },
      { kind: 'added', left: 3, right: 3, count: 1 },
    ]);
  });

  test('counts what is between as changed when two long texts have little in common', () => {
    const left = Array.from({ length: 3000 }, (_, at) => `left ${at}`);
    const right = Array.from({ length: 3000 }, (_, at) => `right ${at}`);
    expect(
      lineDifference(['x', ...left, 'y'], ['x', ...right, 'y']).map(({ kind, count }) => [kind, count]),
    ).toEqual([
      ['same', 1],
      ['removed', 3000],
      ['added', 3000],
      ['same', 1],
    ]);
  });
});
