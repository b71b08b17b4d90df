import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpRequest, type StreamingClient } from '../../../electron/http/client.ts';
import { createNetwork } from '../../../electron/http/network.ts';
import { toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { startHostileServer } from './hostile-server.ts';
import { selfSigned } from './self-signed.ts';

const clock = { now: () => epochMilliseconds(Date.now()) };
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function client(proxyFor?: (url: URL) => Promise<string | null>): StreamingClient {
  const made = createHttpClient(
    proxyFor === undefined ? { clock } : { clock, network: createNetwork({ systemProxy: proxyFor }) },
  );
  cleanups.push(made.close);
  return made;
}

async function server(...[listener]: Parameters<typeof startHostileServer>) {
  const started = await startHostileServer(listener);
  cleanups.push(started.close);
  return started;
}

function requestFor(url: string, changes: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    url,
    headers: [['Authorization', 'Bearer czs_secret']],
    body: null,
    signal: new AbortController().signal,
    timeoutMs: 5000,
    maxBytes: 1000,
    ...changes,
  };
}

async function problemOf(sending: Promise<unknown>) {
  return sending.then(
    () => {
      throw new Error('the request succeeded');
    },
    (thrown: unknown) => toProblem(thrown),
  );
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('send', () => {
  it('is cancelled, or ends in time, while a proxy script does not answer', async () => {
    const asleep = client(() => new Promise(() => undefined));
    const cancel = new AbortController();
    const sending = problemOf(asleep.send(requestFor('https://api.coze.cn/', { signal: cancel.signal })));
    cancel.abort();
    expect((await sending).code).toBe('cancelled');
    const late = await problemOf(asleep.send(requestFor('https://api.coze.cn/', { timeoutMs: 20 })));
    expect(late).toMatchObject({ code: 'http/timeout', params: { host: 'api.coze.cn' } });
  });

  it('keeps header order, case and repetition, and the bytes of the body', async () => {
    const { url } = await server((_request, response) => {
      response.writeHead(201, 'Made', [
        'X-Tt-Logid',
        'L1',
        'X-Two',
        'a',
        'X-Two',
        'b',
        'Content-Length',
        '3',
      ]);
      response.end(Buffer.from([0, 255, 10]));
    });
    const answer = await client().send(requestFor(`${url}/a?b=c`));
    expect(answer).toMatchObject({ status: 201, statusText: 'Made', truncated: false, url: `${url}/a?b=c` });
    expect(answer.headers.slice(0, 3)).toStrictEqual([
      ['X-Tt-Logid', 'L1'],
      ['X-Two', 'a'],
      ['X-Two', 'b'],
    ]);
    expect([...answer.body]).toStrictEqual([0, 255, 10]);
    expect(answer.dateHeader).toMatch(/GMT$/);
    expect(answer.totalMs).toBeGreaterThanOrEqual(answer.firstByteMs);
  });

  it('sends method, headers and body, and asks for no encoding', async () => {
    const { url, seen } = await server((request, response) => request.pipe(response));
    const answer = await client().send(
      requestFor(url, { method: 'POST', body: '{"名":1}', headers: [['Content-Type', 'application/json']] }),
    );
    expect(text(answer.body)).toBe('{"名":1}');
    expect(seen[0]?.method).toBe('POST');
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '9' });
    expect(seen[0]?.headers).not.toHaveProperty('accept-encoding');
  });

  it.each([
    ['gzip', gzipSync('packed 包')],
    ['br', brotliCompressSync('packed 包')],
    ['deflate', deflateSync('packed 包')],
    ['deflate', deflateRawSync('packed 包')],
    ['deflate, gzip', gzipSync(deflateRawSync('packed 包'))],
    ['gzip, br', brotliCompressSync(gzipSync('packed 包'))],
  ])('unpacks %s that it did not ask for', async (encoding, packed) => {
    const { url } = await server((_request, response) => {
      response.setHeader('Content-Encoding', encoding);
      response.end(packed);
    });
    expect(text((await client().send(requestFor(url))).body)).toBe('packed 包');
  });

  it('stops unpacking at the limit', async () => {
    const { url } = await server((_request, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(50_000_000)));
    });
    const answer = await client().send(requestFor(url));
    expect(answer).toMatchObject({ truncated: true });
    expect(answer.body.length).toBe(1000);
  });

  it('says that an answer is not in the encoding that it names', async () => {
    const { url } = await server((request, response) => {
      response.setHeader('Content-Encoding', request.url?.slice(1) ?? '');
      response.end('this is not packed');
    });
    for (const encoding of ['gzip', 'br', 'deflate']) {
      const sending = client().send(requestFor(`${url}/${encoding}`));
      expect((await problemOf(sending)).code).toBe('http/content-encoding');
    }
    const empty = await server((_request, response) => {
      response.setHeader('Content-Encoding', 'deflate');
      response.end();
    });
    expect((await client().send(requestFor(empty.url))).body).toHaveLength(0);
  });

  it('stops an endless body at the limit', async () => {
    const { url } = await server((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(500)));
      };
      response.on('drain', more);
      more();
    });
    const answer = await client().send(requestFor(url));
    expect(answer.truncated).toBe(true);
    expect(text(answer.body)).toBe('x'.repeat(1000));
  });

  it('keeps a body of exactly the limit whole', async () => {
    const { url } = await server((_request, response) => response.end('x'.repeat(1000)));
    expect(await client().send(requestFor(url))).toMatchObject({ truncated: false });
  });

  it('reads an answer to HEAD that names an encoding', async () => {
    const { url } = await server((_request, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end();
    });
    expect((await client().send(requestFor(url, { method: 'HEAD' }))).body.length).toBe(0);
  });
});

