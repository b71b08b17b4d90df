import type { Timers } from '../tokens/timers.ts';
import type { LogEntry } from './event-log.ts';

/** Events on their way to the screens, many as one message. */
export interface EventBatches<Entry extends LogEntry> {
  /** Waits when more events come than a screen can be told at a time. */
  readonly add: (event: Entry) => Promise<void>;
  /** Tells what has not been told. */
  readonly flush: () => void;
}

/** Milliseconds that an event waits for others, at most. */
const pause = 25;
/** Events and characters of one message; a stream that brings more in that time is read more slowly. */
const mostEvents = 1000;
const mostCharacters = 1024 * 1024;

export function createEventBatches<Entry extends LogEntry>(
  timers: Timers,
  tell: (events: Entry[]) => void,
): EventBatches<Entry> {
  let waiting: Entry[] = [];
  let characters = 0;
  let told: Promise<void> = Promise.resolve();
  let settle: () => void = () => undefined;
  let callOff: (() => void) | null = null;

  function flush(): void {
    callOff?.();
    callOff = null;
    const events = waiting;
    waiting = [];
    characters = 0;
    if (events.length > 0) tell(events);
    settle();
  }

  return {
    flush,
    add: async (event) => {
      waiting.push(event);
      characters += event.data.length;
      if (callOff === null) {
        callOff = timers.after(pause, flush);
        told = new Promise((resolve) => {
          settle = resolve;
        });
      }
      if (waiting.length >= mostEvents || characters >= mostCharacters) await told;
    },
  };
}
