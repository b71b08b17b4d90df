import { describe, expect, it } from 'vitest';
import type { EngineContext } from '../../../electron/engine/context.ts';
import { impatient, renewByItself } from '../../../electron/engine/renew-token.ts';
import type { HttpClient, HttpRequest } from '../../../electron/http/client.ts';
import { createMintFlights } from '../../../electron/tokens/mint-flights.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { ProblemError } from '../../../shared/problem.ts';

describe('a client that is impatient', () => {
  it.each([
    [30_000, 6_000, 6_000],
    [30_000, 45_000, 30_000],
  ])('waits of %d ms and %d ms the shorter time', async (usual, patience, waited) => {
    const sent: HttpRequest[] = [];
    const http: HttpClient = {
      send: async (request) => {
        sent.push(request);
        throw new Error('no answer');
      },
      proxyOf: async () => null,
      certificates: async () => ({ id: 'system', ca: undefined, own: [], problem: null }),
      close: async () => undefined,
    };
    const request: HttpRequest = {
      method: 'POST',
      url: 'https://api.coze.cn/api/permission/oauth2/token',
      headers: [],
      body: null,
      signal: new AbortController().signal,
      timeoutMs: usual,
      maxBytes: 1,
    };
    await expect(impatient(http, patience).send(request)).rejects.toThrow('no answer');
    expect(sent).toStrictEqual([{ ...request, timeoutMs: waited }]);
  });
});

it('a renewal that happens by itself does not start practice Coze that was stopped', async () => {
  const region = { kind: 'practice' } as const;
  const variant = { kind: 'channel' } as const;
  const app = { id: 'a', region, clientId: '11', variant, keyInUse: 'k', autoRenew: true };
  const view = { id: 't', appId: 'a', region, options: defaultMintOptions, expiresAt: 100, clockOffsetMs: 0 };
  const held = { view, clientId: '11', tokenPath: '/api/permission/oauth2/token' };
  let started = 0;
  const context = {
    tokens: { get: () => held, find: () => held },
    profile: { app: () => app, key: () => ({ id: 'k', kid: 'kid-of-k', label: 'k' }) },
    flights: createMintFlights(),
    clock: { now: () => 0 },
    http: {},
    activity: { add: () => undefined, entries: () => [] },
    practice: {
      hostsOf: async () => {
        started += 1;
      },
      hostsUnlessStopped: async () => {
        throw new ProblemError('practice/stopped');
      },
    },
  } as unknown as EngineContext;
  await expect(renewByItself(context, 't', new AbortController().signal)).rejects.toMatchObject({
    problem: { code: 'practice/stopped' },
  });
  expect(started).toBe(0);
});
