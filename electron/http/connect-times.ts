import type { Socket } from 'node:net';

/** When each step of a connection was done, in milliseconds of the stopwatch; null for a step that was not needed. */
export interface ConnectTimes {
  readonly startedAt: number;
  lookedUpAt: number | null;
  connectedAt: number | null;
  securedAt: number | null;
}

const fresh = new WeakMap<object, ConnectTimes>();

/** Times the steps of a connection that has just begun. What is no socket is left alone. */
export function noteConnecting<Connecting>(socket: Connecting, stopwatch: () => number): Connecting {
  const connecting = socket as Partial<Socket> | undefined;
  if (connecting?.prependOnceListener === undefined) return socket;
  const times: ConnectTimes = {
    startedAt: stopwatch(),
    lookedUpAt: null,
    connectedAt: null,
    securedAt: null,
  };
  fresh.set(connecting, times);
  // Before undici's own listeners, which already send the request.
  connecting.prependOnceListener('lookup', () => {
    times.lookedUpAt = stopwatch();
  });
  connecting.prependOnceListener('connect', () => {
    times.connectedAt = stopwatch();
  });
  connecting.prependOnceListener('secureConnect', () => {
    times.securedAt = stopwatch();
  });
  return socket;
}

/** The times of a connection, for the first request on it; null for every other one. */
export function takeConnectTimes(socket: object): ConnectTimes | null {
  const times = fresh.get(socket) ?? null;
  fresh.delete(socket);
  return times;
}
