import type { StreamMessages } from '../../shared/loopback.ts';

/** The messages to one page that it has not said to have seen, in order. */
export interface Outbox {
  readonly push: (kind: 'event' | 'reply', json: string) => void;
  /** Drops what the page has seen. */
  readonly acknowledge: (seen: number) => void;
  /** The next message after the one with this number, ready to be sent. */
  readonly after: (number: number) => { readonly number: number; readonly text: string } | null;
  /** True when more is waiting than is worth keeping: the page has to begin anew. */
  readonly isFull: () => boolean;
}

/** A page that does not read for long begins anew from a snapshot. */
const mostMessages = 5000;
const mostCharacters = 64 * 1024 * 1024;

/** One message as `text/event-stream` writes it (HTML Living Standard, 9.2.5); JSON has no line breaks of its own. */
export function frame(kind: keyof StreamMessages, json: string, number?: number): string {
  return `${number === undefined ? '' : `id: ${number}\n`}event: ${kind}\ndata: ${json}\n\n`;
}

export function createOutbox(): Outbox {
  const waiting = new Map<number, string>();
  let last = 0;
  let first = 1;
  let characters = 0;

  return {
    push: (kind, json) => {
      last += 1;
      const text = frame(kind, json, last);
      waiting.set(last, text);
      characters += text.length;
    },
    acknowledge: (seen) => {
      for (; first <= Math.min(seen, last); first += 1) {
        characters -= waiting.get(first)?.length ?? 0;
        waiting.delete(first);
      }
    },
    after: (number) => {
      const next = Math.max(number + 1, first);
      const text = waiting.get(next);
      return text === undefined ? null : { number: next, text };
    },
    isFull: () => waiting.size > mostMessages || characters > mostCharacters,
  };
}
