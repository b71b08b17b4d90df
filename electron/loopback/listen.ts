import { createServer, type RequestListener, type Server } from 'node:http';
import type { ConnectionGuard } from './connection-guard.ts';

export interface Listening {
  readonly port: number;
  /** Ends the listening and every open connection. */
  readonly close: () => Promise<void>;
}

const options = {
  maxHeaderSize: 16_384,
  /** Milliseconds for the head of a request, for the next one on the same connection, and between two looks at both. */
  headersTimeout: 10_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5000,
  /** Files go through slow tunnels and take as long as they take; strangers are hurried by {@link ConnectionGuard}. */
  requestTimeout: 0,
};

function start(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: host === '::1' }, () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Listens on 127.0.0.1, and on the same port of ::1 where there is one and it is free; on nothing else.
 *
 * @param port - 0 for any free one
 * @throws Error as node:net gives it, for example with code `EADDRINUSE`
 */
export async function listenOnLoopback(
  answer: RequestListener,
  guard: ConnectionGuard,
  port: number,
): Promise<Listening> {
  const [first, second] = [createServer(options, answer), createServer(options, answer)];
  for (const server of [first, second]) {
    guard.watch(server);
    server.on('upgrade', (_request, socket) =>
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'),
    );
  }
  const chosen = await start(first, '127.0.0.1', port);
  const hasSecond = await start(second, '::1', chosen).then(
    () => true,
    () => false,
  );
  return {
    port: chosen,
    close: async () => {
      await Promise.all(hasSecond ? [close(first), close(second)] : [close(first)]);
    },
  };
}
