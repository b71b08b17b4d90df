import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Faults, PracticeCoze } from '../../../electron/practice/practice-coze.ts';
import { startHostileServer } from '../http/hostile-server.ts';
import { selfSigned } from '../http/self-signed.ts';
import {
  type BenchOptions,
  causeIn,
  checkOf,
  examine,
  key,
  otherPublicHalf,
  startPractice,
} from './doctor-bench.ts';

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function practice(faults: Partial<Faults> = {}): Promise<PracticeCoze & { readonly at: string }> {
  const started = await startPractice();
  cleanups.push(started.stop);
  started.setFaults(faults);
  return { ...started, at: started.url() ?? '' };
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  cleanups.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  return (server.address() as AddressInfo).port;
}

const always = 1000;
type AnswerFault = NonNullable<Faults['nextAnswers']>['fault'];

describe('practice Coze broken on purpose', () => {
  const rows: readonly (readonly [string, Partial<Faults>, readonly string[]])[] = [
    ['a deactivated app', { appDeactivated: true }, ['exchange', 'exchange-refused', 'app-deactivated']],
    ['an unbound channel', { channelUnbound: true }, ['exchange', 'exchange-refused', 'channel-not-bound']],
    ['a removed key', { keyRemoved: true }, ['exchange', 'exchange-refused', 'base-url']],
    ['a clock hours ahead', { clockOffsetSeconds: -7200 }, ['clock', 'clock-ahead', 'clock-ahead']],
    ['a clock hours behind', { clockOffsetSeconds: 7200 }, ['clock', 'clock-behind', 'clock-behind']],
  ];
  it.each(rows)('finds %s', async (_name, faults, cause) => {
    const { at } = await practice(faults);
    const report = await examine({ url: at });
    expect(causeIn(report)).toEqual(cause);
    expect(report.state).toBe('stopped');
    expect(checkOf(report, 'permission').finding).toBe('skipped-cause-found');
  });

  const answers: readonly (readonly [AnswerFault, readonly string[]])[] = [
    [{ kind: 'delay', milliseconds: 60_000 }, ['region', 'region-silent', 'server-slow']],
    [{ kind: 'slow-drip', bytes: 1, milliseconds: 1000 }, ['region', 'region-silent', 'server-slow']],
    [{ kind: 'drop' }, ['region', 'region-reset', 'connection-cut']],
    [{ kind: 'cut' }, ['region', 'region-reset', 'connection-cut']],
    [{ kind: 'html' }, ['region', 'region-page', 'not-the-api']],
    [{ kind: 'server-error' }, ['exchange', 'exchange-refused', 'coze-internal']],
    [{ kind: 'rate-limited' }, ['exchange', 'exchange-rate-limited', 'rate-limited']],
  ];
  it.each(answers)('finds answers that suffer %j', async (fault, cause) => {
    const { at } = await practice({ nextAnswers: { fault, times: always } });
    const report = await examine({ url: at });
    expect(causeIn(report)).toEqual(cause);
  });

  it('says that practice Coze was stopped and is started for the run', async () => {
    const { at } = await practice({});
    const report = await examine({ url: at, region: { kind: 'practice' }, patient: { wasStopped: true } });
    expect(checkOf(report, 'region').finding).toBe('region-started');
  });

  it('says of a fault of practice Coze that it was switched on', async () => {
    const { at } = await practice({ nextAnswers: { fault: { kind: 'drop' }, times: always } });
    const report = await examine({ url: at, region: { kind: 'practice' } });
    expect(causeIn(report)).toEqual(['region', 'region-reset', 'practice-fault']);
  });

  it('names the same first cause of a web page as an exchange would, for each kind of region', async () => {
    const { at } = await practice({ nextAnswers: { fault: { kind: 'html' }, times: always } });
    expect(causeIn(await examine({ url: at, region: { kind: 'cn' } }))[2]).toBe('captive-portal');
    expect(causeIn(await examine({ url: at, region: { kind: 'practice' } }))[2]).toBe('practice-fault');
  });

  it('says how long to wait after too many requests, wherever they were refused', async () => {
    const { at } = await practice({ nextAnswers: { fault: { kind: 'rate-limited' }, times: always } });
    const report = await examine({ url: at });
    const wait = { code: 'rate-limited', params: { seconds: 1 }, remedy: 'mint-later' };
    expect(checkOf(report, 'region').causes).toEqual([wait]);
    expect(checkOf(report, 'exchange').causes).toEqual([wait]);
  });

  it('says what the server said, with the log id', async () => {
    const { at } = await practice({ appDeactivated: true });
    const { seen, problem } = checkOf(await examine({ url: at }), 'exchange');
    expect(Object.fromEntries(seen.map(({ label, value }) => [label, value]))).toMatchObject({
      status: '403',
      code: 'access_deny',
      message: 'app: 薄荷渠道 is currently deactivated by the owner',
      'log-id': expect.stringMatching(/^\d{14}/),
    });
    expect(problem?.server?.body).toContain('access_deny');
  });

  it('finds a jti that was used, when randomness repeats itself', async () => {
    const { at } = await practice();
    const services = { randomBytes: (count: number) => new Uint8Array(count).fill(7) };
    expect(causeIn(await examine({ url: at, services }))).toEqual([null, null, null]);
    expect(causeIn(await examine({ url: at, services }))).toEqual([
      'exchange',
      'exchange-refused',
      'jti-used',
    ]);
  });
});

