import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackPaths } from '../../../shared/loopback.ts';
import { type Bench, type Browser, page, secretOf, sendRaw, startBench } from './loopback-bench.ts';

let bench: Bench;
let browser: Browser;
beforeAll(async () => {
  bench = await startBench();
  browser = await bench.enter();
});
afterAll(() => bench.close());

const call = (callId: number) => ({ callId, name: 'app.snapshot', input: null });
const fetchMetadata = (site: string, mode: string, dest: string) => ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
});
const raw = (text: string) => sendRaw(bench.loopback.port, text);

describe('who asks under another name', () => {
  it.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '0.0.0.0',
    '127.1',
    '2130706433',
    '[::]',
  ])('is refused everything: Host %s', async (host) => {
    const headers = { ...browser.headers(page(1)), host };
    expect((await bench.ask('/', { headers })).status).toBe(403);
    expect((await bench.ask('/assets/main.js', { headers })).status).toBe(403);
    expect((await bench.ask(loopbackPaths.events, { headers })).status).toBe(403);
    const post = { ...headers, origin: `http://${host}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ secret: secretOf(bench.loopback.newLink()) });
    const answer = await bench.ask(loopbackPaths.session, { method: 'POST', headers: post, body });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is refused without any Host, with one that is none, and with a whole URL in its place', async () => {
    for (const host of ['127.0.0.1:80:80', 'user@127.0.0.1', '127.0.0.1/']) {
      expect([400, 403]).toContain((await bench.ask('/', { headers: { host } })).status);
    }
    expect(await raw('GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    const target = `GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${bench.loopback.port}\r\n\r\n`;
    expect(await raw(target)).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('is refused with more than one Host, whichever comes first', async () => {
    const own = `127.0.0.1:${bench.loopback.port}`;
    for (const hosts of [
      [own, 'evil.example'],
      ['evil.example', own],
      [own, own],
    ]) {
      const lines = hosts.map((host, at) => `${at === 0 ? 'Host' : 'hOST'}: ${host}\r\n`).join('');
      expect(await raw(`GET / HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    }
  });

  it('is heard under each of the names of this machine, whatever port was forwarded', async () => {
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080', 'localhost']) {
      expect((await bench.ask('/', { headers: { host } })).status).toBe(200);
      const answer = await bench.ask(loopbackPaths.session, {
        method: 'POST',
        headers: { host, origin: `http://${host}`, 'content-type': 'application/json' },
        body: JSON.stringify({ secret: secretOf(bench.loopback.newLink()) }),
      });
      expect(answer.status).toBe(200);
    }
  });
});

