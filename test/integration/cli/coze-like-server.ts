import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface CozeLikeServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** How the next requests are answered. */
  readonly answer: (answer: (response: ServerResponse, request: SeenRequest) => void) => void;
  readonly close: () => Promise<void>;
}

/** A server on a free loopback port that keeps what it was sent. */
export async function startCozeLikeServer(): Promise<CozeLikeServer> {
  const seen: SeenRequest[] = [];
  let current: (response: ServerResponse, request: SeenRequest) => void = (response) => response.end();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const entry = { method, url, headers, body: Buffer.concat(chunks) };
    seen.push(entry);
    current(response, entry);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer: (answer) => {
      current = answer;
      seen.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export function json(text: string, status = 200) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-tt-logid': 'LOG1' }).end(text);
  };
}

/** Answers with a stream of events. */
export function sse(text: string) {
  return (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text);
  };
}
