import { beforeEach, describe, expect, it } from 'vitest';
import { sendToEnd } from '../../../renderer/app/send-to-end.ts';
import type { ConsoleRun, RunRequest } from '../../../shared/console-run.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { fakeBridge, tellScreens } from '../fake-bridge.ts';
import { sampleRun } from '../run-samples.ts';

const request: RunRequest = {
  source: { kind: 'none', appId: 'app' },
  endpointId: null,
  method: 'GET',
  target: { kind: 'region', path: '/' },
  query: [],
  headers: [],
  body: { kind: 'none' },
  variableSetId: null,
};

const tell = (run: ConsoleRun) => tellScreens({ name: 'consoleRun', payload: { run } });

const dropped: string[] = [];
beforeEach(() => {
  dropped.length = 0;
});

/** The call is answered before, or after, its run is told of. */
function startingWith(runs: readonly ConsoleRun[], when: 'before' | 'after'): void {
  fakeBridge({
    'console.start': () => {
      if (when === 'before') runs.forEach(tell);
      else setImmediate(() => runs.forEach(tell));
      return { runId: 'new' };
    },
    'console.dropRun': ({ runId }) => {
      dropped.push(runId);
      return null;
    },
  });
}

describe('a request outside the tabs', () => {
  it.each(['before', 'after'] as const)('comes to its end when that is told %s its id', async (when) => {
    startingWith(
      [
        sampleRun('other', { stage: 'done' }),
        sampleRun('new'),
        sampleRun('new', { stage: 'done', eventCount: 2 }),
      ],
      when,
    );
    expect(await sendToEnd(request)).toMatchObject({ runId: 'new', stage: 'done', eventCount: 2 });
    expect(dropped).toEqual(['new']);
  });

  it('throws what kept the answer from coming, and `cancelled`', async () => {
    const { problem } = new ProblemError('http/reset', { params: { host: 'api.coze.cn', phase: 'body' } });
    startingWith([sampleRun('new', { stage: 'failed', problem })], 'after');
    await expect(sendToEnd(request)).rejects.toMatchObject({ problem });
    expect(dropped).toEqual(['new']);
    startingWith([sampleRun('new', { stage: 'cancelled' })], 'after');
    await expect(sendToEnd(request)).rejects.toMatchObject({ problem: { code: 'cancelled' } });
  });

  it('throws what keeps the request from being sent', async () => {
    fakeBridge({
      'console.start': () => {
        throw new ProblemError('app/not-found');
      },
    });
    await expect(sendToEnd(request)).rejects.toMatchObject({ problem: { code: 'app/not-found' } });
  });
});
