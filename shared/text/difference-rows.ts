import { formatJson } from '../json/format-json.ts';
import { lineDifference } from './line-difference.ts';

/** One row of two texts compared; lines are numbered from 1. */
export type DifferenceRow =
  | { readonly kind: 'same'; readonly left: number; readonly right: number; readonly text: string }
  | { readonly kind: 'removed'; readonly left: number; readonly text: string }
  | { readonly kind: 'added'; readonly right: number; readonly text: string }
  /** Lines that both have and that are far from any difference. */
  | { readonly kind: 'gap'; readonly count: number };

export interface ComparedTexts {
  readonly rows: readonly DifferenceRow[];
  /** The rows with which each difference begins. */
  readonly changes: readonly number[];
}

/** Unchanged lines that are shown around a difference. */
const around = 3;
const longestLine = 2000;

function linesOf(text: string): readonly string[] {
  const lines = formatJson(text).split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

const cut = (line: string) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line);

/** Compares two texts line by line; JSON is laid out first, so that line ends and white space do not count there. */
export function compareTexts(left: string, right: string): ComparedTexts {
  const [a, b] = [linesOf(left), linesOf(right)];
  const runs = lineDifference(a, b);
  const rows: DifferenceRow[] = [];
  const changes: number[] = [];
  const same = (leftAt: number, rightAt: number, count: number) => {
    for (let at = 0; at < count; at += 1) {
      rows.push({
        kind: 'same',
        left: leftAt + at + 1,
        right: rightAt + at + 1,
        text: cut(a[leftAt + at] ?? ''),
      });
    }
  };
  for (const [place, run] of runs.entries()) {
    if (run.kind === 'same') {
      const head = place === 0 ? 0 : around;
      const tail = place === runs.length - 1 ? 0 : around;
      const hidden = run.count - head - tail;
      if (hidden <= 1) {
        same(run.left, run.right, run.count);
        continue;
      }
      same(run.left, run.right, head);
      rows.push({ kind: 'gap', count: hidden });
      same(run.left + head + hidden, run.right + head + hidden, tail);
      continue;
    }
    if (runs[place - 1]?.kind !== 'removed' || run.kind === 'removed') changes.push(rows.length);
    for (let at = 0; at < run.count; at += 1) {
      rows.push(
        run.kind === 'removed'
          ? { kind: 'removed', left: run.left + at + 1, text: cut(a[run.left + at] ?? '') }
          : { kind: 'added', right: run.right + at + 1, text: cut(b[run.right + at] ?? '') },
      );
    }
  }
  return { rows, changes };
}
