import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleRun } from '../../../shared/console-run.ts';
import { openBench, type RunBench, token } from './run-bench.ts';

let bench: RunBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

/** Answers each connection, once its request is there, with these pieces, each in a packet of its own. */
function inPieces(pieces: readonly (string | Uint8Array)[], atEnd: (socket: Socket) => void) {
  return (socket: Socket) => {
    socket.setNoDelay(true);
    socket.once('data', async () => {
      for (const piece of pieces) {
        if (!socket.writable) return;
        await new Promise((resolve) => socket.write(piece, resolve));
        await new Promise(setImmediate);
      }
      atEnd(socket);
    });
  };
}

const close = (socket: Socket) => void socket.end();
const reset = (socket: Socket) => void socket.resetAndDestroy();
const stay = () => undefined;

const head = (lines: string) => `HTTP/1.1 200 OK\r\n${lines}\r\n\r\n`;
const json = head('Content-Type: application/json\r\nConnection: close');

describe('an answer', () => {
  it('that comes byte by byte is read to its end', async () => {
    const whole = `${json}{"code":0,"msg":"好","data":{"id":"7"}}`;
    const at = await bench.serveRaw(
      inPieces(
        [...Buffer.from(whole)].map((byte) => Uint8Array.of(byte)),
        close,
      ),
    );
    const run = await bench.send(at);
    expect(run).toMatchObject({ stage: 'done', envelope: { code: 0, msg: '好' }, body: { kind: 'json' } });
    expect(await bench.textOf(run)).toBe('{"code":0,"msg":"好","data":{"id":"7"}}');
  });

  it('keeps every digit of its integers', async () => {
    const body = '{"code":0,"data":{"id":9223372036854775807,"small":-9223372036854775808,"x":1.0e400}}';
    const at = await bench.serve((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(body);
    });
    expect(await bench.textOf(await bench.send(at))).toBe(body);
  });

  it.each([
    ['before its head', [], 'answer', null],
    ['in the middle of its head', ['HTTP/1.1 200 OK\r\nContent-T'], 'answer', null],
    ['in the middle of its body', [head('Content-Length: 100'), '{"code":0'], 'body', '{"code":0'],
    [
      'in the middle of a chunk',
      [head('Transfer-Encoding: chunked'), '20\r\n{"code":0,'],
      'body',
      '{"code":0,',
    ],
  ])('that is reset %s fails, and what came stays', async (_where, pieces, phase, kept) => {
    const at = await bench.serveRaw(inPieces(pieces, reset));
    const run = await bench.send(at);
    expect(run).toMatchObject({ stage: 'failed', problem: { code: 'http/reset', params: { phase } } });
    expect(run.head?.status ?? null).toBe(kept === null ? null : 200);
    expect(await bench.textOf(run)).toBe(kept ?? '');
  });

  it('that is shorter than it says fails, and what came stays', async () => {
    const at = await bench.serveRaw(inPieces([head('Content-Length: 1000'), '{"code":0}'], close));
    const run = await bench.send(at);
    expect(run).toMatchObject({ stage: 'failed', problem: { code: 'http/reset' }, envelope: null });
    expect(await bench.textOf(run)).toBe('{"code":0}');
  });

  it('that is longer than it says ends where it says', async () => {
    const at = await bench.serveRaw(inPieces([`${head('Content-Length: 10')}{"code":0}and more`], close));
    const run = await bench.send(at);
    expect(run.stage).toBe('done');
    expect(await bench.textOf(run)).toBe('{"code":0}');
  });

  it('that is small and unpacks into much goes to the disk', async () => {
    const packed = gzipSync(Buffer.alloc(24 * 1024 * 1024, '[7]'));
    const at = await bench.serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.setHeader('content-type', 'application/json');
      response.end(packed);
    });
    const run = await bench.send(at);
    expect(run).toMatchObject({
      stage: 'done',
      body: { kind: 'json', bytes: 24 * 1024 * 1024, onDisk: true, truncated: false },
    });
  });

  it('that is not what its coding says fails, and does not end the app', async () => {
    const at = await bench.serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end('this is not gzip');
    });
    expect(await bench.send(at)).toMatchObject({
      stage: 'failed',
      problem: { code: 'http/content-encoding', params: { systemCode: 'Z_DATA_ERROR' } },
    });
  });

  it('that is not brotli although it says so fails as such', async () => {
    const at = await bench.serve((_request, response) => {
      response.setHeader('content-encoding', 'br');
      response.end('this is not brotli at all');
    });
    expect(await bench.send(at)).toMatchObject({ problem: { code: 'http/content-encoding' } });
  });

  it.each([
    ['its first line', 'SSH-2.0-OpenSSH_9.6\r\n\r\n', 'answer', 'Expected HTTP/, RTSP/ or ICE/'],
    [
      'its headers',
      'HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n',
      'answer',
      'Invalid character in Content-Length',
    ],
    [
      'the length of a chunk',
      `${head('Transfer-Encoding: chunked')}xyz\r\n`,
      'body',
      'Invalid character in chunk size',
    ],
  ])('that is not HTTP in %s fails as such', async (_where, bytes, phase, reason) => {
    const run = await bench.send(await bench.serveRaw(inPieces([bytes], stay)));
    expect(run).toMatchObject({
      stage: 'failed',
      problem: { code: 'http/not-http', params: { phase, reason } },
    });
  });

  it.each([
    ['text/plain; charset=gbk', Buffer.from('c4e3bac3', 'hex'), 'gbk'],
    ['text/plain', Buffer.from('c4e3bac3', 'hex'), 'gb18030'],
    ['text/plain', Buffer.from('好好'), 'utf-8'],
    ['text/plain', Buffer.from('41ff', 'hex'), 'utf-8'],
    ['text/plain; charset=latin1', Buffer.from('e9', 'hex'), 'windows-1252'],
    ['text/plain; charset=klingon', Buffer.from('好'), 'utf-8'],
    ['text/html; charset=utf-8', Buffer.from('c4e3bac3', 'hex'), 'utf-8'],
    ['text/plain', Buffer.from('fffe60597d59', 'hex'), 'utf-16le'],
  ])('of the type %s keeps its bytes, and says how they read', async (type, bytes, charset) => {
    const at = await bench.serve((_request, response) => {
      response.setHeader('content-type', type);
      response.end(bytes);
    });
    const run = await bench.send(at);
    expect(run).toMatchObject({ stage: 'done', body: { kind: 'text', charset, bytes: bytes.length } });
    const opened = bench.app.engine.openBody(run.body?.bodyId ?? '', null);
    expect(opened?.type).toBe('text/plain');
    expect(Buffer.concat((await opened?.read().toArray()) ?? [])).toStrictEqual(bytes);
  });

  it.each([
    ['application/json; charset=iso-8859-1', '{"code":0,"msg":"好的"}', 'utf8', 'utf-8', 'json', '好的'],
    ['application/json; charset=iso-8859-1', '{"code":0,"msg":"é"}', 'latin1', 'windows-1252', 'header', 'é'],
    ['application/json; charset=gbk', '{"code":0,"msg":"\u00c4\u00e3"}', 'latin1', 'gbk', 'header', '你'],
    ['application/json', '{"code":0,"msg":"\u00c4\u00e3"}', 'latin1', 'gb18030', 'guess', '你'],
    ['application/json; charset=utf-8', '{"code":0,"msg":"é"}', 'latin1', 'utf-8', 'unreadable', '\ufffd'],
  ] as const)(
    'of the type %s with %s as %s is read in %s (%s)',
    async (type, text, as, charset, charsetFrom, msg) => {
      const bytes = Buffer.from(text, as);
      const pieces = [
        head(`Content-Type: ${type}\r\nConnection: close`),
        ...[...bytes].map((byte) => Uint8Array.of(byte)),
      ];
      const run = await bench.send(await bench.serveRaw(inPieces(pieces, close)));
      expect(run).toMatchObject({
        stage: 'done',
        body: { kind: 'json', charset, charsetFrom },
        envelope: { code: 0, msg },
      });
    },
  );

  it('that is cut within a character is not taken for another charset', async () => {
    const start = Buffer.from('好好好').subarray(0, 8);
    const at = await bench.serveRaw(
      inPieces([head('Content-Type: text/plain\r\nContent-Length: 9'), start], reset),
    );
    expect(await bench.send(at)).toMatchObject({
      stage: 'failed',
      body: { charset: 'utf-8', charsetFrom: 'none' },
    });
  });

  it.each([
    ['in its body', {}, '20261122213725ABCDEF', '20261122213725ABCDEF'],
    ['in its head before its body', { 'x-tt-logid': 'head-7' }, '20261122213725ABCDEF', 'head-7'],
    ['not at all when it is none', {}, 'no <b>id</b>', null],
  ])('has its log id %s', async (_where, headers, logid, expected) => {
    const at = await bench.serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify({ code: 4000, msg: 'bad', detail: { logid } }));
    });
    expect((await bench.send(at)).head?.logId).toBe(expected);
  });

  it.each([
    ['image/svg+xml', '<svg onload="alert(1)"/>', 'text/plain'],
    ['text/html', '<script>alert(1)</script>', 'text/plain'],
    ['application/javascript', 'alert(1)', 'text/plain'],
    ['audio/mpeg', '\u0000\u0001\u0002', 'audio/mpeg'],
    ['image/png', '\u0089PNG\u0000', 'image/png'],
    ['application/x-msdownload', 'MZ\u0000\u0001', 'application/octet-stream'],
  ])('of the type %s is served as what no browser runs', async (type, body, served) => {
    const at = await bench.serve((_request, response) => {
      response.setHeader('content-type', type);
      response.end(Buffer.from(body, 'latin1'));
    });
    const run = await bench.send(at);
    expect(bench.app.engine.openBody(run.body?.bodyId ?? '', null)?.type).toBe(served);
  });
});

