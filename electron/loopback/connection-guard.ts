import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Keeps strangers from taking all connections that this process can have. */
export interface ConnectionGuard {
  readonly watch: (server: Server) => void;
  /** The connection belongs to a browser that was let in: it is never taken away. */
  readonly trust: (socket: Socket) => void;
}

/** Connections of nobody who was let in; from then on the oldest one goes when another one comes. */
const mostStrangers = 64;

/**
 * Everybody on this machine can connect. Who has no session gets few connections, and loses the oldest of them, one
 * without a request first, so that somebody who comes later is still heard.
 */
export function createConnectionGuard(): ConnectionGuard {
  const strangers = new Map<Socket, { isAsking: boolean }>();

  function makeRoom(): void {
    if (strangers.size <= mostStrangers) return;
    const sockets = [...strangers];
    const [socket] = sockets.find(([, { isAsking }]) => !isAsking) ?? sockets[0] ?? [];
    if (socket === undefined) return;
    strangers.delete(socket);
    socket.destroy();
  }

  return {
    watch: (server) => {
      server.on('connection', (socket: Socket) => {
        strangers.set(socket, { isAsking: false });
        socket.once('close', () => strangers.delete(socket));
        makeRoom();
      });
      server.on('request', (incoming, outgoing) => {
        const found = strangers.get(incoming.socket);
        if (found === undefined) return;
        found.isAsking = true;
        outgoing.once('close', () => {
          found.isAsking = false;
        });
      });
    },
    trust: (socket) => {
      strangers.delete(socket);
    },
  };
}
