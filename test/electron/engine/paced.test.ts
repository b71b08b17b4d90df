import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPaced } from '../../../electron/engine/paced.ts';
import { systemTimers } from '../../../electron/tokens/timers.ts';

/** Something that changes, and what was told of it, with the milliseconds since the beginning. */
function watched() {
  vi.useFakeTimers({ now: 0 });
  onTestFinished(() => void vi.useRealTimers());
  let value = 0;
  const told: { at: number; value: number }[] = [];
  const paced = createPaced(systemTimers, () => told.push({ at: Date.now(), value }));
  const change = () => {
    value += 1;
    paced.changed();
  };
  return { told, change, stop: paced.stop };
}

describe('a list that changes', () => {
  it('is told right after a change, with what changed in the same moment', () => {
    const { told, change } = watched();
    change();
    change();
    expect(told).toStrictEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toStrictEqual([{ at: expect.any(Number), value: 2 }]);
  });

  it('is told at most every 50 ms, and as it was last', () => {
    const { told, change } = watched();
    for (let millisecond = 0; millisecond < 1000; millisecond += 1) {
      change();
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    const pauses = told.slice(1).map(({ at }, index) => at - (told[index]?.at ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(50);
    expect(told.length).toBeLessThanOrEqual(21);
    expect(told.at(-1)?.value).toBe(1000);
  });

  it('is told at once again after it has rested, and not at all while nothing changes', () => {
    const { told, change } = watched();
    change();
    vi.advanceTimersByTime(500);
    expect(told).toHaveLength(1);
    change();
    vi.advanceTimersByTime(1);
    expect(told.at(-1)?.value).toBe(2);
    vi.advanceTimersByTime(500);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is told no more when that has been stopped', () => {
    const { told, change, stop } = watched();
    change();
    stop();
    change();
    vi.advanceTimersByTime(500);
    expect(told).toStrictEqual([]);
  });
});
