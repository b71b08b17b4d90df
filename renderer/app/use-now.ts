import { useSyncExternalStore } from 'react';
import { type EpochMilliseconds, epochMilliseconds } from '../../shared/time.ts';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** The last whole second of the local clock. Asked for anew at each drawing, so that nothing shows a time gone by. */
export function currentSecond(): EpochMilliseconds {
  const now = Date.now();
  return epochMilliseconds(now - (now % 1000));
}

/** Longer between two ticks than this many milliseconds, and the time has jumped. */
const longestStep = 1500;
let tickedAt = Date.now();

const gap = () => Math.abs(Date.now() - tickedAt);

function tick(): void {
  // What moves smoothly from one second to the next must not crawl over hours.
  document.documentElement.toggleAttribute('data-time-jumped', gap() > longestStep);
  tickedAt = Date.now();
  for (const listener of listeners) listener();
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = undefined;
  if (listeners.size === 0 || document.hidden) return;
  timer = setTimeout(tick, 1000 - (Date.now() % 1000) + 5);
}

/** Brings everything up to the time that it is, if no timer has for a while. */
export function catchUp(): void {
  if (gap() > longestStep) tick();
}

/** A timer that was set before the machine slept, or before its clock was set, may be late: these come first. */
const wakingEvents = ['focus', 'pageshow', 'online', 'resume'] as const;

let isFollowing = false;

function followWindow(): void {
  if (isFollowing) return;
  isFollowing = true;
  document.addEventListener('visibilitychange', () => (document.hidden ? schedule() : tick()));
  for (const name of wakingEvents) window.addEventListener(name, tick);
}

/** Calls `listener` on every whole second, with one timer for all that listen and none while the window is hidden. */
export function subscribeToSeconds(listener: () => void): () => void {
  followWindow();
  listeners.add(listener);
  if (timer === undefined) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) schedule();
  };
}

/** The local time in whole seconds, renewed on every second by one timer for all; at rest while the window is hidden. */
export function useNow(): EpochMilliseconds {
  return useSyncExternalStore(subscribeToSeconds, currentSecond);
}

/** What `read` makes of the time; draws again only in those seconds in which that changes. */
export function useAtSecond<Value extends string | number | boolean | null>(
  read: (now: EpochMilliseconds) => Value,
): Value {
  return useSyncExternalStore(subscribeToSeconds, () => read(currentSecond()));
}