describe('keychain and key', () => {
  const rows: readonly (readonly [string, BenchOptions, readonly string[]])[] = [
    [
      'no keychain',
      { patient: { keychainState: async () => 'unavailable' } },
      ['keychain', 'keychain-unavailable', 'keychain-not-running'],
    ],
    [
      'a locked keychain',
      { patient: { keychainState: async () => 'locked' } },
      ['keychain', 'keychain-locked', 'keychain-locked'],
    ],
    [
      'a keychain that denies',
      { patient: { keychainState: async () => 'denied' } },
      ['keychain', 'keychain-denied', 'keychain-policy'],
    ],
    [
      'a keychain that hangs',
      { patient: { keychainState: async () => 'timeout' } },
      ['keychain', 'keychain-timeout', 'keychain-prompt'],
    ],
    ['an app without a key', { key: null }, ['key', 'key-none', 'no-key-chosen']],
    ['a key of an earlier run', { key: { held: 'gone' } }, ['key', 'key-gone', 'keychain-earlier-run']],
    [
      'a damaged private half',
      { patient: { privateHalf: async () => new Uint8Array([1, 2, 3]) } },
      ['key', 'key-corrupt', 'keychain-partial'],
    ],
    ['halves of two keys', { key: otherPublicHalf }, ['key', 'key-halves-differ', 'key-wrong-file']],
    ['a kid that was not entered', { key: { kid: null } }, ['kid', 'kid-missing', 'kid-not-entered']],
    ['an app id as kid', { key: { kid: '1127900106117' } }, ['kid', 'kid-is-app-id', 'kid-is-app-id']],
    [
      'a PEM as kid',
      { key: { kid: '-----BEGIN PUBLIC KEY-----' } },
      ['kid', 'kid-is-pem', 'kid-is-key-text'],
    ],
    [
      'the kid of another key',
      {
        key: { kid: otherPublicHalf.fingerprints.pkcs1 },
        patient: { keys: [key, { ...key, ...otherPublicHalf, id: 'k2', label: 'older' }] },
      },
      ['kid', 'kid-of-other-key', 'kid-of-other-key'],
    ],
  ];
  it.each(rows)('finds %s', async (_name, options, cause) => {
    const { at } = await practice();
    expect(causeIn(await examine({ url: at, ...options }))).toEqual(cause);
  });

  it('cannot tell about a kid that matches nothing, and goes on to what Coze says', async () => {
    const { at } = await practice();
    const kid = '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4';
    const report = await examine({ url: at, key: { kid } });
    expect(checkOf(report, 'kid')).toMatchObject({ state: 'cannot-tell', finding: 'kid-no-match' });
    expect(report.cause).toBe('exchange');
  });

  it('warns about the same kid once an exchange has taught which fingerprint Coze takes', async () => {
    const { at } = await practice();
    const kid = '_v0VjcMlLdQc3tRTD3jC5Xz29TUnKQOhtuD5k-gpyf4';
    const report = await examine({ url: at, key: { kid }, patient: { kidFormula: 'spki' } });
    expect(checkOf(report, 'kid')).toMatchObject({ state: 'warning', finding: 'kid-no-match-learned' });
  });
});