describe('a redirect', () => {
  it('to another origin is not followed, and the token does not go there', async () => {
    const asked: IncomingMessage[] = [];
    const other = await bench.serve((request, response) => {
      asked.push(request);
      response.end();
    });
    const at = await bench.serve((_request, response) => {
      response.writeHead(307, { location: `${other}/v1/things` }).end();
    });
    expect(await bench.send(at)).toMatchObject({
      stage: 'failed',
      problem: { code: 'http/redirected', params: { from: at, to: other, reason: 'origin' } },
    });
    expect(asked).toStrictEqual([]);
  });

  it('in a circle is given up, and there is nothing about the app to mend', async () => {
    let asked = 0;
    const at = await bench.serve((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: '/v1/things' }).end();
    });
    expect(await bench.send(at)).toMatchObject({
      stage: 'failed',
      problem: { code: 'http/redirected', params: { from: at, to: at, reason: 'too-many' }, remedies: [] },
    });
    expect(asked).toBe(6);
  });

  it('on the same origin is followed, and the answer says where it is from', async () => {
    const at = await bench.serve((request, response) => {
      if (request.url === '/v1/things') response.writeHead(308, { location: '/v2/things' }).end();
      else response.end(request.headers.authorization === `Bearer ${token}` ? 'with' : 'without');
    });
    const run = await bench.send(at);
    expect(run.head?.url).toBe(`${at}/v2/things`);
    expect(await bench.textOf(run)).toBe('with');
  });
});

