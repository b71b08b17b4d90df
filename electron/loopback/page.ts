import type { ServerResponse } from 'node:http';
import type { Reply } from '../../shared/bridge.ts';
import { type CallsInFlight, createCallsInFlight } from '../calls-in-flight.ts';
import type { Timers } from '../tokens/timers.ts';
import { createOutbox, frame } from './outbox.ts';

/** One page in a browser, from the time it is loaded until it is gone: what a window is to the desktop. */
export interface Page {
  readonly calls: CallsInFlight;
  /** False when the call with this id came before. */
  readonly accept: (callId: number) => boolean;
  readonly tell: (eventJson: string) => void;
  readonly answer: (callId: number, reply: Reply) => void;
  /** Drops what the page has seen, by its own words: the value of the header. */
  readonly acknowledge: (seen: string) => void;
  /** Sends everything after the message `seen` to `outgoing`, and what is still to come; an earlier stream ends. */
  readonly attach: (outgoing: ServerResponse, seen: string) => void;
  readonly isAttached: () => boolean;
  /** Cancels its calls; nothing is sent any more. */
  readonly end: () => void;
  /** Says that the host ends, and closes the stream. */
  readonly sayEnd: () => void;
}

export interface PageOptions {
  /** A name for the numbers of its messages that no other page has. */
  readonly count: string;
  readonly timers: Timers;
  /** Milliseconds that a page may be without its stream before it counts as gone. */
  readonly graceMs: number;
  /** The page did not come back in time, or stopped to read. */
  readonly onGone: () => void;
}

/** Milliseconds between signs of life on a stream that has nothing to say. */
const heartbeatMs = 5000;
/** Ids of calls that are remembered, so that one that is sent twice runs once. */
const mostRemembered = 4096;

export function createPage({ count, timers, graceMs, onGone }: PageOptions): Page {
  const calls = createCallsInFlight();
  const outbox = createOutbox();
  const accepted = new Set<number>();
  let stream: ServerResponse | null = null;
  let sent = 0;
  let isBlocked = false;
  let isOver = false;
  let forgetHeartbeat = () => {};
  let forgetGrace = () => {};

  /** The number of a message of this page; null when the words are about another one, or about none. */
  function numberOf(seen: string): number | null {
    const [name, number] = seen.split('.', 2);
    return name === count && number !== undefined && /^\d{1,15}$/.test(number) ? Number(number) : null;
  }

  function write(text: string): void {
    if (stream !== null) isBlocked = !stream.write(text);
  }

  function pump(): void {
    while (stream !== null && !isBlocked) {
      const next = outbox.after(sent);
      if (next === null) return;
      sent = next.number;
      write(next.text);
    }
  }

  function push(kind: 'event' | 'reply', json: string): void {
    if (isOver) return;
    outbox.push(kind, json);
    if (outbox.isFull()) onGone();
    else pump();
  }

  function beat(): void {
    forgetHeartbeat = timers.after(heartbeatMs, () => {
      if (!isBlocked) write(':\n\n');
      beat();
    });
  }

  function detach(from: ServerResponse): void {
    if (stream !== from) return;
    stream = null;
    forgetHeartbeat();
    if (!isOver) forgetGrace = timers.after(graceMs, onGone);
  }

  function close(): void {
    const open = stream;
    stream = null;
    forgetHeartbeat();
    forgetGrace();
    open?.end();
  }

  return {
    calls,
    accept: (callId) => {
      if (accepted.has(callId)) return false;
      accepted.add(callId);
      for (const oldest of accepted) {
        if (accepted.size <= mostRemembered) break;
        accepted.delete(oldest);
      }
      return true;
    },
    tell: (eventJson) => push('event', eventJson),
    answer: (callId, reply) => push('reply', JSON.stringify({ callId, reply })),
    acknowledge: (seen) => outbox.acknowledge(numberOf(seen) ?? 0),
    attach: (outgoing, seen) => {
      close();
      stream = outgoing;
      isBlocked = false;
      const number = numberOf(seen);
      sent = number ?? 0;
      outbox.acknowledge(sent);
      outgoing.on('drain', () => {
        if (stream !== outgoing) return;
        isBlocked = false;
        pump();
      });
      outgoing.on('close', () => detach(outgoing));
      outgoing.on('error', () => detach(outgoing));
      write(frame('hello', JSON.stringify({ resumed: number !== null, count })));
      beat();
      pump();
    },
    isAttached: () => stream !== null,
    end: () => {
      isOver = true;
      close();
      calls.cancelAll();
    },
    sayEnd: () => {
      write(frame('end', 'null'));
      isOver = true;
      close();
    },
  };
}