describe('redirects', () => {
  it.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'PUT', 'GET', ''],
    [307, 'POST', 'POST', 'b'],
    [308, 'PUT', 'PUT', 'b'],
    [302, 'PUT', 'PUT', 'b'],
  ])('follows %d of %s on the same origin as %s', async (status, method, method2, body2) => {
    const { url, seen } = await server((request, response) => {
      if (request.url === '/old') response.writeHead(status, { Location: '/new' }).end('moved');
      else request.pipe(response);
    });
    const answer = await client().send(requestFor(`${url}/old`, { method, body: 'b' }));
    expect(answer.url).toBe(`${url}/new`);
    expect(text(answer.body)).toBe(body2);
    expect(seen.map((request) => request.method)).toStrictEqual([method, method2]);
    expect(seen[1]?.headers.authorization).toBe('Bearer czs_secret');
  });

  it('never follows to another origin, so the credential never arrives there', async () => {
    const other = await server((_request, response) => response.end('caught'));
    const { url } = await server((_request, response) =>
      response.writeHead(307, { Location: `${other.url}/catch` }).end(),
    );
    expect(await problemOf(client().send(requestFor(url)))).toMatchObject({
      code: 'http/redirected',
      params: { from: url, to: other.url, reason: 'origin' },
    });
    expect(other.seen).toHaveLength(0);
  });

  it('ends the connection of a redirect that it does not follow', async () => {
    const closed: boolean[] = [];
    const { url } = await server((request, response) => {
      request.socket.once('close', () => closed.push(true));
      response.writeHead(307, { Location: 'http://127.0.0.1:9/', 'Content-Length': '1000' }).write('part');
    });
    const { body: _, timeoutMs, maxBytes, ...asked } = requestFor(url);
    const sender = client();
    expect(await problemOf(sender.send(requestFor(url)))).toMatchObject({ code: 'http/redirected' });
    expect(await problemOf(sender.open({ ...asked, body: null, silenceMs: timeoutMs }))).toMatchObject({
      code: 'http/redirected',
    });
    await expect.poll(() => closed.length).toBe(2);
  });

  it('gives up after five', async () => {
    const { url, seen } = await server((_request, response) =>
      response.writeHead(302, { Location: '/again' }).end(),
    );
    expect(await problemOf(client().send(requestFor(url)))).toMatchObject({
      code: 'http/redirected',
      params: { reason: 'too-many' },
    });
    expect(seen).toHaveLength(6);
  });

  it('hands back a redirect without a place to go', async () => {
    const { url } = await server((_request, response) => response.writeHead(302).end('nowhere'));
    expect(await client().send(requestFor(url))).toMatchObject({ status: 302 });
  });
});

