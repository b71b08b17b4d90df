import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../electron/http/client.ts';
import { exchangeAssertion } from '../../../electron/tokens/exchange.ts';
import type { Variant } from '../../../shared/coze/app.ts';
import { hostsOfRegion } from '../../../shared/coze/region.ts';
import { toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { startHostileServer } from '../http/hostile-server.ts';

const clock = { now: () => epochMilliseconds(Date.now()) };
const http = createHttpClient({ clock });
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function start(listener: RequestListener) {
  const server = await startHostileServer(listener);
  cleanups.push(server.close);
  return server;
}

function exchangeAt(
  url: string,
  variant: Variant = { kind: 'channel' },
  signal: AbortSignal = new AbortController().signal,
) {
  return exchangeAssertion({
    http,
    clock,
    hosts: hostsOfRegion({ kind: 'custom', baseUrl: url }, null),
    variant,
    assertion: 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0.c2ln',
    durationSeconds: 900,
    scope: null,
    signal,
  });
}

async function problemAt(...args: Parameters<typeof exchangeAt>) {
  return exchangeAt(...args).then(
    () => {
      throw new Error('the exchange succeeded');
    },
    (thrown: unknown) => toProblem(thrown),
  );
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe('exchangeAssertion', () => {
  it('posts the documented request and reads the token', async () => {
    const expires = inSeconds(900);
    const bodies: string[] = [];
    const { url, seen } = await start((request, response) => {
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
      request.on('end', () => {
        response.setHeader('x-tt-logid', 'L7');
        response.end(JSON.stringify({ access_token: 'czs_abcdefgh', expires_in: expires }));
      });
    });
    expect(await exchangeAt(url)).toMatchObject({
      accessToken: 'czs_abcdefgh',
      expiresAt: expires,
      logId: 'L7',
      clockOffsetMs: 0,
      notes: [],
    });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/permission/oauth2/token' });
    expect(seen[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxIn0.c2ln',
    });
    expect(bodies.join('')).toBe(
      '{"grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","duration_seconds":900}',
    );
  });

  it.each([
    [{ kind: 'cross-account', accountId: '74' }, '/api/permission/oauth2/account/74/token'],
    [
      { kind: 'enterprise', enterpriseId: 'volcano_2' },
      '/api/permission/oauth2/enterprise_id/volcano_2/token',
    ],
  ] as const)('uses the path of %j', async (variant, path) => {
    const { url, seen } = await start((_request, response) => response.writeHead(500).end());
    await problemAt(url, variant);
    expect(seen[0]?.url).toBe(path);
  });

  it("judges the life of a token on the server's clock", async () => {
    const { url } = await start((_request, response) => {
      response.setHeader('Date', new Date(Date.now() - 86_400_000).toUTCString());
      response.end(JSON.stringify({ access_token: 'czs_abcdefgh', expires_in: inSeconds(900 - 86_400) }));
    });
    const { clockOffsetMs, notes } = await exchangeAt(url);
    expect(clockOffsetMs).toBeGreaterThan(-86_402_000);
    expect(clockOffsetMs).toBeLessThan(-86_398_000);
    expect(notes).toStrictEqual([]);
  });

  it('accepts a relative expires_in and says so', async () => {
    const { url } = await start((_request, response) =>
      response.end('{"access_token":"czs_abcdefgh","expires_in":900}'),
    );
    const { expiresAt, notes } = await exchangeAt(url);
    expect(notes).toStrictEqual(['expires-relative']);
    expect(Math.abs(expiresAt - inSeconds(900))).toBeLessThan(3);
  });

  it.each([
    ['an HTML page', 200, '<!DOCTYPE html><title>login</title>', 'html'],
    ['nothing', 200, '', 'empty'],
    ['an envelope with an error', 200, '{"code":4100,"msg":"no"}', 'envelope-error'],
    ['no expires_in', 200, '{"access_token":"czs_abcdefgh"}', 'expires-missing'],
    [
      'an expires_in in the past',
      200,
      '{"access_token":"czs_abcdefgh","expires_in":1700000000}',
      'expires-past',
    ],
    ['a bare 500', 500, 'oops', 'not-json'],
  ])('explains %s', async (_what, status, body, reason) => {
    const { url } = await start((_request, response) => {
      response.setHeader('x-tt-logid', 'L9');
      response.writeHead(status).end(body);
    });
    const problem = await problemAt(url);
    expect(problem).toMatchObject({ code: 'exchange/unexpected', params: { reason, status } });
    expect(problem.server).toMatchObject({ status, logId: 'L9' });
    expect(JSON.stringify(problem)).not.toContain('czs_abcdefgh');
  });

  it('explains an OAuth error that came with status 200', async () => {
    const { url } = await start((_request, response) =>
      response.end('{"error_code":"invalid_client","error_message":"invalid jwt: kid not been registred"}'),
    );
    expect(await problemAt(url)).toMatchObject({
      code: 'exchange/refused',
      params: { kind: 'kid-not-registered' },
      remedies: ['edit-app', 'mint-again'],
    });
  });

  it('does not show the assertion that a server echoes', async () => {
    const { url } = await start((request, response) =>
      response.writeHead(400).end(`you sent ${request.headers.authorization}`),
    );
    expect(JSON.stringify(await problemAt(url))).not.toContain('eyJpc3MiOiIxIn0');
  });

  it('never sends the assertion to the place of a redirect', async () => {
    const other = await start((_request, response) => response.end());
    const { url } = await start((_request, response) =>
      response.writeHead(308, { Location: `${other.url}/token` }).end(),
    );
    expect((await problemAt(url)).code).toBe('http/redirected');
    expect(other.seen).toHaveLength(0);
  });

  it('refuses an answer that does not end', async () => {
    const { url } = await start((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect((await problemAt(url)).code).toBe('http/too-large');
  });

  it('sends an assertion once, also when the connection breaks', async () => {
    const { url, seen } = await start((request) => request.socket.resetAndDestroy());
    expect((await problemAt(url)).code).toBe('http/reset');
    expect(seen).toHaveLength(1);
  });

  it('is cancelled while the server hangs', async () => {
    const controller = new AbortController();
    const { url } = await start(() => controller.abort());
    expect((await problemAt(url, { kind: 'channel' }, controller.signal)).code).toBe('cancelled');
  });
});
