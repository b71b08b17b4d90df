import type { HttpClientOptions, StreamingClient } from './client.ts';

/** The client for all traffic, which is loaded for the first request only: no start waits for it. */
export function createClientWhenAsked(options: HttpClientOptions): StreamingClient {
  let client: Promise<StreamingClient> | null = null;
  const loaded = () => {
    client ??= import('./client.ts').then(({ createHttpClient }) => createHttpClient(options));
    return client;
  };
  return {
    send: async (request) => (await loaded()).send(request),
    open: async (request) => (await loaded()).open(request),
    connect: async (request, listener) => (await loaded()).connect(request, listener),
    proxyOf: async (url, signal) => (await loaded()).proxyOf(url, signal),
    certificates: async () => (await loaded()).certificates(),
    close: async () => (await client)?.close(),
  };
}
