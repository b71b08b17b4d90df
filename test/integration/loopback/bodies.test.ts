import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BridgeEvent, CallInput, CallName, CallOutput, Reply } from '../../../shared/bridge.ts';
import type { ConsoleFile, ConsoleRun } from '../../../shared/console-run.ts';
import { loopbackPaths, uploadType } from '../../../shared/loopback.ts';
import { type Bench, type Browser, page, type Stream, startBench } from './loopback-bench.ts';

let bench: Bench;
let browser: Browser;
let stream: Stream;
let echo: Server;
let at: string;
let lastCallId = 0;

beforeAll(async () => {
  echo = createServer(async (request, response) => {
    response.setHeader('content-type', 'audio/mpeg');
    for await (const chunk of request) response.write(chunk);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  at = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
  bench = await startBench();
  browser = await bench.enter();
  stream = await browser.stream(page(1));
});
afterAll(async () => {
  stream.cut();
  await bench.close();
  echo.close();
});

async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  lastCallId += 1;
  const callId = lastCallId;
  await browser.post(loopbackPaths.call, { callId, name, input }, page(1));
  const { data } = await stream.next(
    (message) => message.kind === 'reply' && (message.data as { callId: number }).callId === callId,
  );
  const { reply } = data as { readonly reply: Reply };
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value as CallOutput<Name>;
}

const upload = (name: string, body: Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  bench.ask(`${loopbackPaths.file}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...browser.headers(page(1)), origin: bench.origin, 'content-type': uploadType, ...headers },
    body,
  });

const sound = Buffer.alloc(3 * 1024 * 1024, '\u0000abc');

async function play(): Promise<ConsoleRun> {
  const { value } = JSON.parse((await upload('声音.mp3', sound)).text) as { readonly value: ConsoleFile };
  expect(value).toMatchObject({ name: '声音.mp3', size: sound.length });
  const { id: tokenId } = await call('tokens.hold', {
    name: 'My PAT',
    text: `pat_${'0'.repeat(40)}`,
    region: { kind: 'custom', baseUrl: at },
    expiresAt: null,
  });
  const { runId } = await call('console.start', {
    request: {
      source: { kind: 'token', tokenId },
      endpointId: null,
      method: 'PUT',
      target: { kind: 'region', path: '/echo' },
      query: [],
      headers: [],
      body: { kind: 'file', fileId: value.fileId, contentType: 'audio/mpeg' },
      variableSetId: null,
    },
  });
  const { data } = await stream.next(({ kind, data: said }) => {
    const event = said as BridgeEvent;
    if (kind !== 'event' || event.name !== 'consoleRun') return false;
    return event.payload.run.runId === runId && event.payload.run.stage === 'done';
  });
  const event = data as BridgeEvent;
  if (event.name !== 'consoleRun') throw new Error('no run');
  return event.payload.run;
}

describe('a file and the body of an answer', () => {
  let address: string;
  beforeAll(async () => {
    address = (await play()).body?.address ?? '';
  });

  const headers = (more: Readonly<Record<string, string>> = {}) => ({ cookie: browser.cookie, ...more });

  it('go in and come out without filling a call, to what shows only the cookie', async () => {
    const answer = await bench.ask(address, { headers: headers() });
    expect(answer.status).toBe(200);
    expect(answer.text.length).toBe(sound.length);
    expect(answer.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('come in parts, so that one can seek', async () => {
    const answer = await bench.ask(address, { headers: headers({ range: 'bytes=5-10' }) });
    expect([answer.status, answer.text]).toStrictEqual([206, 'abc\u0000ab']);
    expect(answer.headers['content-range']).toBe(`bytes 5-10/${sound.length}`);
  });

  it.each([
    ['without a cookie', {}],
    ['with the cookie of nobody', { cookie: 'coze-mint-1=x' }],
  ])('are not there %s', async (_how, shown) => {
    expect((await bench.ask(address, { headers: shown })).status).toBe(401);
  });

  it('are not there for a page of another origin, nor under another name', async () => {
    const site = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'audio' };
    expect((await bench.ask(address, { headers: headers(site) })).status).toBe(403);
    expect((await bench.ask(address, { headers: headers({ host: 'evil.example' }) })).status).toBe(403);
    expect((await bench.ask(address, { headers: headers({ origin: 'http://evil.example' }) })).status).toBe(
      403,
    );
  });

  it('are not there under an id that nobody has', async () => {
    expect((await bench.ask('/body/AAAAAAAAAAAAAAAAAAAAAA', { headers: headers() })).status).toBe(404);
  });

  it('are not kept when less comes than was announced, and more than that is no part of them', async () => {
    const passing = path.join(bench.folder, 'data', 'passing');
    const before = await readdir(passing);
    const { port } = bench.loopback;
    const send = async (length: number, body: string) => {
      const head = {
        ...browser.headers(page(1)),
        host: `127.0.0.1:${port}`,
        origin: bench.origin,
        'content-type': uploadType,
        'content-length': String(length),
      };
      const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.setEncoding('utf8').on('data', (text: string) => {
        answer += text;
      });
      socket.write(`POST ${loopbackPaths.file}?name=x HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
      socket.end();
      await once(socket, 'close');
      return answer;
    };
    expect(await send(100, 'abc')).not.toMatch(/^HTTP\/1\.1 200 /);
    await expect.poll(() => readdir(passing)).toEqual(before);
    expect(await send(3, 'abcGET / HTTP')).toMatch(
      /HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/,
    );
  });

  it('are taken only from a page of a session, as what no form can send', async () => {
    const body = Buffer.from('x');
    expect((await upload('x', body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await upload('x', body, { cookie: '' })).status).toBe(401);
    expect((await upload('x', body, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await upload('x', body, browser.headers(page(9)))).status).toBe(409);
  });
});
