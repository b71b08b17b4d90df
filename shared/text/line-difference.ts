/** Lines that follow each other: in both texts, or in one of them only. */
export interface LineRun {
  readonly kind: 'same' | 'removed' | 'added';
  /** Of the first line, from 0; where lines are in one text only, their place in the other one. */
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** More differences than these are shown as one. */
const mostDifferences = 1500;

type Run = { kind: LineRun['kind']; left: number; right: number; count: number };

function push(runs: Run[], kind: LineRun['kind'], left: number, right: number, count: number): void {
  if (count === 0) return;
  const last = runs.at(-1);
  if (last?.kind === kind) last.count += count;
  else runs.push({ kind, left, right, count });
}

/**
 * The ends of the furthest paths with 0, 1, 2 … differences on each diagonal, up to the one that reaches the end (Myers,
 * An O(ND) Difference Algorithm and Its Variations, 1986); null when there are too many.
 */
function trace(left: Int32Array, right: Int32Array): readonly Int32Array[] | null {
  const most = Math.min(left.length + right.length, mostDifferences);
  const steps: Int32Array[] = [];
  let furthest = new Int32Array(3);
  for (let differences = 0; differences <= most; differences += 1) {
    // Diagonals from −differences − 1 to differences + 1.
    const next = new Int32Array(2 * differences + 3);
    const at = (diagonal: number) => diagonal + differences + 1;
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const below = furthest[diagonal + differences - 1] ?? 0;
      const above = furthest[diagonal + differences + 1] ?? 0;
      const goesDown = diagonal === -differences || (diagonal !== differences && below < above);
      let x = differences === 0 ? 0 : goesDown ? above : below + 1;
      let y = x - diagonal;
      while (x < left.length && y < right.length && left[x] === right[y]) {
        x += 1;
        y += 1;
      }
      next[at(diagonal)] = x;
      if (x >= left.length && y >= right.length) {
        steps.push(next);
        return steps;
      }
    }
    steps.push(next);
    furthest = next;
  }
  return null;
}

/** From the end of the last path back to the start. */
function runsOf(steps: readonly Int32Array[], left: Int32Array, right: Int32Array): Run[] {
  const moves: Run[] = [];
  let x = left.length;
  let y = right.length;
  for (let differences = steps.length - 1; differences >= 0; differences -= 1) {
    const diagonal = x - y;
    const before = steps[differences - 1];
    const below = before?.[diagonal - 1 + differences] ?? 0;
    const above = before?.[diagonal + 1 + differences] ?? 0;
    const goesDown = diagonal === -differences || (diagonal !== differences && below < above);
    const fromX = differences === 0 ? 0 : goesDown ? above : below;
    const fromY = differences === 0 ? 0 : fromX - (diagonal + (goesDown ? 1 : -1));
    const startX = differences === 0 ? 0 : goesDown ? fromX : fromX + 1;
    const startY = differences === 0 ? 0 : goesDown ? fromY + 1 : fromY;
    if (x > startX) moves.push({ kind: 'same', left: startX, right: startY, count: x - startX });
    if (differences > 0)
      moves.push({ kind: goesDown ? 'added' : 'removed', left: fromX, right: fromY, count: 1 });
    x = fromX;
    y = fromY;
  }
  return moves.reverse();
}

function numbered(lines: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(lines, (line) => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  });
}

/**
 * What two texts have in common, line by line, with as few differences as can be; with too many of them what is between
 * the first and the last different line counts as changed altogether.
 */
export function lineDifference(left: readonly string[], right: readonly string[]): readonly LineRun[] {
  const numbers = new Map<string, number>();
  const [a, b] = [numbered(left, numbers), numbered(right, numbers)];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [middleA, middleB] = [a.subarray(start, a.length - end), b.subarray(start, b.length - end)];
  const runs: Run[] = [];
  push(runs, 'same', 0, 0, start);
  const steps = trace(middleA, middleB);
  if (steps === null) {
    push(runs, 'removed', start, start, middleA.length);
    push(runs, 'added', start + middleA.length, start, middleB.length);
  } else {
    for (const run of runsOf(steps, middleA, middleB))
      push(runs, run.kind, run.left + start, run.right + start, run.count);
  }
  push(runs, 'same', a.length - end, b.length - end, end);
  return runs;
}