describe('failures', () => {
  it.each([
    'http://api.coze.cn/v1',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'https://user:secret@api.coze.cn/',
    'not a url',
  ])('refuses %s before anything is sent', async (url) => {
    const asked: URL[] = [];
    const proxyFor = async (asking: URL) => {
      asked.push(asking);
      return null;
    };
    const problem = await problemOf(client(proxyFor).send(requestFor(url)));
    expect(problem.code).toBe('http/url-refused');
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(asked).toHaveLength(0);
  });

  it('tells a refused connection', async () => {
    const closed = await startHostileServer(() => undefined);
    await closed.close();
    expect(await problemOf(client().send(requestFor(closed.url)))).toMatchObject({
      code: 'http/unreachable',
      params: { reason: 'refused', host: new URL(closed.url).host, systemCode: 'ECONNREFUSED' },
      remedies: ['retry'],
    });
  });

  it('tells a reset before the answer', async () => {
    const { url } = await server((request) => request.socket.resetAndDestroy());
    expect(await problemOf(client().send(requestFor(url)))).toMatchObject({
      code: 'http/reset',
      params: { phase: 'answer', systemCode: 'ECONNRESET' },
    });
  });

  it('tells a body that was cut in the middle', async () => {
    const { url } = await server((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half');
      setImmediate(() => response.destroy());
    });
    expect(await problemOf(client().send(requestFor(url)))).toMatchObject({
      code: 'http/reset',
      params: { phase: 'body' },
    });
  });

  it('tells when it failed, on the clock that was passed in', async () => {
    const noon = epochMilliseconds(Date.UTC(2026, 0, 2, 12));
    const early = createHttpClient({ clock: { now: () => noon } });
    cleanups.push(early.close);
    const silent = await server(() => undefined);
    const elsewhere = await server((_request, response) => {
      response.writeHead(307, { Location: 'http://127.0.0.1:9/' }).end();
    });
    const closed = await startHostileServer(() => undefined);
    await closed.close();
    for (const [url, code] of [
      [closed.url, 'http/unreachable'],
      [silent.url, 'http/timeout'],
      [elsewhere.url, 'http/redirected'],
    ] as const) {
      expect(await problemOf(early.send(requestFor(url, { timeoutMs: 200 })))).toMatchObject({
        code,
        at: noon,
      });
    }
  });

  it('tells what is not HTTP', async () => {
    const tcp = createTcpServer((socket) => socket.end('SSH-2.0-x\r\n'));
    await new Promise<void>((resolve) => {
      tcp.listen(0, '127.0.0.1', resolve);
    });
    cleanups.push(async () => tcp.close());
    const url = `http://127.0.0.1:${(tcp.address() as AddressInfo).port}`;
    expect((await problemOf(client().send(requestFor(url)))).code).toBe('http/not-http');
  });

  it('gives up on a server that never answers', async () => {
    const { url } = await server(() => undefined);
    expect(await problemOf(client().send(requestFor(url, { timeoutMs: 50 })))).toMatchObject({
      code: 'http/timeout',
      params: { phase: 'answer' },
    });
  });

  it('gives up on a body that drips', async () => {
    const { url } = await server((_request, response) => {
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await problemOf(client().send(requestFor(url, { timeoutMs: 100 })))).toMatchObject({
      code: 'http/timeout',
      params: { phase: 'body' },
    });
  });

  it.each(['before the answer', 'in the body'])('is cancelled %s', async (when) => {
    const controller = new AbortController();
    const { url } = await server((_request, response) => {
      if (when === 'in the body') response.write('start');
      setImmediate(() => controller.abort());
    });
    expect((await problemOf(client().send(requestFor(url, { signal: controller.signal })))).code).toBe(
      'cancelled',
    );
  });

  it('sends nothing when cancelled already', async () => {
    const { url, seen } = await server((_request, response) => response.end());
    expect((await problemOf(client().send(requestFor(url, { signal: AbortSignal.abort() })))).code).toBe(
      'cancelled',
    );
    expect(seen).toHaveLength(0);
  });

  it('refuses a header that HTTP cannot carry', async () => {
    const { url, seen } = await server((_request, response) => response.end());
    const problem = await problemOf(
      client().send(requestFor(url, { headers: [['X-Bad', 'a\r\nX-Injected: 1']] })),
    );
    expect(problem).toMatchObject({ code: 'input/invalid', params: { path: 'headers' } });
    expect(seen).toHaveLength(0);
  });

  it('does not accept a certificate that nobody vouches for', async () => {
    const tls = createTlsServer(selfSigned, (_request, response) => response.end('secret'));
    await new Promise<void>((resolve) => {
      tls.listen(0, '127.0.0.1', resolve);
    });
    cleanups.push(async () => tls.close());
    const url = `https://localhost:${(tls.address() as AddressInfo).port}`;
    expect(await problemOf(client().send(requestFor(url)))).toMatchObject({
      code: 'http/tls',
      params: { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT', systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });
});

describe('proxies', () => {
  async function startProxy(answer: string, target: number) {
    const asked: string[] = [];
    const proxy = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (head) => {
        asked.push(head.toString().split('\r\n')[0] ?? '');
        socket.write(answer);
        if (answer.includes('200')) {
          const onward = connect(target, '127.0.0.1');
          onward.on('error', () => undefined);
          socket.pipe(onward).pipe(socket);
        } else socket.end();
      });
    });
    await new Promise<void>((resolve) => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
    cleanups.push(async () => proxy.close());
    return { asked, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  }

  it('tunnels through the proxy and still checks the certificate of the server', async () => {
    const tls = createTlsServer(selfSigned, (_request, response) => response.end('secret'));
    await new Promise<void>((resolve) => {
      tls.listen(0, '127.0.0.1', resolve);
    });
    cleanups.push(async () => tls.close());
    const proxy = await startProxy('HTTP/1.1 200 OK\r\n\r\n', (tls.address() as AddressInfo).port);
    const problem = await problemOf(
      client(async () => proxy.url).send(requestFor('https://api.coze.cn/v1/users/me')),
    );
    const tunnel = 'CONNECT api.coze.cn:443 HTTP/1.1';
    // For the request, and for a look at the certificate that was refused.
    expect(proxy.asked).toStrictEqual([tunnel, tunnel]);
    expect(problem).toMatchObject({ code: 'http/tls', params: { host: 'api.coze.cn' } });
  });

  it('says that the proxy refused', async () => {
    const proxy = await startProxy(
      'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n',
      0,
    );
    expect(
      await problemOf(client(async () => proxy.url).send(requestFor('https://api.coze.cn/'))),
    ).toMatchObject({
      code: 'http/unreachable',
      params: { reason: 'proxy-answer', proxyStatus: 407 },
    });
  });

  it.each([
    ['nobody listens at the address of the proxy', 'http://127.0.0.1:1', 'proxy-refused', /^ECONNREFUSED$/],
    ['the name of the proxy has no address', 'http://proxy.invalid:8080', 'proxy-dns', /^E(?:NOTFOUND|AI_)/],
  ])('says that %s', async (_what, proxy, reason, systemCode) => {
    expect(await problemOf(client(async () => proxy).send(requestFor('https://api.coze.cn/')))).toMatchObject(
      {
        code: 'http/unreachable',
        params: { host: 'api.coze.cn', reason, systemCode: expect.stringMatching(systemCode) },
      },
    );
  });

  it('refuses a proxy of an unknown kind', async () => {
    expect(
      await problemOf(client(async () => 'ftp://127.0.0.1').send(requestFor('https://api.coze.cn/'))),
    ).toMatchObject({
      code: 'http/unreachable',
      params: { reason: 'proxy-kind' },
    });
  });

  it('never proxies loopback', async () => {
    const { url } = await server((_request, response) => response.end('direct'));
    const proxied = client(async () => 'http://127.0.0.1:1');
    expect(text((await proxied.send(requestFor(url))).body)).toBe('direct');
  });
});
