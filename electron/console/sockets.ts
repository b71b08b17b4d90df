import type { ConsoleSocket, SocketMessage } from '../../shared/console-socket.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { BodySource } from '../http/request-body.ts';
import { followSocket, type SocketPlan, type SocketServices } from './follow-socket.ts';
import type { Secret } from './hide-secrets.ts';
import { createLiveSocket, isOver, type LiveSocket, type LiveSocketOptions } from './live-socket.ts';
import { type FileForm, fileMessages } from './socket-file.ts';

/** The WebSockets of this run of the app. */
export interface Sockets {
  /** @returns the id of the socket; it is open until `ends` aborts */
  readonly connect: (plan: SocketPlan, ends: AbortSignal) => string;
  /**
   * @param secrets - what is to be hidden from here on, in what was sent and in what comes back
   * @throws ProblemError `console/run-gone` when it is not open
   */
  readonly send: (socketId: string, text: string, secrets: readonly Secret[]) => void;
  /**
   * Resolves when all of it is sent.
   *
   * @throws ProblemError `console/run-gone` when the socket is not open, or not any more; an `AbortError` when cancelled
   */
  readonly sendFile: (socketId: string, file: FileToSend, signal: AbortSignal) => Promise<void>;
  /**
   * Sends a close frame; the connection ends when the other side has answered it, after three seconds in any case, and at
   * once when it is asked for again. One that is over stays as it is.
   */
  readonly close: (socketId: string) => void;
  /** Newest first. */
  readonly all: () => ConsoleSocket[];
  /** @throws ProblemError `console/run-gone` */
  readonly messages: (socketId: string, from: number, limit: number) => Promise<SocketMessage[]>;
  /** One that is open ends at once. */
  readonly drop: (socketId: string) => Promise<void>;
  /** Ends all of them. */
  readonly end: () => Promise<void>;
}

export interface FileToSend {
  readonly source: BodySource;
  readonly form: FileForm;
  /** Bytes of the file in each message. */
  readonly bytes: number;
  /** Milliseconds after each. */
  readonly pauseMs: number;
}

export interface SocketsOptions extends LiveSocketOptions, SocketServices {}

interface Held {
  readonly live: LiveSocket;
  /** Resolves when it has ended. */
  readonly over: Promise<void>;
}

/** Sockets that are kept; beyond them the oldest that are over go. */
const mostSockets = 50;
/** Bytes that wait to go out before a file waits, too, and milliseconds until that is looked at again. */
const mostBuffered = 1024 * 1024;
const look = 10;
/** Milliseconds that the other side has to answer a close frame. */
const longestClosing = 3000;

export function createSockets(options: SocketsOptions): Sockets {
  const { timers } = options;
  const sockets = new Map<string, Held>();

  function heldOf(socketId: string): Held {
    const held = sockets.get(socketId);
    if (held === undefined) throw new ProblemError('console/run-gone');
    return held;
  }

  function openOf(live: LiveSocket) {
    if (live.open === null || live.state.stage !== 'open') throw new ProblemError('console/run-gone');
    return live.open;
  }

  function send(live: LiveSocket, message: string | Uint8Array): void {
    openOf(live).send(message);
    live.note('sent', message);
  }

  function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const leave = () => {
        callOff();
        reject(signal.reason);
      };
      const callOff = timers.after(milliseconds, () => {
        signal.removeEventListener('abort', leave);
        resolve();
      });
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  async function drop(socketId: string): Promise<void> {
    const held = sockets.get(socketId);
    if (held === undefined) return;
    sockets.delete(socketId);
    held.live.stop();
    held.live.ending.abort();
    await held.over;
    await held.live.log.drop();
  }

  function makeRoom(): void {
    const over = [...sockets].filter(([, { live }]) => isOver(live.state));
    for (const [socketId] of over.slice(0, Math.max(0, sockets.size - mostSockets))) void drop(socketId);
  }

  return {
    connect: (plan, ends) => {
      const live = createLiveSocket(options, plan.endpointId, plan.secrets);
      const { socketId } = live.state;
      const end = () => live.ending.abort();
      ends.addEventListener('abort', end, { once: true });
      if (ends.aborted) end();
      const over = followSocket(live, plan, options).finally(() => ends.removeEventListener('abort', end));
      sockets.set(socketId, { live, over });
      makeRoom();
      return socketId;
    },
    send: (socketId, text, secrets) => {
      const { live } = heldOf(socketId);
      const hidden = new Set(live.secrets.map((secret) => secret.text));
      live.secrets = [...live.secrets, ...secrets.filter((secret) => !hidden.has(secret.text))];
      send(live, text);
    },
    sendFile: async (socketId, { source, form, bytes, pauseMs }, asked) => {
      const { live } = heldOf(socketId);
      const signal = AbortSignal.any([asked, live.ending.signal]);
      const total = source.length;
      let sent = 0;
      openOf(live);
      live.change({ sending: { bytes: sent, total } });
      try {
        for await (const { message, taken } of fileMessages(source, form, bytes, options.newId)) {
          send(live, message);
          sent += taken;
          live.change({ sending: { bytes: sent, total } });
          await wait(pauseMs, signal);
          while (openOf(live).buffered() > mostBuffered) await wait(look, signal);
        }
      } finally {
        live.change({ sending: null });
      }
    },
    close: (socketId) => {
      const held = sockets.get(socketId);
      if (held === undefined) return;
      const { live, over } = held;
      if (live.state.stage !== 'open') {
        live.ending.abort();
        return;
      }
      live.change({ stage: 'closing' });
      live.open?.close();
      const callOff = timers.after(longestClosing, () => live.ending.abort());
      void over.then(callOff);
    },
    all: () => [...sockets.values()].map(({ live }) => live.state).toReversed(),
    messages: async (socketId, from, limit) => {
      const { live } = heldOf(socketId);
      await live.noted();
      return live.log.read(from, limit);
    },
    drop,
    end: async () => {
      const all = [...sockets.values()];
      for (const { live } of all) live.ending.abort();
      await Promise.all(all.map(({ over }) => over));
      for (const { live } of all) live.stop();
    },
  };
}
