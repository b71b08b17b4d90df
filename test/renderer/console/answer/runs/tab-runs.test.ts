import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { HistoryEntry } from '../../../../../shared/console-run.ts';
import { type FakeCall, fakeBridge } from '../../../fake-bridge.ts';
import { sampleRun } from './run-samples.ts';

// A page follows its runs once and for all: this is a page of its own.
vi.resetModules();
const { openPastRun } = await import('../../../../../renderer/console/answer/runs/open-past-run.ts');
const { useRunsStore } = await import('../../../../../renderer/console/runs-store.ts');
const { addRun, closeTabs, openFreeRequest, reopenTab, showRun, tabOf, useTabsStore } = await import(
  '../../../../../renderer/console/tabs-store.ts'
);
afterAll(() => void vi.resetModules());

const tab = () => {
  const selected = tabOf(useTabsStore.getState());
  if (selected === null) throw new Error('there is no tab');
  return selected;
};

function entry(at: number): HistoryEntry {
  return {
    historyId: `h${at}`,
    at,
    appName: 'Demo',
    endpointId: null,
    method: 'GET',
    url: 'https://api.coze.cn/v1/users/me?x=1',
    status: 200,
    code: 0,
    problemCode: null,
    logId: null,
    totalMs: 42,
    requestBytes: 0,
    answerBytes: 0,
  };
}

let made: FakeCall[] = [];
let kept: readonly HistoryEntry[] = [];
const inputsOf = (wanted: string) => made.filter(({ name }) => name === wanted).map(({ input }) => input);

/** Sends `count` requests, the first at 1, the next at 2. */
function sendMany(count: number): void {
  for (let at = 1; at <= count; at += 1) {
    useRunsStore.setState(({ runs }) => ({ runs: { ...runs, [`r${at}`]: sampleRun(`r${at}`, at) } }));
    addRun(tab().id, `r${at}`);
  }
}

beforeEach(() => {
  useTabsStore.setState({ tabs: [], selectedId: null, closed: [] });
  useRunsStore.setState({ runs: {}, events: {} });
  kept = [];
  made = fakeBridge({
    'console.runs': () => [],
    'console.dropRun': () => null,
    'history.list': () => ({ entries: kept, total: kept.length }),
    'history.open': ({ historyId }: { historyId: string }) => ({
      request: null,
      bodyLeftOut: false,
      run: sampleRun(`opened ${historyId}`, Number(historyId.slice(1))),
    }),
  });
  openFreeRequest();
});

test('the newest ten runs stay in memory; of the others it is known when they were', () => {
  sendMany(12);
  expect(tab().runIds).toStrictEqual(['r12', 'r11', 'r10', 'r9', 'r8', 'r7', 'r6', 'r5', 'r4', 'r3']);
  expect(tab().pastRuns.map(({ at }) => at)).toStrictEqual([2, 1]);
  expect(inputsOf('console.dropRun')).toStrictEqual([{ runId: 'r1' }, { runId: 'r2' }]);
});

test('an earlier one is looked at until another one is sent', () => {
  sendMany(3);
  showRun(tab().id, 'r1');
  expect(tab().shownRunId).toBe('r1');
  showRun(tab().id, 'r3');
  expect(tab().shownRunId).toBeNull();
  showRun(tab().id, 'r2');
  addRun(tab().id, 'r4');
  expect(tab()).toMatchObject({ shownRunId: null, runIds: ['r4', 'r3', 'r2', 'r1'] });
});

test('one that left the memory opens from the history, one at a time', async () => {
  sendMany(12);
  kept = [entry(12), entry(2), entry(1)];
  const [second, first] = tab().pastRuns;
  if (first === undefined || second === undefined) throw new Error('nothing is past');
  expect(await openPastRun(tab().id, first)).toBe(true);
  expect(inputsOf('history.list')).toStrictEqual([{ query: '/v1/users/me', before: null, limit: 200 }]);
  expect(tab()).toMatchObject({ shownRunId: 'opened h1', pastRuns: [{ at: 2 }] });

  useRunsStore.setState(({ runs }) => ({ runs: { ...runs, 'opened h1': sampleRun('opened h1', 1) } }));
  expect(await openPastRun(tab().id, second)).toBe(true);
  expect(tab().runIds).toHaveLength(11);
  expect(tab()).toMatchObject({ shownRunId: 'opened h2', pastRuns: [{ at: 1 }] });
  expect(inputsOf('console.dropRun').at(-1)).toStrictEqual({ runId: 'opened h1' });
});

test('one that the history does not have either is no longer named', async () => {
  sendMany(11);
  kept = [entry(11)];
  const [first] = tab().pastRuns;
  if (first === undefined) throw new Error('nothing is past');
  expect(await openPastRun(tab().id, first)).toBe(false);
  expect(tab()).toMatchObject({ shownRunId: null, pastRuns: [] });
});

test('closing a tab frees all its runs but the newest', () => {
  sendMany(3);
  closeTabs([tab().id]);
  expect(inputsOf('console.dropRun')).toStrictEqual([{ runId: 'r2' }, { runId: 'r1' }]);
  reopenTab();
  expect(tab()).toMatchObject({ runIds: ['r3'], shownRunId: null });
  expect(tab().pastRuns.map(({ at }) => at)).toStrictEqual([2, 1]);
});

test('a run that came back after its tab was closed is freed', async () => {
  sendMany(11);
  kept = [entry(1)];
  const { id, pastRuns } = tab();
  const [first] = pastRuns;
  if (first === undefined) throw new Error('nothing is past');
  const opening = openPastRun(id, first);
  closeTabs([id]);
  await opening;
  expect(inputsOf('console.dropRun').at(-1)).toStrictEqual({ runId: 'opened h1' });
});
