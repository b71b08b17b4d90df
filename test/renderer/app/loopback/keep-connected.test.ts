import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useConnectionStore } from '../../../../renderer/app/connection-store.ts';
import { keepConnected } from '../../../../renderer/app/loopback/keep-connected.ts';
import { readStream } from '../../../../renderer/app/loopback/read-stream.ts';

/** A host that is reached and says nothing but this. */
type Said = readonly string[] | 'not even a head';

const before = {
  window: Reflect.get(globalThis, 'window'),
  document: Reflect.get(globalThis, 'document'),
  fetch: globalThis.fetch,
};
let answers: Said[] = [];
let asked = 0;

function streamOf(said: readonly string[], signal: AbortSignal): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const text of said) controller.enqueue(new TextEncoder().encode(text));
      signal.addEventListener('abort', () => controller.error(signal.reason), { once: true });
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  asked = 0;
  useConnectionStore.setState({ connection: { kind: 'connected' } });
  const page = { localStorage: { getItem: () => 'page-key' }, addEventListener: () => undefined };
  Object.assign(globalThis, {
    window: page,
    document: page,
    fetch: (_where: string, { signal }: { signal: AbortSignal }) => {
      asked += 1;
      const said = answers.shift() ?? 'not even a head';
      if (said !== 'not even a head') return Promise.resolve(streamOf(said, signal));
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  Object.assign(globalThis, before);
  for (const name of ['window', 'document'] as const) {
    if (before[name] === undefined) Reflect.deleteProperty(globalThis, name);
  }
});

const hello = 'event: hello\ndata: {"resumed":false,"count":"x"}\n\n';

describe('a host that hangs', () => {
  it('is given five seconds to begin a stream', async () => {
    let end: unknown = 'open';
    void readStream(() => undefined, new AbortController().signal).then((value) => {
      end = value;
    });
    await vi.advanceTimersByTimeAsync(4900);
    expect(end).toBe('open');
    await vi.advanceTimersByTimeAsync(200);
    expect(end).toBe('silent');
  });

  it('is shown as lost after fifteen seconds of silence, and with every attempt that hangs', async () => {
    answers = [[hello]];
    void keepConnected(() => undefined, false);
    await vi.advanceTimersByTimeAsync(14_900);
    expect(useConnectionStore.getState().connection).toEqual({ kind: 'connected' });
    await vi.advanceTimersByTimeAsync(200);
    expect(useConnectionStore.getState().connection).toEqual({ kind: 'lost', attempt: 1 });
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(useConnectionStore.getState().connection).toEqual({ kind: 'lost', attempt: 2 });
  });

  it('is there again as soon as it begins a stream', async () => {
    answers = [[hello], [hello]];
    void keepConnected(() => undefined, false);
    await vi.advanceTimersByTimeAsync(15_100);
    expect(useConnectionStore.getState().connection).toEqual({ kind: 'connected' });
  });
});
