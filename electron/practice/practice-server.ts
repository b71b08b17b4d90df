import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { makeLogId } from './log-id.ts';
import { practiceRoutes } from './practice-routes.ts';
import type { PracticeState } from './practice-state.ts';
import { logIdHeader, stampDate } from './stamp.ts';

// An assertion travels in a header; Node's own limit of 16 KiB would answer a large one before any check.
const headerLimitBytes = 65_536;

/** A practice Coze that listens. */
export interface RunningServer {
  readonly url: string;
  /** Ends the listening and every open connection. */
  readonly close: () => Promise<void>;
}

/**
 * Listens on 127.0.0.1 only.
 *
 * @param port - 0 for any free one
 * @throws Error as node:net gives it, for example with code `EADDRINUSE`
 */
export async function listenOnLoopback(state: PracticeState, port: number): Promise<RunningServer> {
  const answer = getRequestListener(practiceRoutes(state).fetch, { overrideGlobalObjects: false });
  const options = { maxHeaderSize: headerLimitBytes };
  const server = createServer(options, (incoming: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.sendDate = false;
    stampDate(outgoing, state);
    outgoing.setHeader(logIdHeader, makeLogId(state.now(), state.randomBytes));
    void answer(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
