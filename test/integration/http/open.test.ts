import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type StreamRequest } from '../../../electron/http/client.ts';
import { toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { startHostileServer } from './hostile-server.ts';

const clock = { now: () => epochMilliseconds(Date.now()) };
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(
  listener: Parameters<typeof startHostileServer>[0],
  changes: Partial<StreamRequest> = {},
) {
  const server = await startHostileServer(listener);
  const client = createHttpClient({ clock });
  cleanups.push(server.close, client.close);
  return client.open({
    method: 'GET',
    url: server.url,
    headers: [],
    body: null,
    signal: new AbortController().signal,
    silenceMs: 5000,
    ...changes,
  });
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString();
}

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => toProblem(thrown),
  );

describe('an answer that is read as it comes', () => {
  it('is there with its head, before its body', async () => {
    let end: () => void = () => undefined;
    const answer = await open((_request, response) => {
      response.writeHead(200, { 'X-Tt-Logid': 'L1' });
      response.write('a');
      end = () => response.end('b');
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.headers).toContainEqual(['X-Tt-Logid', 'L1']);
    end();
    expect(await read(answer.body)).toBe('ab');
  });

  it('is decoded', async () => {
    const answer = await open((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('text'));
    });
    expect(await read(answer.body)).toBe('text');
  });

  it('that falls silent is a timeout, before its head and after', async () => {
    const silent = await problemOf(open(() => undefined, { silenceMs: 50 }));
    expect(silent).toMatchObject({ code: 'http/timeout', params: { phase: 'answer' } });
    const answer = await open((_request, response) => response.write('a'), { silenceMs: 400 });
    expect(await problemOf(read(answer.body))).toMatchObject({
      code: 'http/timeout',
      params: { phase: 'body' },
    });
  });

  it('that breaks off is told', async () => {
    const answer = await open((_request, response) => {
      response.writeHead(200, { 'Content-Length': '10' });
      response.write('a', () => response.destroy());
    });
    expect(await problemOf(read(answer.body))).toMatchObject({ code: 'http/reset' });
  });

  it('is cancelled while it is read, and when nobody reads it', async () => {
    for (const isRead of [true, false]) {
      const cancel = new AbortController();
      const answer = await open((_request, response) => response.write('a'), { signal: cancel.signal });
      const reading = isRead ? problemOf(read(answer.body)) : null;
      cancel.abort();
      if (reading !== null) expect(await reading).toMatchObject({ code: 'cancelled' });
    }
  });

  it('takes a body that is read while it is sent, with its length', async () => {
    const body = {
      length: 6,
      open: async function* () {
        yield Buffer.from('abc');
        yield Buffer.from('def');
      },
    };
    const answer = await open(
      async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        response.end(`${request.headers['content-length']} ${Buffer.concat(chunks)}`);
      },
      { method: 'POST', body },
    );
    expect(await read(answer.body)).toBe('6 abcdef');
  });

  it('goes nowhere over plain http but to this machine', async () => {
    const client = createHttpClient({ clock });
    cleanups.push(client.close);
    const signal = new AbortController().signal;
    const request = { method: 'GET', headers: [], body: null, signal, silenceMs: 1000 };
    expect(await problemOf(client.open({ ...request, url: 'http://api.coze.cn/' }))).toMatchObject({
      code: 'http/url-refused',
    });
  });
});
