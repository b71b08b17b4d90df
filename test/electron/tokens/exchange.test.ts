import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpClient } from '../../../electron/http/client.ts';
import { exchangeAssertion } from '../../../electron/tokens/exchange.ts';
import { learnFromAnswers } from '../../../electron/tokens/learn-from-answers.ts';
import { createServerClock } from '../../../electron/tokens/server-clock.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const api = 'https://api.coze.cn';
const serverNow = Date.parse('2025-06-15T12:00:00.000Z');
const ahead = 7_200_000;
const expiresAt = serverNow / 1000 + 900;

/** An exchange on a machine whose clock is two hours ahead. */
function exchange(answered: Partial<HttpAnswer>, isKnown: boolean) {
  const clock = { now: () => epochMilliseconds(serverNow + ahead) };
  const serverClock = createServerClock({
    clock,
    steady: { now: () => 0 },
    onLearned: () => undefined,
    onSet: () => undefined,
    onChange: () => undefined,
  });
  const date = new Date(serverNow).toUTCString();
  if (isKnown) serverClock.learn(api, { dateHeader: date, firstByteMs: 0 }, clock.now());
  const answer: HttpAnswer = {
    status: 200,
    statusText: 'OK',
    headers: [],
    body: new TextEncoder().encode(
      JSON.stringify({ access_token: `czs_${'a'.repeat(40)}`, expires_in: expiresAt }),
    ),
    truncated: false,
    firstByteMs: 0,
    totalMs: 0,
    url: `${api}/api/permission/oauth2/token`,
    dateHeader: date,
    ...answered,
  };
  const plain: HttpClient = {
    send: async () => answer,
    proxyOf: async () => null,
    certificates: async () => ({ id: 'system', ca: undefined, own: [], problem: null }),
    close: async () => undefined,
  };
  return exchangeAssertion({
    http: learnFromAnswers(plain, serverClock),
    clock,
    serverClock,
    hosts: { api, audience: 'api.coze.cn', www: null, ws: null },
    variant: { kind: 'developer' },
    assertion: 'a.b.c',
    durationSeconds: 900,
    scope: null,
    signal: new AbortController().signal,
  });
}

describe('a token that comes to a machine whose clock is wrong', () => {
  it.each([
    ['in time, from a server never heard of', {}, false],
    ['late, from a server never heard of', { firstByteMs: 5_000 }, false],
    ['late', { firstByteMs: 5_000 }, true],
    ['without a date', { dateHeader: null }, true],
    ['with the date of a cache', { headers: [['Age', '99999']] as const }, true],
  ])('is taken when it comes %s', async (_how, answered, isKnown) => {
    const exchanged = await exchange(answered, isKnown);
    expect(exchanged.expiresAt).toBe(expiresAt);
    expect(Math.abs(exchanged.clockOffsetMs + ahead)).toBeLessThan(5_000);
  });

  it('is refused as past its end when nobody knows the server’s time', async () => {
    await expect(exchange({ dateHeader: null }, false)).rejects.toMatchObject({
      problem: { code: 'exchange/unexpected', params: { reason: 'expires-past' } },
    });
  });
});