describe('the way to the region', () => {
  it('finds a refused port', async () => {
    const port = await portOf(createTcpServer());
    for (const cleanup of cleanups.splice(0)) await cleanup();
    const report = await examine({ url: `http://127.0.0.1:${port}` });
    expect(causeIn(report)).toEqual(['region', 'region-refused', 'server-not-listening']);
    expect(checkOf(report, 'region').seen).toContainEqual({ label: 'error', value: 'ECONNREFUSED' });
  });

  it('finds a name that does not exist', async () => {
    const report = await examine({ url: 'https://nobody.invalid', services: { patienceMs: 5000 } });
    expect(causeIn(report)).toEqual(['region', 'region-dns', 'host-mistyped']);
  });

  it('finds a certificate that nobody trusts, and shows it', async () => {
    const port = await portOf(createTlsServer(selfSigned));
    const report = await examine({ url: `https://localhost:${port}` });
    expect(causeIn(report)).toEqual(['region', 'region-tls', 'certificate-own']);
    expect(checkOf(report, 'region').seen).toEqual(
      expect.arrayContaining([
        { label: 'tls', value: 'TLSv1.3' },
        { label: 'error', value: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
        { label: 'certificate', value: expect.stringContaining('localhost') },
      ]),
    );
  });

  it('finds a port that speaks no TLS', async () => {
    const { at } = await practice();
    const report = await examine({ url: at.replace('http:', 'https:') });
    expect(causeIn(report)).toEqual(['region', 'region-tls', 'not-tls']);
  });

  it('finds a server that hangs: before TLS, and before its answer', async () => {
    const port = await portOf(createTcpServer(() => undefined));
    const silent = await examine({ url: `http://127.0.0.1:${port}`, services: { patienceMs: 300 } });
    expect(causeIn(silent)).toEqual(['region', 'region-silent', 'server-slow']);
    const noTls = await examine({ url: `https://127.0.0.1:${port}`, services: { patienceMs: 300 } });
    expect(causeIn(noTls).slice(0, 2)).toEqual(['region', 'region-tls']);
  });

  it('finds a connection that is reset', async () => {
    const port = await portOf(createTcpServer((socket) => socket.on('data', () => socket.resetAndDestroy())));
    const report = await examine({ url: `http://127.0.0.1:${port}` });
    expect(causeIn(report)).toEqual(['region', 'region-reset', 'connection-cut']);
  });

  it('finds a proxy that is not there, and never shows its password', async () => {
    const port = await portOf(createTcpServer());
    for (const cleanup of cleanups.splice(0)) await cleanup();
    const proxy = `http://user:hunter2@127.0.0.1:${port}`;
    const report = await examine({ url: 'https://api.example.com', proxy });
    expect(causeIn(report)).toEqual(['region', 'region-proxy', 'proxy-refused']);
    expect(checkOf(report, 'region').seen).toContainEqual({
      label: 'proxy',
      value: `http://127.0.0.1:${port}`,
    });
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  it('finds a proxy that asks for a login', async () => {
    const port = await portOf(
      createTcpServer((socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')),
      ),
    );
    const report = await examine({ url: 'https://api.example.com', proxy: `http://127.0.0.1:${port}` });
    expect(causeIn(report)).toEqual(['region', 'region-proxy', 'proxy-login']);
  });

  it('finds a redirect to another host', async () => {
    const { url, close } = await startHostileServer((_request, response) => {
      response.writeHead(302, { location: 'http://login.example.com/' }).end();
    });
    cleanups.push(close);
    const report = await examine({ url });
    expect(causeIn(report).slice(0, 2)).toEqual(['region', 'region-redirect']);
  });

  it('sends no credential before the exchange', async () => {
    const { url, close, seen } = await startHostileServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    });
    cleanups.push(close);
    await examine({ url });
    expect(seen.map(({ method, headers }) => [method, headers.authorization])).toEqual([['GET', undefined]]);
  });
});