describe('a token that the server repeats', () => {
  const kept = async (run: ConsoleRun) => {
    const body = await bench.textOf(run);
    expect(JSON.stringify(run) + body + JSON.stringify(bench.told(run.runId))).not.toContain(
      token.slice(4, 20),
    );
    return body;
  };

  it('is masked in the head and in the body', async () => {
    const at = await bench.serve((request, response) => {
      response.setHeader('x-you-sent', request.headers.authorization ?? '');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ code: 1, msg: `no: ${token}`, url: encodeURIComponent(token) }));
    });
    const run = await bench.send(at);
    expect(run.head?.headers).toContainEqual(['x-you-sent', 'Bearer pat_k7Q…+=']);
    expect(run.envelope).toStrictEqual({ code: 1, msg: 'no: pat_k7Q…+=' });
    expect(await kept(run)).toBe('{"code":1,"msg":"no: pat_k7Q…+=","url":"pat_k7Q…+="}');
  });

  it('is masked wherever it is cut', async () => {
    const pieces = [...`${json}{"a":"${token}","b":"pat_k7Q","c":"${token}${token}"}`];
    const run = await bench.send(await bench.serveRaw(inPieces(pieces, close)));
    expect(await kept(run)).toBe('{"a":"pat_k7Q…+=","b":"pat_k7Q","c":"pat_k7Q…+=pat_k7Q…+="}');
  });

  it('is masked in the events of a stream', async () => {
    const pieces = [
      head('Content-Type: text/event-stream\r\nConnection: close'),
      'data: pat_k',
      `${token.slice(5)}\n`,
      '\n',
    ];
    const run = await bench.send(await bench.serveRaw(inPieces(pieces, close)));
    expect(bench.told(run.runId).map(({ data }) => data)).toStrictEqual(['pat_k7Q…+=']);
    await kept(run);
  });

  it('is masked in a URL that holds it', async () => {
    const at = await bench.serve((_request, response) => response.end('{}'));
    const run = await bench.send(at, { query: [['access_token', token]] });
    expect(run.url).toBe(`${at}/v1/things?access_token=pat_k7Q…+=`);
    await kept(run);
  });
});

