import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import type { CallInput } from '../../../shared/bridge.ts';
import type { ConsoleRun, RunRequest, StreamEvent } from '../../../shared/console-run.ts';
import { hasEnded } from '../../../shared/has-ended.ts';
import { createMachine, type RunningApp, type TestMachine, userRequest } from '../engine/run-engine.ts';

/** A token that a server may repeat; nothing of what is kept may hold it. */
export const token = `pat_${'k7Qx/+='.repeat(6)}`;

/** An app with a pasted token, and servers for it to talk to. */
export interface RunBench {
  readonly app: RunningApp;
  readonly machine: TestMachine;
  /** Serves HTTP as `answer` says; the address without a slash at the end. */
  readonly serve: (answer: RequestListener) => Promise<string>;
  /** Talks to each connection as `talk` says. */
  readonly serveRaw: (talk: (socket: Socket) => void) => Promise<string>;
  /** A request with {@link token} to `at`. */
  readonly request: (at: string, changes?: Partial<RunRequest>) => Promise<RunRequest>;
  /** Sends it and gives the id of its run. */
  readonly start: (request: CallInput<'console.start'>['request']) => Promise<string>;
  /** The first state of a run that `isReached` accepts, as a screen is told it. */
  readonly reached: (runId: string, isReached: (run: ConsoleRun) => boolean) => Promise<ConsoleRun>;
  /** The last state of a run. */
  readonly ended: (runId: string) => Promise<ConsoleRun>;
  /** Sends a request with {@link token} to `at`, to its end. */
  readonly send: (at: string, changes?: Partial<RunRequest>) => Promise<ConsoleRun>;
  /** The body of an answer as it is served. */
  readonly textOf: (run: ConsoleRun) => Promise<string>;
  /** The events that the screens were told. */
  readonly told: (runId: string) => readonly StreamEvent[];
  readonly close: () => Promise<void>;
}

async function listening(server: ReturnType<typeof createTcpServer>): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function openBench(): Promise<RunBench> {
  const machine = await createMachine();
  const app = await machine.start();
  const closing: (() => void)[] = [];

  const ended = (runId: string) => app.reached(runId, hasEnded);

  async function request(at: string, changes: Partial<RunRequest> = {}): Promise<RunRequest> {
    const { id: tokenId } = await app.call('tokens.hold', {
      name: 'My PAT',
      text: token,
      region: { kind: 'custom', baseUrl: at },
      expiresAt: null,
    });
    const target = { kind: 'region', path: '/v1/things' } as const;
    return userRequest({ kind: 'token', tokenId }, { target, ...changes });
  }

  const start = async (asked: CallInput<'console.start'>['request']) =>
    (await app.call('console.start', { request: asked })).runId;

  return {
    app,
    machine,
    reached: app.reached,
    ended,
    request,
    start,
    send: async (at, changes) => app.run(await request(at, changes)),
    serve: async (answer) => {
      const server = createServer(answer);
      closing.push(() => {
        server.close();
        server.closeAllConnections();
      });
      return listening(server);
    },
    serveRaw: async (talk) => {
      const sockets = new Set<Socket>();
      const server = createTcpServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        talk(socket);
      });
      closing.push(() => {
        server.close();
        for (const socket of sockets) socket.destroy();
      });
      return listening(server);
    },
    textOf: app.textOf,
    told: (runId) =>
      app.events.flatMap((event) =>
        event.name === 'consoleEvents' && event.payload.runId === runId ? event.payload.events : [],
      ),
    close: async () => {
      await app.quit();
      for (const close of closing) close();
      await machine.remove();
    },
  };
}
