import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loopbackPaths, seenHeader } from '../../../shared/loopback.ts';
import { type Bench, type Browser, type Message, page, type Stream, startBench } from './loopback-bench.ts';

let bench: Bench;
let browser: Browser;
beforeEach(async () => {
  bench = await startBench();
  browser = await bench.enter();
});
afterEach(() => bench.close());

const replyTo = (callId: number) => (message: Message) =>
  message.kind === 'reply' && (message.data as { callId: number }).callId === callId;
/** How a page says that it has seen everything up to this message. */
async function upTo(stream: Stream, { number }: Message): Promise<string> {
  const { data } = await stream.next(({ kind }) => kind === 'hello');
  return `${(data as { count: string }).count}.${number}`;
}
function never(): never {
  throw new Error('nothing was said');
}
const isEvent = (name: string) => (message: Message) =>
  message.kind === 'event' && (message.data as { name: string }).name === name;
const themeOf = ({ data }: Message) =>
  (data as { payload: { settings: { theme: string } } }).payload.settings.theme;

const call = (callId: number, name: string, input: unknown = null, pageNumber = 1) =>
  browser.post(loopbackPaths.call, { callId, name, input }, page(pageNumber));
const setTheme = (callId: number, theme: string, pageNumber = 1) =>
  call(callId, 'settings.change', { theme }, pageNumber);

describe('a page', () => {
  it('calls, and hears what every page hears, in the order in which it happened', async () => {
    const one = await browser.stream(page(1));
    const other = await browser.stream(page(2));
    expect((await setTheme(1, 'dark')).status).toBe(202);
    const reply = await one.next(replyTo(1));
    expect(reply.data).toMatchObject({ reply: { ok: true, value: { theme: 'dark' } } });
    const told = await one.next(isEvent('profile'));
    expect(told.number).toBeLessThan(reply.number);
    expect(themeOf(await other.next(isEvent('profile')))).toBe('dark');
    expect(other.messages.filter(({ kind }) => kind === 'reply')).toEqual([]);
  });

  it('has to open its stream first', async () => {
    expect((await call(1, 'app.snapshot')).status).toBe(409);
  });

  it('goes on where it was after a lost connection: nothing is lost, nothing comes twice', async () => {
    const first = await browser.stream(page(1));
    await setTheme(1, 'dark');
    const last = await first.next(replyTo(1));
    const seen = last.number;
    first.cut();
    await first.closed;
    await setTheme(2, 'light');
    await setTheme(3, 'system');
    const second = await browser.stream(page(1), await upTo(first, last));
    expect((await second.next(({ kind }) => kind === 'hello')).data).toMatchObject({ resumed: true });
    await second.next(replyTo(3));
    expect(second.messages.filter(isEvent('profile')).map(themeOf)).toEqual(['light', 'system']);
    const numbers = second.messages.filter(({ kind }) => kind !== 'hello').map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => seen + 1 + index));
  });

  it('runs a call once that it sent twice because it never heard that it had arrived', async () => {
    const stream = await browser.stream(page(1));
    const statuses = await Promise.all([1, 1, 1].map((callId) => call(callId, 'practice.start')));
    expect(statuses.map(({ status }) => status)).toEqual([202, 202, 202]);
    await stream.next(replyTo(1));
    await call(2, 'practice.stop');
    await stream.next(replyTo(2));
    expect(stream.messages.filter(({ kind }) => kind === 'reply')).toHaveLength(2);
  });

  it('keeps nothing for a page that says what it has seen', async () => {
    const first = await browser.stream(page(1));
    await setTheme(1, 'dark');
    const seen = await upTo(first, await first.next(replyTo(1)));
    const answer = await browser.post(loopbackPaths.seen, null, page(1), { [seenHeader]: seen });
    expect(answer.status).toBe(204);
    first.cut();
    const second = await browser.stream(page(1));
    await setTheme(2, 'light');
    await second.next(replyTo(2));
    expect(second.messages.some(replyTo(1))).toBe(false);
  });

  it('counts anew when the host counts anew, and what it saw before does not pass for it', async () => {
    const first = await browser.stream(page(1));
    await setTheme(1, 'dark');
    const seen = await upTo(first, await first.next(replyTo(1)));
    await browser.post(loopbackPaths.leave, null, page(1));
    const second = await browser.stream(page(1), seen);
    await browser.post(loopbackPaths.seen, null, page(1), { [seenHeader]: seen });
    await setTheme(1, 'light');
    expect((await second.next(replyTo(1))).number).toBeGreaterThan(1);
    expect(second.messages.map(({ kind }) => kind)).toEqual(['hello', 'event', 'reply']);
  });

  it('has one stream: a second one takes the place of the first', async () => {
    const first = await browser.stream(page(1));
    const second = await browser.stream(page(1));
    await first.closed;
    await call(1, 'app.snapshot');
    await second.next(replyTo(1));
  });

  it('begins anew when it is loaded again, with a snapshot of how it is now', async () => {
    const first = await browser.stream(page(1));
    await setTheme(1, 'dark');
    await first.next(replyTo(1));
    expect((await browser.post(loopbackPaths.leave, null, page(1))).status).toBe(204);
    await first.closed;
    const second = await browser.stream(page(2));
    expect((await second.next(({ kind }) => kind === 'hello')).data).toMatchObject({ resumed: false });
    await call(1, 'app.snapshot', null, 2);
    const { data } = await second.next(replyTo(1));
    expect(data).toMatchObject({
      reply: { value: { profile: { settings: { theme: 'dark' } }, host: { platform: 'web' } } },
    });
    expect(second.messages.filter(({ kind }) => kind === 'event')).toEqual([]);
  });

  it('is not another browser’s', async () => {
    await browser.stream(page(1));
    const other = await bench.enter();
    const body = { callId: 1, name: 'app.snapshot', input: null };
    expect((await other.post(loopbackPaths.call, body, page(1))).status).toBe(409);
  });

  it('has the language that its browser asks for, else the one of the terminal', async () => {
    for (const [number, languages, expected] of [
      [1, 'fr;q=1, zh-CN;q=0.8, en;q=0.5', 'zh'],
      [2, 'en-US,en;q=0.9', 'en'],
      [3, 'fr', 'en'],
    ] as const) {
      const stream = await browser.stream(page(number), '', { 'accept-language': languages });
      await call(1, 'app.snapshot', null, number);
      const { data } = await stream.next(replyTo(1));
      expect(data).toMatchObject({ reply: { value: { host: { systemLanguage: expected } } } });
    }
  });

  it('is refused under a name that is none', async () => {
    for (const id of ['', 'short', '../../etc/passwd', 'x'.repeat(65)]) {
      await expect(browser.stream(id)).rejects.toThrow('HTTP 400');
    }
  });
});

