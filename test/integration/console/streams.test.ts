import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBench, type RunBench } from './run-bench.ts';

let bench: RunBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const streaming = (text: string, atEnd: (response: ServerResponse) => void = (response) => response.end()) =>
  bench.serve((_request, response) => {
    response.setHeader('content-type', 'text/event-stream');
    response.write(text, () => atEnd(response));
  });

const breakOff = (response: ServerResponse) => {
  (response.socket as Socket).resetAndDestroy();
};

const short = (runId: string) => bench.told(runId).map(({ event, data }) => `${event}:${data}`);

describe('a stream', () => {
  it('ends with [DONE] in either spelling, and has its heartbeats', async () => {
    const at = await streaming(
      'event: Message\ndata: {"a":1}\n\nevent: PING\ndata: {}\n\nevent:done\ndata:"[DONE]"\n\n',
    );
    const run = await bench.send(at);
    expect(run).toMatchObject({ stage: 'done', eventCount: 3, body: { kind: 'events' } });
    expect(short(run.runId)).toStrictEqual(['Message:{"a":1}', 'PING:{}', 'done:"[DONE]"']);
  });

  it('has events of an error like any other', async () => {
    const run = await bench.send(await streaming('event: error\ndata: {"code":4000,"msg":"x"}\n\n'));
    expect(run).toMatchObject({ stage: 'done', problem: null, eventCount: 1, envelope: null });
    expect(short(run.runId)).toStrictEqual(['error:{"code":4000,"msg":"x"}']);
  });

  it('that just ends is done, and its events show that no end was said', async () => {
    const run = await bench.send(await streaming('event: Message\ndata: 1\n\nevent: Message\ndata: 2'));
    expect(run).toMatchObject({ stage: 'done', eventCount: 2 });
    expect(short(run.runId)).toStrictEqual(['Message:1', 'Message:2']);
  });

  it('that is broken off fails, and keeps what came, but not the half of an event', async () => {
    const run = await bench.send(await streaming('event: Message\ndata: 1\n\nevent: Message\nda', breakOff));
    expect(run).toMatchObject({ stage: 'failed', problem: { code: 'http/reset' }, eventCount: 1 });
    expect(short(run.runId)).toStrictEqual(['Message:1']);
    expect(await bench.textOf(run)).toBe('event: Message\ndata: 1\n\nevent: Message\nda');
  });

  it('in whose place JSON comes is JSON', async () => {
    const run = await bench.send(await streaming('{"code":4100,"msg":"authentication is invalid"}'));
    expect(run).toMatchObject({
      stage: 'done',
      eventCount: null,
      body: { kind: 'json' },
      envelope: { code: 4100 },
    });
  });

  it('that comes under the type of JSON is a stream', async () => {
    const at = await bench.serve((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('event: done\ndata: [DONE]\n\n');
    });
    expect(await bench.send(at)).toMatchObject({ body: { kind: 'events' }, eventCount: 1 });
  });

  it('is told while it goes on', async () => {
    const at = await streaming('event: Message\ndata: 1\n\n', () => undefined);
    const runId = await bench.start(await bench.request(at));
    const run = await bench.reached(runId, ({ eventCount }) => eventCount === 1);
    expect(run).toMatchObject({ stage: 'receiving', head: { status: 200 } });
    await bench.app.call('console.cancel', { runId });
    expect(await bench.ended(runId)).toMatchObject({ stage: 'cancelled', eventCount: 1 });
    expect(short(runId)).toStrictEqual(['Message:1']);
  });

  it('says its head before its first event', async () => {
    const at = await bench.serve((_request, response) => {
      response.setHeader('content-type', 'text/event-stream');
      response.flushHeaders();
    });
    const runId = await bench.start(await bench.request(at));
    expect(await bench.reached(runId, ({ head }) => head !== null)).toMatchObject({
      stage: 'receiving',
      body: null,
    });
  });
});

describe('a stream of 30 000 events', () => {
  const count = 30_000;
  const all = Array.from(
    { length: count },
    (_, index) => `id: ${index}\nevent: Message\ndata: {"n":${index}}\n\n`,
  );

  it('arrives whole and in order, in few messages, and can be read from any place', async () => {
    const run = await bench.send(await streaming(all.join('')));
    expect(run).toMatchObject({ stage: 'done', eventCount: count });
    const told = bench.told(run.runId);
    expect(told).toHaveLength(count);
    expect(told.every(({ index, data }, at) => index === at && data === `{"n":${at}}`)).toBe(true);
    const messages = bench.app.events.filter(({ name }) => name === 'consoleEvents');
    expect(messages.length).toBeLessThan(count / 100);

    const read = (from: number, limit: number) =>
      bench.app.call('console.events', { runId: run.runId, from, limit });
    expect(await read(0, 3)).toStrictEqual(told.slice(0, 3));
    expect(await read(12_345, 10_000)).toStrictEqual(told.slice(12_345, 22_345));
    expect(await read(count - 1, 10)).toStrictEqual(told.slice(-1));
    expect(await read(count, 10)).toStrictEqual([]);
  });
});
