import { uptime } from 'node:os';

/** A clock that nobody sets: milliseconds since some fixed moment, the time asleep included. */
export interface SteadyClock {
  readonly now: () => number;
}

/** Runs something later; passed in, so that tests need not wait. */
export interface Timers {
  /** Returns the function that calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** Time since the machine started, sleep included on each system (Linux `CLOCK_BOOTTIME`, Windows tick count). */
export const systemSteadyClock: SteadyClock = { now: () => uptime() * 1000 };

/** None of them keeps the process alive. */
export const systemTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