describe('a page of another origin', () => {
  const origins = ['https://evil.example', 'http://127.0.0.1:1', 'http://localhost', 'null', 'file://'];

  it.each(origins)('cannot call, even with everything that a browser would add: %s', async (origin) => {
    const answer = await browser.post(loopbackPaths.call, call(1), page(1), { origin });
    expect(answer.status).toBe(403);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(origins)('gets no preflight: %s', async (origin) => {
    const answer = await bench.ask(loopbackPaths.call, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-coze-mint-page-key',
        'access-control-request-private-network': 'true',
      },
    });
    expect(answer.status).toBe(403);
    const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
    expect(allowed).toEqual([]);
  });

  it('cannot send a form, from elsewhere or from here', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      const form = { ...browser.headers(page(1)), 'content-type': type };
      const ask = (origin: string) =>
        bench.ask(loopbackPaths.session, {
          method: 'POST',
          headers: { ...form, origin },
          body: JSON.stringify({ secret: secretOf(bench.loopback.newLink()) }),
        });
      expect((await ask('https://evil.example')).status).toBe(403);
      expect((await ask(bench.origin)).status).toBe(415);
    }
  });

  it('cannot include a script, a style, an image or a frame', async () => {
    for (const site of ['cross-site', 'same-site']) {
      for (const [mode, dest] of [
        ['no-cors', 'script'],
        ['no-cors', 'style'],
        ['no-cors', 'image'],
        ['cors', 'script'],
        ['navigate', 'iframe'],
        ['navigate', 'embed'],
        ['cors', 'empty'],
      ] as const) {
        const headers = fetchMetadata(site, mode, dest);
        expect((await bench.ask('/assets/main.js', { headers })).status).toBe(403);
        expect((await bench.ask('/', { headers })).status).toBe(403);
      }
    }
  });

  it('may link to the page, and to nothing else', async () => {
    const headers = fetchMetadata('cross-site', 'navigate', 'document');
    expect((await bench.ask('/', { headers })).status).toBe(200);
    expect((await bench.ask('/assets/main.js', { headers })).status).toBe(403);
    expect((await bench.ask(loopbackPaths.events, { headers })).status).toBe(403);
    expect((await bench.ask('/', { method: 'POST', headers })).status).toBe(403);
  });

  it('cannot upgrade to a WebSocket, and neither can a page from here', async () => {
    const upgrade = (origin: string) =>
      raw(
        [
          `GET ${loopbackPaths.events} HTTP/1.1`,
          `Host: 127.0.0.1:${bench.loopback.port}`,
          `Origin: ${origin}`,
          `Cookie: ${browser.cookie}`,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
          '',
          '',
        ].join('\r\n'),
      );
    expect(await upgrade('https://evil.example')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await upgrade(bench.origin)).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe('the link', () => {
  it('lets one browser in, once', async () => {
    const secret = secretOf(bench.loopback.newLink());
    const before = bench.browsers();
    const first = await bench.exchange(secret);
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^coze-mint-${bench.loopback.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
      ),
    ]);
    const second = await bench.exchange(secret);
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(bench.browsers()).toBe(before + 1);
  });

  it('is not there for a secret that nobody was given', async () => {
    for (const secret of ['', 'x', 'A'.repeat(43), secretOf(bench.loopback.newLink()).slice(0, -1)]) {
      expect((await bench.exchange(secret)).status).toBe(401);
    }
  });

  it('is never seen by the server before the page sends its secret: it stands in the fragment', () => {
    const link = new URL(bench.loopback.newLink());
    expect(link.origin).toBe(bench.origin);
    expect([link.pathname, link.search]).toEqual(['/', '']);
    expect(link.hash).toMatch(/^#[\w-]{43}$/);
  });

  it('is of use for the first of two that hurry', async () => {
    const secret = secretOf(bench.loopback.newLink());
    const statuses = (await Promise.all([bench.exchange(secret), bench.exchange(secret)])).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([200, 401]);
  });

  it('is given out for another browser by one that was let in, and by nobody else', async () => {
    const answer = await browser.post(loopbackPaths.link, null);
    const { link }: { link: string } = JSON.parse(answer.text);
    expect((await bench.exchange(secretOf(link))).status).toBe(200);
    const stranger = await bench.ask(loopbackPaths.link, {
      method: 'POST',
      headers: { origin: bench.origin },
    });
    expect(stranger.status).toBe(401);
  });
});

describe('without a session', () => {
  const posts = [
    loopbackPaths.call,
    loopbackPaths.cancel,
    loopbackPaths.seen,
    loopbackPaths.leave,
    loopbackPaths.link,
  ];

  it.each(posts)('%s is refused', async (where) => {
    const ask = (headers: Record<string, string>) =>
      bench.ask(where, {
        method: 'POST',
        headers: { origin: bench.origin, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(call(1)),
      });
    const other = await bench.enter();
    const { cookie, ...withoutCookie } = browser.headers(page(1));
    expect((await ask({})).status).toBe(401);
    expect((await ask(withoutCookie)).status).toBe(401);
    // What a server at another port of this machine gets to see when the person visits it.
    expect((await ask({ cookie: cookie ?? '' })).status).toBe(401);
    expect((await ask({ ...withoutCookie, cookie: other.cookie })).status).toBe(401);
    expect((await ask({ ...withoutCookie, cookie: `coze-mint-1=${browser.cookie}` })).status).toBe(401);
  });

  it('there is no stream', async () => {
    expect((await bench.ask(loopbackPaths.events)).status).toBe(401);
    expect((await bench.ask(loopbackPaths.events, { headers: { cookie: browser.cookie } })).status).toBe(401);
  });

  it('there is the page, which holds nothing, under the policy of the desktop app', async () => {
    const answer = await bench.ask('/');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+';.*frame-ancestors 'none'$/,
    );
    expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});
