import type { Timers } from '../tokens/timers.ts';

/** Tells of changes, several as one. */
export interface Paced {
  readonly changed: () => void;
  readonly stop: () => void;
}

/** Milliseconds between two tellings: less than an eye takes in, and enough between them for a list of hundreds. */
const pause = 50;

/**
 * Calls `tell` right after what runs now, and not again within 50 ms, however much changes meanwhile; whatever changed
 * last is told.
 */
export function createPaced(timers: Timers, tell: () => void): Paced {
  let callOff: () => void = () => undefined;
  let state: 'idle' | 'due' | 'resting' | 'behind' | 'stopped' = 'idle';

  function tellNow(): void {
    state = 'resting';
    callOff = timers.after(pause, () => {
      if (state === 'behind') tellNow();
      else state = 'idle';
    });
    tell();
  }

  return {
    changed: () => {
      if (state === 'resting') state = 'behind';
      if (state !== 'idle') return;
      state = 'due';
      callOff = timers.after(0, tellNow);
    },
    stop: () => {
      state = 'stopped';
      callOff();
    },
  };
}