describe('a call that is running', () => {
  let silent: Server;
  let asked: Promise<unknown>;
  let region: unknown;
  /** Resolves when the request that nobody answers is given up. */
  let givenUp: Promise<unknown>;

  beforeAll(async () => {
    silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    region = { kind: 'custom', baseUrl: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` };
  });
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  async function startHanging(graceMs?: number) {
    if (graceMs !== undefined) {
      await bench.close();
      bench = await startBench({ graceMs });
      browser = await bench.enter();
    }
    asked = once(silent, 'request');
    const stream = await browser.stream(page(1));
    await call(2, 'practice.setUp', { hold: 'this-run' });
    const { data } = await stream.next(replyTo(2));
    const { value } = (data as { reply: { value: object } }).reply;
    await call(3, 'apps.save', { id: null, fields: { ...value, name: 'Hangs', region } });
    const saved = await stream.next(replyTo(3));
    const appId = (saved.data as { reply: { value: { id: string } } }).reply.value.id;
    const options = { durationSeconds: 900, sessionName: '', device: { kind: 'none' }, scope: null };
    await call(4, 'tokens.mint', { appId, options });
    const [incoming] = (await asked) as [{ socket: NodeJS.EventEmitter }];
    givenUp = once(incoming.socket, 'close');
    return stream;
  }

  it('is cancelled when the page says so', async () => {
    const stream = await startHanging();
    expect((await browser.post(loopbackPaths.cancel, { callId: 4 }, page(1))).status).toBe(204);
    expect((await stream.next(replyTo(4))).data).toMatchObject({
      reply: { ok: false, problem: { code: 'cancelled' } },
    });
    await givenUp;
  });

  it('is cancelled when the page is closed', async () => {
    await startHanging();
    await browser.post(loopbackPaths.leave, null, page(1));
    await givenUp;
  });

  it('outlives a lost connection, until the page has been away for too long', async () => {
    const stream = await startHanging(400);
    stream.cut();
    const again = await browser.stream(page(1), await upTo(stream, stream.messages.at(-1) ?? never()));
    expect((await again.next(({ kind }) => kind === 'hello')).data).toMatchObject({ resumed: true });
    again.cut();
    await givenUp;
    const late = await browser.stream(page(1), await upTo(stream, stream.messages.at(-1) ?? never()));
    expect((await late.next(({ kind }) => kind === 'hello')).data).toMatchObject({ resumed: false });
  });

  it('is cancelled at the end, of which every page hears', async () => {
    const stream = await startHanging();
    const port = bench.loopback.port;
    await bench.loopback.close();
    await givenUp;
    await stream.closed;
    expect(stream.messages.at(-1)?.kind).toBe('end');
    await expect(bench.ask('/')).rejects.toMatchObject({ code: 'ECONNREFUSED', port });
  });
});