describe('a request that is cancelled', () => {
  const cancelAt = async (at: string, isReached: (run: ConsoleRun) => boolean, changes = {}) => {
    const runId = await bench.start(await bench.request(at, changes));
    await bench.reached(runId, isReached);
    await bench.app.call('console.cancel', { runId });
    return bench.ended(runId);
  };

  it('while its answer is waited for ends, and so does its connection', async () => {
    let gone: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const at = await bench.serve((request) => request.socket.once('close', gone));
    expect(await cancelAt(at, ({ stage }) => stage === 'waiting')).toMatchObject({
      stage: 'cancelled',
      problem: null,
      head: null,
    });
    await closed;
  });

  it('while its answer comes keeps what has come', async () => {
    const at = await bench.serveRaw(inPieces([json, '{"code":0,"data":['], stay));
    const run = await cancelAt(at, ({ body }) => (body?.bytes ?? 0) > 0);
    expect(run).toMatchObject({ stage: 'cancelled', head: { status: 200 } });
    expect(await bench.textOf(run)).toBe('{"code":0,"data":[');
  });

  it('while an endless answer comes ends', async () => {
    const at = await bench.serve((_request, response) => {
      const more = () => {
        while (response.writable && response.write(Buffer.alloc(65_536, 'a')));
      };
      response.on('drain', more);
      more();
    });
    const run = await cancelAt(at, ({ body }) => (body?.bytes ?? 0) > 1_000_000);
    expect(run).toMatchObject({ stage: 'cancelled', body: { kind: 'text' } });
  });

  it('while it is being sent ends', async () => {
    const at = await bench.serveRaw((socket) => socket.pause());
    const { fileId } = await bench.app.call('console.addFile', {
      name: 'big.bin',
      base64: Buffer.alloc(8 * 1024 * 1024).toString('base64'),
    });
    const body = { kind: 'file', fileId, contentType: 'application/octet-stream' } as const;
    const run = await cancelAt(at, ({ sent }) => sent.bytes > 0, { method: 'PUT', body });
    expect(run).toMatchObject({ stage: 'cancelled', sent: { total: 8 * 1024 * 1024 } });
    expect(run.sent.bytes).toBeLessThan(8 * 1024 * 1024);
  });

  it('while its token is being minted ends', async () => {
    const { app } = bench;
    const practice = await app.call('practice.setUp', { hold: 'this-run' });
    app.practice.setFaults({ nextAnswers: { fault: { kind: 'delay', milliseconds: 20_000 }, times: 1 } });
    const request = await bench.request(await bench.serve(() => undefined));
    const runId = await bench.start({ ...request, source: { kind: 'app', appId: practice.id } });
    await bench.reached(runId, ({ stage }) => stage === 'token');
    await app.call('console.cancel', { runId });
    expect(await bench.ended(runId)).toMatchObject({ stage: 'cancelled', url: '' });
  });

  it('ends when its window is gone', async () => {
    const { app } = bench;
    const asked = await bench.request(await bench.serve(() => undefined));
    const window = new AbortController();
    const { signal } = new AbortController();
    const { runId } = await app.engine.handlers['console.start'](
      { request: asked },
      { signal, windowGone: window.signal },
    );
    await bench.reached(runId, ({ stage }) => stage === 'waiting');
    window.abort();
    expect((await bench.ended(runId)).stage).toBe('cancelled');
  });

  it('and dropped is not told of any more, and its body is gone', async () => {
    const at = await bench.serveRaw(inPieces([json, '{"code":0,"data":['], stay));
    const runId = await bench.start(await bench.request(at));
    const { body } = await bench.reached(runId, (run) => (run.body?.bytes ?? 0) > 0);
    await bench.app.call('console.dropRun', { runId });
    expect(bench.app.engine.openBody(body?.bodyId ?? '', null)).toBeNull();
    expect(await bench.app.call('console.runs', null)).toStrictEqual([]);
    expect(await bench.app.problem('console.events', { runId, from: 0, limit: 1 })).toMatchObject({
      code: 'console/run-gone',
    });
  });
});

