import { expect, test } from 'vitest';
import { keptRuns, readRuns } from '../../../../../renderer/console/answer/runs/kept-runs.ts';
import { factsOf, mostPast } from '../../../../../renderer/console/answer/runs/run-facts.ts';
import { sampleRun } from './run-samples.ts';

test('runs that ended are kept without their query, and read again', () => {
  const facts = [sampleRun('b', 2, { stage: 'receiving' }), sampleRun('a', 1)].map(factsOf);
  const kept = keptRuns(facts);
  expect(kept).toStrictEqual([
    {
      runId: null,
      at: 1,
      method: 'GET',
      url: 'https://api.coze.cn/v1/users/me',
      stage: 'done',
      status: 200,
      code: 0,
      bytes: null,
      totalMs: 42,
      logId: null,
    },
  ]);
  expect(readRuns(JSON.parse(JSON.stringify(kept)))).toStrictEqual(kept);
});

test('a secret in a path is not kept', () => {
  const token = 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';
  const run = sampleRun('a', 1, { url: `https://api.coze.cn/v1/${token}` });
  expect(JSON.stringify(keptRuns([factsOf(run)]))).not.toContain(token);
});

test.each([null, 'a', {}, [null], [{ at: '1' }], [{ at: 1, method: 'BREW', url: '' }]])(
  'of %j there are none',
  (value) => {
    expect(readRuns(value)).toStrictEqual([]);
  },
);

test('no more are read than are named', () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ at, method: 'GET', url: '/' }));
  expect(readRuns(many)).toHaveLength(mostPast);
});
