import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackPaths, uploadType } from '../../../shared/loopback.ts';
import { type Bench, type Browser, page, sendRaw, startBench } from './loopback-bench.ts';

let bench: Bench;
let browser: Browser;
beforeAll(async () => {
  bench = await startBench();
  browser = await bench.enter();
});
afterAll(() => bench.close());

const call = (callId: number) => ({ callId, name: 'app.snapshot', input: null });
const raw = (text: string) => sendRaw(bench.loopback.port, text);

describe('a path', () => {
  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/.%00./secret.json',
    '/%',
    '//secret.json',
    '/assets',
    '/data/profile.json',
    '/../data/profile.json',
  ])('does not lead out of the screens: %s', async (where) => {
    const answer = await bench.ask(where);
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('outside');
  });

  it('that is none of the bridge’s is no page', async () => {
    expect((await bench.ask('/bridge/other')).status).toBe(404);
    expect((await bench.ask('/bridge/call')).status).toBe(404);
  });

  it('takes no other method', async () => {
    const headers = { origin: bench.origin };
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      expect((await bench.ask('/', { method, headers })).status).toBe(405);
      expect((await bench.ask(loopbackPaths.call, { method, headers })).status).toBe(404);
    }
  });
});

describe('a body', () => {
  const post = (where: string, body: string | Uint8Array, more: Record<string, string> = {}) =>
    bench.ask(where, {
      method: 'POST',
      headers: {
        ...browser.headers(page(9)),
        origin: bench.origin,
        'content-type': 'application/json',
        ...more,
      },
      body,
    });

  beforeAll(async () => {
    const stream = await browser.stream(page(9));
    await stream.next(({ kind }) => kind === 'hello');
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '1',
    '"x"',
    '{"callId":"1","name":"app.snapshot"}',
    '{"callId":1.5,"name":"app.snapshot"}',
    '{"callId":1}',
    '{"callId":1,"name":7}',
  ])('that is no call is refused: %.80s', async (body) => {
    expect((await post(loopbackPaths.call, body)).status).toBe(400);
  });

  it('that is nested without end is refused', async () => {
    expect((await post(loopbackPaths.call, '['.repeat(1_000_000))).status).toBe(400);
    const nested = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    expect((await post(loopbackPaths.call, nested)).status).toBe(400);
  });

  it('that is no UTF-8 is refused', async () => {
    expect((await post(loopbackPaths.call, Uint8Array.of(0x22, 0xff, 0x22))).status).toBe(400);
  });

  it('that is too long is refused, announced or not', async () => {
    const announced = await raw(
      [
        `POST ${loopbackPaths.session} HTTP/1.1`,
        `Host: 127.0.0.1:${bench.loopback.port}`,
        `Origin: ${bench.origin}`,
        'Content-Type: application/json',
        'Content-Length: 99999999999',
        '',
        '',
      ].join('\r\n'),
    );
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
    const long = JSON.stringify({ secret: 'x'.repeat(10_000) });
    const chunked = await raw(
      [
        `POST ${loopbackPaths.session} HTTP/1.1`,
        `Host: 127.0.0.1:${bench.loopback.port}`,
        `Origin: ${bench.origin}`,
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
        '',
        long.length.toString(16),
        long,
        '0',
        '',
        '',
      ].join('\r\n'),
    );
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('of a stranger is not read at all', async () => {
    const head = [
      `POST ${loopbackPaths.call} HTTP/1.1`,
      `Host: 127.0.0.1:${bench.loopback.port}`,
      `Origin: ${bench.origin}`,
      'Content-Type: application/json',
      'Content-Length: 1000000',
      '',
      '{',
    ].join('\r\n');
    expect(await raw(head)).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('with too much of a head is refused', async () => {
    const answer = await bench.ask('/', { headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(answer.status).toBe(431);
  });

  it('asks for nothing that the contract does not name, by any way', async () => {
    const stream = await browser.stream(page(8));
    for (const [callId, name] of ['__proto__', 'constructor', 'toString', '', 'app.snapshot '].entries()) {
      expect((await browser.post(loopbackPaths.call, { callId, name }, page(8))).status).toBe(202);
      const { data } = await stream.next(
        ({ kind, data }) => kind === 'reply' && (data as { callId: number }).callId === callId,
      );
      expect(data).toMatchObject({ reply: { ok: false, problem: { code: 'input/invalid' } } });
    }
    stream.cut();
  });
});

describe('a flood', () => {
  it('of 1 000 connections leaves room for who has a session, and for who has a link', async () => {
    const stream = await browser.stream(page(5));
    const sockets: Socket[] = [];
    const { port } = bench.loopback;
    for (let count = 0; count < 1000; count += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      // Every other one begins a request and never ends it.
      if (count % 2 === 0) socket.write('POST /bridge/session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
      sockets.push(socket);
    }
    await Promise.all(sockets.map((socket) => (socket.connecting ? once(socket, 'connect') : null)));

    expect((await browser.post(loopbackPaths.call, call(1), page(5))).status).toBe(202);
    const { data } = await stream.next(({ kind }) => kind === 'reply');
    expect(data).toMatchObject({ callId: 1, reply: { ok: true } });
    expect((await bench.ask('/')).status).toBe(200);
    const other = await bench.enter();
    const fresh = await other.stream(page(1));
    expect((await other.post(loopbackPaths.call, call(1), page(1))).status).toBe(202);
    await fresh.next(({ kind }) => kind === 'reply');

    await expect.poll(() => sockets.filter(({ destroyed }) => destroyed).length).toBeGreaterThanOrEqual(930);
    for (const socket of sockets) socket.destroy();
    stream.cut();
    fresh.cut();
  });

  it('of bodies that never end keeps nobody out, and breaks no stream and no upload', async () => {
    const stream = await browser.stream(page(6));
    const { port } = bench.loopback;
    const upload = connect(port, '127.0.0.1');
    upload.setEncoding('utf8');
    const uploadHead = {
      ...browser.headers(page(6)),
      host: `127.0.0.1:${port}`,
      origin: bench.origin,
      'content-type': uploadType,
      'content-length': '6',
      connection: 'close',
    };
    const head = Object.entries(uploadHead).map(([name, value]) => `${name}: ${value}\r\n`);
    upload.write(`POST ${loopbackPaths.file}?name=x HTTP/1.1\r\n${head.join('')}\r\nabc`);

    const sockets: Socket[] = [];
    for (let count = 0; count < 200; count += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        [
          `POST ${loopbackPaths.session} HTTP/1.1`,
          `Host: 127.0.0.1:${port}`,
          `Origin: ${bench.origin}`,
          'Content-Type: application/json',
          'Content-Length: 100',
          '',
          '{',
        ].join('\r\n'),
      );
      sockets.push(socket);
    }
    await expect.poll(() => sockets.filter(({ destroyed }) => destroyed).length).toBeGreaterThanOrEqual(136);

    expect((await bench.ask('/')).status).toBe(200);
    const other = await bench.enter();
    (await other.stream(page(1))).cut();
    expect((await browser.post(loopbackPaths.call, call(2), page(6))).status).toBe(202);
    await stream.next(({ kind }) => kind === 'reply');
    const answer = once(upload, 'data');
    upload.write('def');
    expect(String(await answer)).toMatch(/^HTTP\/1\.1 200 /);
    for (const socket of sockets) socket.destroy();
    stream.cut();
  });

  it('of pages is stopped, and who lost one may open another', async () => {
    const own = await bench.enter();
    const streams = await Promise.all([1, 2, 3, 4, 5].map((number) => own.stream(page(number))));
    await expect(own.stream(page(6))).rejects.toThrow('HTTP 429');
    streams[0]?.cut();
    await expect
      .poll(() =>
        own.stream(page(6)).then(
          (stream) => stream.cut(),
          () => 'refused',
        ),
      )
      .not.toBe('refused');
    for (const stream of streams) stream.cut();
  });
});
