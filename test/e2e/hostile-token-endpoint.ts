import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (response: ServerResponse) => void;

export interface HostileTokenEndpoint {
  readonly url: string;
  /** How the next requests are answered. */
  readonly answerWith: (answer: Answer) => void;
  /** How many requests are open. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
}

/** A server on loopback that stands where Coze should and answers as it is told to. */
export async function startHostileTokenEndpoint(): Promise<HostileTokenEndpoint> {
  let answer: Answer = (response) => response.end();
  let waiting = 0;
  const server = createServer((request, response) => {
    waiting += 1;
    response.on('close', () => {
      waiting -= 1;
    });
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith: (next) => {
      answer = next;
    },
    waiting: () => waiting,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
