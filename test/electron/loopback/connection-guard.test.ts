import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type ConnectionGuard, createConnectionGuard } from '../../../electron/loopback/connection-guard.ts';

class FakeSocket extends EventEmitter {
  isDestroyed = false;
  destroy(): void {
    this.isDestroyed = true;
    this.emit('close');
  }
}

function start() {
  const due = new Set<() => void>();
  const server = new EventEmitter();
  const guard: ConnectionGuard = createConnectionGuard({
    after: (milliseconds, run) => {
      expect(milliseconds).toBe(5000);
      due.add(run);
      return () => due.delete(run);
    },
  });
  guard.watch(server as Server);
  return {
    connect: () => {
      const socket = new FakeSocket();
      server.emit('connection', socket);
      return socket;
    },
    /** Begins a request; its end is told by the function that comes back. */
    ask: (socket: FakeSocket, complete: boolean) => {
      const outgoing = new EventEmitter();
      server.emit('request', { socket, complete }, outgoing);
      return () => outgoing.emit('close');
    },
    trust: (socket: FakeSocket) => guard.trust(socket as unknown as Socket),
    passFiveSeconds: () => {
      for (const run of [...due]) run();
    },
    waiting: () => due.size,
  };
}

const connectMany = (connect: () => FakeSocket, count: number) => Array.from({ length: count }, connect);

describe('a connection too many', () => {
  it('takes the place of the oldest one without a request', () => {
    const { connect, ask } = start();
    const old = connectMany(connect, 64);
    for (const socket of old.slice(0, 3)) ask(socket, false);
    const newest = connect();
    expect(old.map(({ isDestroyed }) => isDestroyed).indexOf(true)).toBe(3);
    expect(newest.isDestroyed).toBe(false);
  });

  it('takes the place of the oldest one of all when every one asks for something', () => {
    const { connect, ask } = start();
    const old = connectMany(connect, 64);
    for (const socket of old) ask(socket, false);
    const newest = connect();
    expect(old.filter(({ isDestroyed }) => isDestroyed)).toEqual([old[0]]);
    expect(newest.isDestroyed).toBe(false);
  });

  it('counts one whose request was answered as idle again', () => {
    const { connect, ask } = start();
    const old = connectMany(connect, 64);
    const ends = old.map((socket) => ask(socket, true));
    ends[7]?.();
    connect();
    expect(old.map(({ isDestroyed }) => isDestroyed).indexOf(true)).toBe(7);
  });

  it('never takes the place of one that was let in', () => {
    const { connect, ask, trust } = start();
    const known = connect();
    trust(known);
    connectMany(connect, 500).forEach((socket) => {
      ask(socket, false);
    });
    expect(known.isDestroyed).toBe(false);
  });
});

describe('the body of a stranger', () => {
  it('has to be there within five seconds', () => {
    const { connect, ask, passFiveSeconds } = start();
    const [slow, quick] = [connect(), connect()];
    ask(slow, false);
    ask(quick, true);
    passFiveSeconds();
    expect([slow.isDestroyed, quick.isDestroyed]).toEqual([true, false]);
  });

  it('may take longer once it is known whose it is', () => {
    const { connect, ask, trust, waiting } = start();
    const socket = connect();
    ask(socket, false);
    trust(socket);
    expect(waiting()).toBe(0);
  });
});
