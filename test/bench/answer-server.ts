import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface AnswerServer {
  /** Without a slash at the end. */
  readonly origin: string;
  /** Answers the requests for this path from now on. */
  readonly on: (path: string, answer: Answer) => void;
  readonly close: () => Promise<void>;
}

/** A server on this machine that answers as it is told. */
export async function serveAnswers(): Promise<AnswerServer> {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) response.writeHead(404).end();
    else void answer(request, response);
  });
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    on: (path, answer) => void answers.set(path, answer),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
