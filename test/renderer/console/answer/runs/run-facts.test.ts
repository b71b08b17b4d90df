import { expect, test } from 'vitest';
import {
  allFacts,
  factsOf,
  mostPast,
  outcomeOf,
  withPast,
} from '../../../../../renderer/console/answer/runs/run-facts.ts';
import type { ConsoleRun } from '../../../../../shared/console-run.ts';
import { sampleRun } from './run-samples.ts';

const { head } = sampleRun('', 0);
const refused = head && { ...head, status: 401 };

test.each([
  ['good', {}],
  ['bad', { envelope: { code: 4100, msg: 'no' } }],
  ['bad', { head: refused, envelope: null }],
  ['bad', { stage: 'failed', head: null }],
  ['none', { stage: 'cancelled', head: null }],
  ['none', { stage: 'waiting', head: null }],
] as const)('the outcome is %s for %o', (outcome, part: Partial<ConsoleRun>) => {
  expect(outcomeOf(factsOf(sampleRun('r', 1, part)))).toBe(outcome);
});

test('what left the memory is named newest first, once, and without the id of its run', () => {
  const first = withPast([], [sampleRun('a', 1), sampleRun('c', 3)]);
  const next = withPast(first, [sampleRun('again', 3), sampleRun('b', 2)]);
  expect(next.map(({ at, runId, totalMs }) => [at, runId, totalMs])).toStrictEqual([
    [3, null, 42],
    [2, null, 42],
    [1, null, 42],
  ]);
});

test('the oldest beyond what is named are forgotten', () => {
  const runs = Array.from({ length: mostPast + 2 }, (_, at) => sampleRun(`r${at}`, at));
  const past = withPast([], runs);
  expect([past.length, past.at(-1)?.at]).toStrictEqual([mostPast, 2]);
});

test('one that came back from the history stands in its place, and is named once', () => {
  const past = withPast([], [sampleRun('a', 1), sampleRun('b', 2), sampleRun('c', 3)]);
  const all = allFacts([sampleRun('d', 4), sampleRun('back', 2)], past);
  expect(all.map(({ at, runId }) => [at, runId])).toStrictEqual([
    [4, 'd'],
    [3, null],
    [2, 'back'],
    [1, null],
  ]);
});
