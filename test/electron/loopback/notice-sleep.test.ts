import { expect, it } from 'vitest';
import { noticeSleep } from '../../../electron/loopback/notice-sleep.ts';

function machine() {
  let now = 0;
  let waiting: (() => void) | null = null;
  return {
    steady: { now: () => now },
    timers: {
      after: (_milliseconds: number, run: () => void) => {
        waiting = run;
        return () => {
          waiting = null;
        };
      },
    },
    isWaiting: () => waiting !== null,
    pass: (milliseconds: number) => {
      now += milliseconds;
      waiting?.();
    },
  };
}

it('tells when a timer came late by more than five seconds, and only then', () => {
  const { steady, timers, pass, isWaiting } = machine();
  let woken = 0;
  const stop = noticeSleep({
    steady,
    timers,
    onWake: () => {
      woken += 1;
    },
  });
  pass(5000);
  pass(9000);
  expect(woken).toBe(0);
  pass(3_600_000);
  expect(woken).toBe(1);
  pass(5000);
  expect(woken).toBe(1);
  stop();
  expect(isWaiting()).toBe(false);
});
