import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settleWithin } from '../../electron/settle-within.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('settleWithin', () => {
  it('ends with the work, well or not', async () => {
    expect(await settleWithin(Promise.resolve(1), 3000)).toBe(true);
    expect(await settleWithin(Promise.reject(new Error('failed')), 3000)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends without the work when the time is over', async () => {
    const waited = settleWithin(new Promise(() => undefined), 3000);
    await vi.advanceTimersByTimeAsync(2999);
    expect(await Promise.race([waited, 'waiting'])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await waited).toBe(false);
  });
});
