import { beforeEach, describe, expect, it } from 'vitest';
import {
  dropRun,
  followRuns,
  type RunEvents,
  sendRun,
  useRunsStore,
  withEvents,
} from '../../../renderer/console/runs-store.ts';
import type { RunRequest, StreamEvent } from '../../../shared/console-run.ts';
import { fakeBridge, tellScreens } from '../fake-bridge.ts';
import { sampleRun } from '../run-samples.ts';

const event = (index: number, data = 'x'): StreamEvent => ({
  index,
  atMs: index,
  event: 'Message',
  id: null,
  data,
});
const events = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => event(from + at));
const indexes = ({ events: known }: RunEvents) => known.map(({ index }) => index);
const none: RunEvents = { first: 0, events: [] };

describe('the events that a page keeps', () => {
  it('grow at their end', () => {
    const known = withEvents(withEvents(none, events(0, 3)), events(3, 5));
    expect([known.first, indexes(known)]).toStrictEqual([0, [0, 1, 2, 3, 4]]);
  });

  it('are taken once, also when they come twice', () => {
    const known = withEvents(none, events(0, 3));
    expect(withEvents(known, events(1, 3))).toBe(known);
    expect(indexes(withEvents(known, events(1, 5)))).toStrictEqual([0, 1, 2, 3, 4]);
  });

  it('begin anew behind a gap', () => {
    const known = withEvents(withEvents(none, events(0, 3)), events(7, 9));
    expect([known.first, indexes(known)]).toStrictEqual([7, [7, 8]]);
  });

  it('are the newest 20 000', () => {
    const known = withEvents(withEvents(none, events(0, 15_000)), events(15_000, 25_000));
    expect([known.first, known.events.length, known.events.at(-1)?.index]).toStrictEqual([
      5000, 20_000, 24_999,
    ]);
  });

  it('are the newest that fit, and at least one', () => {
    const long = 'x'.repeat(20 * 1024 * 1024);
    const known = withEvents(none, [event(0, long), event(1, long), event(2, 'short')]);
    expect(indexes(known)).toStrictEqual([1, 2]);
    expect(indexes(withEvents(none, [event(0), event(1, `${long}${long}`)]))).toStrictEqual([1]);
  });
});

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

describe('the runs', () => {
  beforeEach(() => {
    useRunsStore.setState({ runs: {}, events: {} });
    fakeBridge({
      'console.runs': () => [sampleRun('before', { stage: 'done' })],
      'console.start': () => ({ runId: 'new' }),
      'console.dropRun': () => null,
    });
  });

  it('of before are asked for once; those that go on are followed, until they are dropped', async () => {
    await followRuns();
    expect(await sendRun(request)).toBe('new');
    tellScreens({ name: 'consoleRun', payload: { run: sampleRun('new') } });
    tellScreens({ name: 'consoleEvents', payload: { runId: 'new', events: events(0, 2) } });
    tellScreens({ name: 'consoleRun', payload: { run: sampleRun('new', { stage: 'done' }) } });
    const { runs, events: known } = useRunsStore.getState();
    expect(Object.values(runs).map(({ runId, stage }) => [runId, stage])).toStrictEqual([
      ['before', 'done'],
      ['new', 'done'],
    ]);
    expect(indexes(known['new'] ?? none)).toStrictEqual([0, 1]);
    await dropRun('new');
    expect(Object.keys(useRunsStore.getState().runs)).toStrictEqual(['before']);
    expect(useRunsStore.getState().events).toStrictEqual({});
  });
});
