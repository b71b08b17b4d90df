import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Faults } from '../../../electron/practice/practice-coze.ts';
import { createPracticeCoze } from '../../../electron/practice/practice-coze.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { signJwt, startPracticeBench, startTime } from './practice-bench.ts';

const bench = startPracticeBench();

type AnswerFault = NonNullable<Faults['nextAnswers']>['fault'];

const breakNext = (fault: AnswerFault, times = 1) =>
  bench.practice.setFaults({ nextAnswers: { fault, times } });

const admin = (method: string, path: string, body?: string, key = bench.practice.adminKey) =>
  fetch(`${bench.url()}/practice/${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body === undefined ? {} : { body }),
  });

/** What undici says about an attempt that has to fail. */
const causeOf = async (attempt: Promise<Response>): Promise<{ readonly code: unknown }> => {
  const thrown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  const cause = thrown instanceof Error ? thrown.cause : null;
  return { code: cause instanceof Error && 'code' in cause ? cause.code : 'it was answered' };
};

describe('the clock', () => {
  test.each([
    [3600, 'Fri, 02 Jan 2026 04:04:05 GMT'],
    [-3600, 'Fri, 02 Jan 2026 02:04:05 GMT'],
  ])('can be off by %s s, which Date and expires_in show', async (clockOffsetSeconds, date) => {
    bench.practice.setFaults({ clockOffsetSeconds });
    const iat = startTime + clockOffsetSeconds;
    const jwt = signJwt(bench.header(), { ...bench.claims(), iat, exp: iat + 60 });
    const answer = await bench.exchange({ authorization: `Bearer ${jwt}` });
    expect(answer.headers.get('date')).toBe(date);
    expect(await answer.json()).toMatchObject({ expires_in: iat + 900 });
  });

  test('that runs ahead makes an assertion expired, one that lags puts it into the future', async () => {
    bench.practice.setFaults({ clockOffsetSeconds: 3600 });
    expect(await (await bench.exchange()).json()).toMatchObject({ error_message: 'invalid jwt: expired' });
    bench.practice.setFaults({ clockOffsetSeconds: -61 });
    expect(await (await bench.exchange()).json()).toMatchObject({
      error_message: 'invalid jwt: iat is in the future',
    });
  });
});

describe('the next answer', () => {
  test('can be dropped: the connection ends, the assertion is used up, the one after is whole', async () => {
    breakNext({ kind: 'drop' });
    const authorization = `Bearer ${bench.assertion()}`;
    const { code } = await causeOf(bench.exchange({ authorization }));
    expect(['UND_ERR_SOCKET', 'ECONNRESET']).toContain(code);
    expect(bench.practice.log().at(-1)).toMatchObject({ status: 200, fault: 'drop' });
    const again = await bench.exchange({ authorization });
    expect(await again.json()).toMatchObject({ error_message: 'invalid jwt: jti has been used' });
    expect(bench.practice.log().at(-1)?.fault).toBe(null);
  });

  test('can be cut in the middle: its head comes, half of its body, then the end', async () => {
    breakNext({ kind: 'cut' });
    const received: Buffer[] = [];
    const ended = await new Promise<{ length: number; complete: boolean; date: string | undefined }>(
      (resolve) => {
        const sent = request(`${bench.url()}/v1/users/me`, (answer) => {
          answer.on('data', (chunk: Buffer) => received.push(chunk));
          answer.on('error', () => {});
          answer.on('close', () =>
            resolve({
              length: Number(answer.headers['content-length']),
              complete: answer.complete,
              date: answer.headers.date,
            }),
          );
        });
        sent.end();
      },
    );
    const body = Buffer.concat(received).toString();
    expect(ended).toEqual({
      length: body.length * 2 + (ended.length % 2),
      complete: false,
      date: 'Fri, 02 Jan 2026 03:04:05 GMT',
    });
    expect(body).toMatch(/^\{"code":4100/);
  });

  test('can be delayed and is whole then', async () => {
    breakNext({ kind: 'delay', milliseconds: 60 });
    const before = performance.now();
    const answer = await bench.exchange();
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('date')).toBe('Fri, 02 Jan 2026 03:04:05 GMT');
  });

  test('can drip and is whole at the end', async () => {
    breakNext({ kind: 'slow-drip', bytes: 40, milliseconds: 1 });
    const answer = await bench.exchange();
    expect(answer.headers.get('x-tt-logid')).toBe(bench.practice.log().at(-1)?.logId);
    expect(await answer.json()).toMatchObject({ expires_in: startTime + 900 });
  });

  test.each([
    [
      { kind: 'server-error' },
      500,
      'application/json; charset=utf-8',
      /internal_error.*Service internal error\./,
    ],
    [{ kind: 'rate-limited' }, 429, 'application/json; charset=utf-8', /"code":4020/],
    [{ kind: 'html' }, 200, 'text/html; charset=utf-8', /^<!doctype html>/],
  ] as const)('can be replaced: %o', async (fault, status, type, body) => {
    breakNext(fault);
    const authorization = `Bearer ${bench.assertion()}`;
    const answer = await bench.exchange({ authorization });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('date')).toBe('Fri, 02 Jan 2026 03:04:05 GMT');
    expect(await answer.text()).toMatch(body);
    expect((await bench.exchange({ authorization })).status).toBe(200);
  });

  test('can be broken several times', async () => {
    breakNext({ kind: 'html' }, 2);
    const types = [];
    for (let count = 0; count < 3; count += 1) {
      types.push((await bench.exchange()).headers.get('content-type')?.split(';')[0]);
    }
    expect(types).toEqual(['text/html', 'text/html', 'application/json']);
  });

  test('is not waited for when practice Coze stops', async () => {
    breakNext({ kind: 'delay', milliseconds: 600_000 });
    const pending = causeOf(bench.exchange());
    await expect.poll(() => bench.practice.log().at(-1)?.fault).toBe('delay');
    await bench.practice.stop();
    expect(['UND_ERR_SOCKET', 'ECONNRESET']).toContain((await pending).code);
  });
});

describe('the admin paths', () => {
  test('show and change faults, leaving those that are not named', async () => {
    bench.practice.setFaults({ channelUnbound: true });
    const changed = await admin('POST', 'faults', '{"clockOffsetSeconds":5}');
    const expected: Faults = {
      appDeactivated: false,
      channelUnbound: true,
      keyRemoved: false,
      clockOffsetSeconds: 5,
      nextAnswers: null,
      eventPaceMilliseconds: 40,
      doneQuoted: true,
      heartbeats: false,
    };
    expect(await changed.json()).toEqual(expected);
    expect(await (await admin('GET', 'faults')).json()).toEqual(expected);
    expect(bench.practice.faults()).toEqual(expected);
  });

  test.each(['', '7', '{"appDeactivated":"yes"}', '{"unknown":true}', '{"clockOffsetSeconds":0.5}'])(
    'refuse %j and change nothing',
    async (body) => {
      const answer = await admin('POST', 'faults', body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: 'input/invalid' });
      expect(bench.practice.faults()).toMatchObject({ appDeactivated: false, clockOffsetSeconds: 0 });
    },
  );

  test.each(['faults', 'log', 'nothing'])('need the admin key: %s', async (path) => {
    expect((await admin('GET', path, undefined, 'wrong')).status).toBe(401);
    expect((await fetch(`${bench.url()}/practice/${path}`)).status).toBe(401);
  });

  test('have another key in every practice Coze', () => {
    const other = createPracticeCoze({ clock: { now: () => epochMilliseconds(0) }, randomBytes });
    expect(other.adminKey).not.toBe(bench.practice.adminKey);
    expect(bench.practice.adminKey).toMatch(/^[\w-]{43}$/);
  });

  test('are not broken by faults and not logged, but show the log', async () => {
    breakNext({ kind: 'drop' });
    expect((await admin('GET', 'faults')).status).toBe(200);
    expect(bench.practice.faults().nextAnswers).not.toBe(null);
    expect(bench.practice.log()).toEqual([]);
    bench.practice.setFaults({ nextAnswers: null });
    await bench.exchange();
    expect(await (await admin('GET', 'log')).json()).toEqual({ entries: bench.practice.log() });
  });
});

describe('what comes from elsewhere', () => {
  const withHost = (host: string, path = '/v1/users/me') =>
    new Promise<{ status: number | undefined; text: string; date: string | undefined }>((resolve, reject) => {
      const sent = request(bench.url() + path, { headers: { host } }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, text, date: answer.headers.date }));
      });
      sent.on('error', reject);
      sent.end();
    });

  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    'localhost.evil',
    '0.0.0.0',
  ])('is refused when it names the host %s', async (host) => {
    expect(await withHost(host)).toMatchObject({ status: 403, date: 'Fri, 02 Jan 2026 03:04:05 GMT' });
    expect(await withHost(host, '/practice/faults')).toMatchObject({ status: 403 });
  });

  test.each(['a b', 'user@127.0.0.1', '127.0.0.1/x'])('never gets through with the host %j', async (host) => {
    const { status, date } = await withHost(host);
    expect([400, 403]).toContain(status);
    expect(date).toBe('Fri, 02 Jan 2026 03:04:05 GMT');
  });

  test.each(['127.0.0.1', 'localhost', 'localhost:8080', 'LOCALHOST', '[::1]:80'])(
    'is answered when it names the loopback as %s',
    async (host) => {
      expect(await withHost(host)).toMatchObject({ status: 401 });
    },
  );

  test('gets no CORS headers', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await fetch(`${bench.url()}/v1/users/me`, {
        method,
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
      });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test.each([
    ['/api/permission/oauth2/token', { error_code: 'invalid_request' }],
    ['/v3/chat', { code: 4000 }],
  ])('is refused when its body is over 1 MiB: %s', async (path, expected) => {
    const send = (length: number) =>
      fetch(bench.url() + path, { method: 'POST', body: JSON.stringify('x'.repeat(length - 2)) });
    expect((await send(1_048_576)).status).not.toBe(413);
    const answer = await send(1_048_577);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject(expected);
  });
});

test('an assertion of 40 KB is looked into like any other', async () => {
  const claims = { ...bench.claims(), session_name: 'x'.repeat(30_000) };
  const answer = await bench.exchange({ authorization: `Bearer ${signJwt(bench.header(), claims)}` });
  expect(answer.status).toBe(200);
});

describe('a body that comes in chunks', () => {
  const stream = (chunks: number, size: number) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = request(`${bench.url()}/api/permission/oauth2/token`, { method: 'POST' }, (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, text }));
      });
      sent.on('error', reject);
      for (let count = 0; count < chunks; count += 1) sent.write(Buffer.alloc(size, ' '));
      sent.end('{}');
    });

  test('is put together', async () => {
    expect(await stream(3, 1000)).toMatchObject({
      status: 400,
      text: expect.stringContaining('invalid request: grant_type'),
    });
  });

  test('is refused once it is over 1 MiB', async () => {
    expect((await stream(2, 524_288)).status).toBe(413);
  });
});

describe('the server', () => {
  test('listens on 127.0.0.1 and has one URL however often it is started', async () => {
    const first = bench.url();
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await Promise.all([bench.practice.start(), bench.practice.start(1)])).toEqual([first, first]);
  });

  test('ends open sockets when it stops, and keeps its tokens for the next start', async () => {
    const token = await bench.mint();
    const socket = connect(Number(new URL(bench.url()).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET / HTTP/1.1\r\n');
    await bench.practice.stop();
    await closed;
    expect(bench.practice.url()).toBe(null);
    await bench.practice.start();
    expect((await bench.call('GET', '/v1/users/me', { token })).json.code).toBe(0);
  });

  test('can be stopped while it starts, and stopped twice', async () => {
    await bench.practice.stop();
    const starting = bench.practice.start();
    await bench.practice.stop();
    const url = await starting;
    expect(bench.practice.url()).toBe(null);
    expect(await causeOf(fetch(url))).toMatchObject({ code: 'ECONNREFUSED' });
    await bench.practice.stop();
  });

  test('says when its port is taken, and can start on another one then', async () => {
    const other = createPracticeCoze({ clock: { now: () => epochMilliseconds(0) }, randomBytes });
    const port = Number(new URL(bench.url()).port);
    await expect(other.start(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(await other.start()).toMatch(/^http:/);
    await other.stop();
  });

  test('keeps the last 500 requests', async () => {
    for (let count = 0; count < 51; count += 1) {
      await Promise.all(Array.from({ length: 10 }, () => fetch(`${bench.url()}/x`).then((a) => a.text())));
    }
    const numbers = bench.practice.log().map((entry) => entry.number);
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([500, 11, 510]);
  });

  test('never logs a token or an assertion', async () => {
    const assertion = bench.assertion();
    const answer = await bench.exchange({ authorization: `Bearer ${assertion}` });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    await bench.exchange({ authorization: `Bearer ${assertion}` });
    await bench.call('GET', `/v1/users/me?authorization=${token}`, { token });
    const log = JSON.stringify(bench.practice.log());
    expect(log).not.toContain(token);
    expect(log).not.toContain(assertion.split('.')[2]);
  });
});
