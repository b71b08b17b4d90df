import { useSyncExternalStore } from 'react';
import { type EpochMilliseconds, epochMilliseconds } from '../../shared/time.ts';

const listeners = new Set<() => void>();
let now = epochMilliseconds(Date.now());
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  now = epochMilliseconds(Date.now());
  for (const listener of listeners) listener();
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = undefined;
  if (listeners.size === 0 || document.hidden) return;
  timer = setTimeout(tick, 1000 - (Date.now() % 1000) + 5);
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) schedule();
  else tick();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = epochMilliseconds(Date.now());
    schedule();
  }
  return () => {
    listeners.delete(listener);
    schedule();
  };
}

/** The local time, renewed on every whole second by one timer for all; at rest while the window is hidden. */
export function useNow(): EpochMilliseconds {
  return useSyncExternalStore(subscribe, () => now);
}