describe('what is large', () => {
  const size = 64 * 1024 * 1024;
  const part = Buffer.alloc(1024 * 1024, '0123456789abcdef');

  /** Bytes that the process has grown by at most while `work` went on. */
  async function growth(work: () => Promise<unknown>): Promise<number> {
    const before = process.memoryUsage.rss();
    let most = before;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 20);
    await work().finally(() => clearInterval(timer));
    return most - before;
  }

  it('comes in without filling the memory, and is the same on the disk', async () => {
    const at = await bench.serve(async (_request, response) => {
      response.setHeader('content-type', 'application/octet-stream');
      for (let sent = 0; sent < size; sent += part.length) {
        if (!response.write(part)) await new Promise((resolve) => response.once('drain', resolve));
      }
      response.end();
    });
    let run: ConsoleRun | undefined;
    const grown = await growth(async () => {
      run = await bench.send(at);
    });
    expect(run).toMatchObject({ stage: 'done', body: { bytes: size, onDisk: true, truncated: false } });
    expect(grown).toBeLessThan(size);
    const opened = bench.app.engine.openBody(run?.body?.bodyId ?? '', `bytes=${size - 5}-`);
    expect(Buffer.concat((await opened?.read().toArray()) ?? []).toString()).toBe('bcdef');
  });

  it('goes out without filling the memory, byte for byte', async () => {
    const hash = createHash('sha256');
    const at = await bench.serve(async (request, response) => {
      for await (const chunk of request) hash.update(chunk);
      response.end('{"code":0}');
    });
    async function* parts() {
      for (let sent = 0; sent < size; sent += part.length) yield part;
    }
    const { fileId } = await bench.app.engine.addUpload('big.bin', parts());
    const body = { kind: 'form', parts: [{ name: 'file', fileId }] } as const;
    let run: ConsoleRun | undefined;
    const grown = await growth(async () => {
      run = await bench.send(at, { method: 'POST', body: { ...body, parts: [...body.parts] } });
    });
    expect(run).toMatchObject({ stage: 'done', envelope: { code: 0 } });
    expect(run?.sent.bytes).toBe(run?.sent.total);
    expect(run?.sent.total).toBeGreaterThan(size);
    expect(grown).toBeLessThan(size);
  });
});
