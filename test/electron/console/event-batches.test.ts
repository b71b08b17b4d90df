import { describe, expect, it } from 'vitest';
import { createEventBatches } from '../../../electron/console/event-batches.ts';
import type { StreamEvent } from '../../../shared/console-run.ts';

const event = (index: number, data = ''): StreamEvent => ({ index, atMs: 0, event: '', id: null, data });

function batches() {
  const told: number[][] = [];
  const due: (() => void)[] = [];
  const timers = {
    after: (_milliseconds: number, run: () => void) => {
      due.push(run);
      return () => {
        due.splice(due.indexOf(run), 1);
      };
    },
  };
  const all = createEventBatches(timers, (events) => told.push(events.map(({ index }) => index)));
  const pass = () => {
    for (const run of due.splice(0)) run();
  };
  return { all, told, pass };
}

const settled = async (work: Promise<void>) =>
  Promise.race([
    work.then(() => true),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(false))),
  ]);

describe('the events of a stream', () => {
  it('are told together after a moment, in order', async () => {
    const { all, told, pass } = batches();
    await all.add(event(0));
    await all.add(event(1));
    expect(told).toStrictEqual([]);
    pass();
    await all.add(event(2));
    pass();
    expect(told).toStrictEqual([[0, 1], [2]]);
  });

  it('are told at once when there is nothing to wait for', async () => {
    const { all, told, pass } = batches();
    await all.add(event(0));
    all.flush();
    pass();
    all.flush();
    expect(told).toStrictEqual([[0]]);
  });

  it.each([
    ['many', 1000, ''],
    ['long', 2, 'x'.repeat(512 * 1024)],
  ])('that are %s hold the stream up until they are told', async (_how, count, data) => {
    const { all, told, pass } = batches();
    for (let index = 0; index < count - 1; index += 1) await all.add(event(index, data));
    const last = all.add(event(count - 1, data));
    expect(await settled(last)).toBe(false);
    pass();
    expect(await settled(last)).toBe(true);
    expect(told.flat()).toHaveLength(count);
  });
});
