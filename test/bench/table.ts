import type { Figure } from './figure.ts';

const heads = ['what', 'measured', 'held against', 'ratio', 'goal', ''] as const;

function verdict(isReached: boolean | null): string {
  return isReached === null ? '' : isReached ? 'ok' : 'MISSED';
}

/** The figures as a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, against, ratio, goal, isReached }) => [
    what,
    value,
    against,
    ratio,
    goal,
    verdict(isReached),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
