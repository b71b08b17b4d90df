import type { SteadyClock, Timers } from '../tokens/timers.ts';

/** Milliseconds between two looks, and how much more than that has to have passed. */
const everyMs = 5000;
const longerMs = 5000;

export interface SleepNotice {
  readonly timers: Timers;
  /** A clock that goes on while the machine sleeps; timers do not. */
  readonly steady: SteadyClock;
  readonly onWake: () => void;
}

/**
 * Tells that the machine was asleep, where nothing of the system says so: a timer came late by all that time.
 *
 * @returns the function that ends it
 */
export function noticeSleep({ timers, steady, onWake }: SleepNotice): () => void {
  let callOff = () => {};
  const look = () => {
    const before = steady.now();
    callOff = timers.after(everyMs, () => {
      if (steady.now() - before > everyMs + longerMs) onWake();
      look();
    });
  };
  look();
  return () => callOff();
}
