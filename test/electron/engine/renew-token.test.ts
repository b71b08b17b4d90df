import { describe, expect, it } from 'vitest';
import { impatient } from '../../../electron/engine/renew-token.ts';
import type { HttpClient, HttpRequest } from '../../../electron/http/client.ts';

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
