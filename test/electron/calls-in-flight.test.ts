import { describe, expect, it } from 'vitest';
import { createCallsInFlight } from '../../electron/calls-in-flight.ts';

/** Ends when its signal is aborted, with `cancelled`. */
function untilCancelled(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('cancelled')));
}

describe('createCallsInFlight', () => {
  it('gives what the task gives', async () => {
    const calls = createCallsInFlight();
    expect(await calls.run(1, async (signal) => signal.aborted)).toBe(false);
  });

  it('cancels the call that is named and no other', async () => {
    const calls = createCallsInFlight();
    const first = calls.run(1, untilCancelled);
    const second = calls.run(2, untilCancelled);
    calls.cancel(1);
    expect(await first).toBe('cancelled');
    expect(await Promise.race([second, Promise.resolve('running')])).toBe('running');
  });

  it('refuses an id that is in use, and takes it again afterwards', async () => {
    const calls = createCallsInFlight();
    const first = calls.run(1, untilCancelled);
    await expect(calls.run(1, untilCancelled)).rejects.toThrow(RangeError);
    calls.cancel(1);
    await first;
    expect(await calls.run(1, async () => 'again')).toBe('again');
  });

  it('frees the id of a task that failed', async () => {
    const calls = createCallsInFlight();
    await expect(calls.run(1, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await calls.run(1, async () => 'again')).toBe('again');
  });

  it('cancels everything and lets the next page count from 1 while the old calls still end', async () => {
    const calls = createCallsInFlight();
    const old = calls.run(1, untilCancelled);
    calls.cancelAll();
    const next = calls.run(1, untilCancelled);
    expect(await old).toBe('cancelled');
    calls.cancel(1);
    expect(await next).toBe('cancelled');
  });

  it('does nothing for an id that is not there', () => {
    expect(() => createCallsInFlight().cancel(7)).not.toThrow();
  });

  it('tells what outlives its call when the page is gone, and the next page anew', async () => {
    const calls = createCallsInFlight();
    const gone = calls.gone();
    calls.cancel(1);
    expect(gone.aborted).toBe(false);
    calls.cancelAll();
    expect(gone.aborted).toBe(true);
    expect(calls.gone().aborted).toBe(false);
  });
});
