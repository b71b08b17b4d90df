import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Timers } from '../tokens/timers.ts';

/** Keeps strangers from taking all connections that this process can have. */
export interface ConnectionGuard {
  readonly watch: (server: Server) => void;
  /** The connection belongs to a browser that was let in: it is never taken away. */
  readonly trust: (socket: Socket) => void;
}

interface Stranger {
  isAsking: boolean;
  forgetDeadline: () => void;
}

/** Connections of nobody who was let in; from then on another one has to go when one comes. */
const mostStrangers = 64;
/** Milliseconds in which the body of a stranger's request has to be there: it is a link's secret, or nothing at all. */
const longestBodyMs = 5000;

/**
 * Everybody on this machine can connect. Who has no session gets few connections: the oldest one without a request goes,
 * or where all of them ask for something the oldest of those, so that somebody who comes later is always heard. Nor may
 * a stranger be slow with what it sends.
 */
export function createConnectionGuard(timers: Timers): ConnectionGuard {
  const strangers = new Map<Socket, Stranger>();

  function forget(socket: Socket): void {
    strangers.get(socket)?.forgetDeadline();
    strangers.delete(socket);
  }

  function drop(socket: Socket): void {
    forget(socket);
    socket.destroy();
  }

  function makeRoomFor(newest: Socket): void {
    if (strangers.size <= mostStrangers) return;
    const others = [...strangers].filter(([socket]) => socket !== newest);
    const [oldest] = others.find(([, { isAsking }]) => !isAsking) ?? others[0] ?? [];
    if (oldest !== undefined) drop(oldest);
  }

  function limitBody(incoming: IncomingMessage, stranger: Stranger): void {
    stranger.forgetDeadline();
    stranger.forgetDeadline = timers.after(longestBodyMs, () => {
      if (!incoming.complete && strangers.get(incoming.socket) === stranger) drop(incoming.socket);
    });
  }

  return {
    watch: (server) => {
      server.on('connection', (socket: Socket) => {
        strangers.set(socket, { isAsking: false, forgetDeadline: () => undefined });
        socket.once('close', () => forget(socket));
        makeRoomFor(socket);
      });
      server.prependListener('request', (incoming, outgoing) => {
        const stranger = strangers.get(incoming.socket);
        if (stranger === undefined) return;
        stranger.isAsking = true;
        limitBody(incoming, stranger);
        outgoing.once('close', () => {
          stranger.isAsking = false;
        });
      });
    },
    trust: forget,
  };
}
