import { expect, it } from 'vitest';
import { createActivityList } from '../../../electron/tokens/activity-list.ts';
import { ProblemError } from '../../../shared/problem.ts';

const entry = {
  at: 1,
  kind: 'mint',
  appName: '店铺',
  subject: 'key',
  claims: [],
  jti: null,
  clockCorrectedMs: null,
  elapsedMs: 1,
  status: 200,
  logId: null,
  problem: null,
} as const;

it('keeps the newest 500 entries, newest first', () => {
  let count = 0;
  const list = createActivityList(
    () => {
      count += 1;
      return `a${count}`;
    },
    () => undefined,
  );
  for (let index = 0; index < 501; index += 1) list.add({ ...entry, claims: [] });
  expect(list.entries()).toHaveLength(500);
  expect(list.entries()[0]?.id).toBe('a501');
  expect(list.entries().at(-1)?.id).toBe('a2');
});

it('counts a failure that a series repeats in one line, which comes to the top', () => {
  let count = 0;
  const list = createActivityList(
    () => {
      count += 1;
      return `a${count}`;
    },
    () => undefined,
  );
  const reset = () => new ProblemError('http/reset', { params: { host: 'h' } }).problem;
  const failed = (at: number, problem = reset()) => ({ ...entry, claims: [], at, status: null, problem });
  list.add(failed(1), 'token-1');
  list.add(failed(2), 'token-2');
  list.add(failed(3));
  list.add(failed(4), 'token-1');
  list.add(failed(5), 'token-1');
  const shown = () => list.entries().map(({ at, times = 1 }) => [at, times]);
  expect(shown()).toEqual([
    [5, 3],
    [3, 1],
    [2, 1],
  ]);

  list.add(failed(6, new ProblemError('http/timeout', { params: { host: 'h' } }).problem), 'token-1');
  list.add({ ...entry, claims: [], at: 7 }, 'token-1');
  list.add(failed(8), 'token-1');
  expect(shown().slice(0, 4)).toEqual([
    [8, 1],
    [7, 1],
    [6, 1],
    [5, 3],
  ]);
});
