import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import type { RunRequest } from '../../../shared/console-run.ts';
import type { OAuthApp } from '../../../shared/coze/app.ts';
import { openBench, type RunBench } from './run-bench.ts';

let bench: RunBench;
let practice: OAuthApp;

beforeEach(async () => {
  bench = await openBench();
  practice = await bench.app.call('practice.setUp', { hold: 'this-run' });
});

afterEach(() => bench.close());

const request = (changes: Partial<RunRequest> = {}): RunRequest => ({
  source: { kind: 'app', appId: practice.id },
  endpointId: null,
  method: 'GET',
  target: { kind: 'region', path: '/v1/users/me' },
  query: [],
  headers: [],
  body: { kind: 'none' },
  variableSetId: null,
  ...changes,
});

const send = async (changes: Partial<RunRequest> = {}) => bench.ended(await bench.start(request(changes)));

const chat = (content: string, stream = true): Partial<RunRequest> => ({
  endpointId: 'chat_v3',
  method: 'POST',
  target: { kind: 'region', path: '/v3/chat' },
  body: {
    kind: 'text',
    contentType: 'application/json',
    text: JSON.stringify({
      bot_id: practiceWorld.botIds[0],
      user_id: 'u-1',
      stream,
      additional_messages: [{ role: 'user', content, content_type: 'text' }],
    }),
  },
});

describe('a request to practice Coze', () => {
  it('mints a token, and says what came of it', async () => {
    const run = await send();
    expect(run).toMatchObject({
      stage: 'done',
      minted: true,
      retriedAfter: null,
      head: { status: 200, contentType: 'application/json; charset=utf-8' },
      envelope: { code: 0 },
      body: { kind: 'json', truncated: false, onDisk: false, charset: 'utf-8' },
      eventCount: null,
      problem: null,
    });
    expect(run.head?.logId).toMatch(/^\w{20,}$/);
    expect(await bench.textOf(run)).toContain('"user_id"');
    const { activity } = await bench.app.call('app.snapshot', null);
    expect(activity[0]).toMatchObject({
      kind: 'call',
      subject: 'GET /v1/users/me',
      status: 200,
      appName: practice.name,
    });
  });

  it('says whether events were asked for', async () => {
    expect(await send(chat('hello', false))).toMatchObject({ body: { kind: 'json' }, asksForStream: false });
    expect(await send()).toMatchObject({ asksForStream: false });
  });

  it('tells every event of a stream, in order', async () => {
    const run = await send(chat('hello'));
    expect(run).toMatchObject({ stage: 'done', body: { kind: 'events' }, asksForStream: true });
    const told = bench.told(run.runId);
    expect(told.map(({ index }) => index)).toStrictEqual([...told.keys()]);
    expect(told).toHaveLength(run.eventCount ?? 0);
    expect(told.at(0)?.event).toBe('conversation.chat.created');
    expect(told.at(-1)?.event).toBe('done');
    expect(
      await bench.app.call('console.events', { runId: run.runId, from: 0, limit: 10_000 }),
    ).toStrictEqual(told);
  });

  it('renews a token that is refused, sends once more, and says both', async () => {
    const { tokenId } = await send();
    bench.app.practice.reset();
    const run = await send();
    expect(run).toMatchObject({
      stage: 'done',
      minted: true,
      head: { status: 200 },
      retriedAfter: { status: 401, code: 4100, logId: expect.stringMatching(/^\w{20,}$/) },
    });
    expect(run.tokenId).not.toBe(tokenId);
    expect(await bench.textOf(run)).toContain('"user_id"');
  });
});

describe('the time of a request', () => {
  it('is told by phase, and the phases make up the whole', async () => {
    const { timing } = await send();
    expect(timing.dns).toBeNull();
    expect(timing.tls).toBeNull();
    const { queue, connect, firstByte, body, total } = timing;
    const sum = [queue, connect, firstByte, body].reduce<number>((all, part) => all + (part ?? 0), 0);
    expect(sum).toBeGreaterThan(0.9 * (total ?? 0));
    expect(sum).toBeLessThanOrEqual((total ?? 0) + 0.001);
  });

  it('has no time of connecting on a connection that was there', async () => {
    const at = await bench.serve((_request, response) => response.end('{"code":0}'));
    const { source } = await bench.request(at);
    expect((await send({ source })).timing.connect).not.toBeNull();
    expect((await send({ source })).timing).toMatchObject({ connect: null, dns: null });
  });
});
