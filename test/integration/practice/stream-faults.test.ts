import { request } from 'node:http';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Faults } from '../../../electron/practice/practice-coze.ts';
import { chatCalls, readEvents } from './chat-bench.ts';
import { startPracticeBench } from './practice-bench.ts';

const bench = startPracticeBench();
const streamingWorkflow = '7436648691700137011';
let token: Promise<string>;
beforeEach(async () => {
  token = bench.mint();
  await token;
  bench.practice.setFaults({ eventPaceMilliseconds: 0 });
});
const { stream, start, chatBody } = chatCalls(bench, () => token);

type AnswerFault = NonNullable<Faults['nextAnswers']>['fault'];
const breakNext = (fault: AnswerFault, times = 1) =>
  bench.practice.setFaults({ nextAnswers: { fault, times } });

const entry = () => bench.practice.log().at(-1);

/** What comes over the wire until the connection ends, and whether the answer was whole then. */
const receive = async () => {
  const authorization = `Bearer ${await token}`;
  return new Promise<{ text: string; isWhole: boolean; parts: number; status: number | undefined }>(
    (resolve, reject) => {
      const sent = request(
        `${bench.url()}/v3/chat`,
        { method: 'POST', headers: { authorization } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', () => {});
          answer.on('close', () =>
            resolve({
              text: Buffer.concat(parts).toString(),
              isWhole: answer.complete,
              parts: parts.length,
              status: answer.statusCode,
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify(chatBody('什么是 jti？', { stream: true })));
    },
  );
};

describe('a stream', () => {
  test('can end without its end event', async () => {
    breakNext({ kind: 'no-end-event' });
    const events = readEvents((await stream('你好')).text);
    expect(events.at(-1)?.event).toBe('conversation.chat.completed');
    expect(entry()).toMatchObject({ status: 200, fault: 'no-end-event' });
    expect(readEvents((await stream('你好')).text).at(-1)?.event).toBe('done');
  });

  test('can break off with an error event', async () => {
    breakNext({ kind: 'error-event' });
    const events = readEvents((await stream('你好')).text);
    expect(events).toHaveLength(4);
    expect(events.at(-1)).toMatchObject({
      event: 'error',
      data: { code: 5000, msg: 'Server internal error' },
    });
  });

  test('can be replaced by plain JSON', async () => {
    breakNext({ kind: 'json-for-stream' });
    const { type, text } = await stream('你好');
    expect(type).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toEqual({
      code: 4009,
      msg: 'The system is busy, try again later',
      detail: { logid: entry()?.logId },
    });
    expect(entry()).toMatchObject({ fault: 'json-for-stream', refusal: { undocumented: ['message'] } });
  });

  test('can be cut in the middle of an event', async () => {
    breakNext({ kind: 'cut' });
    const { text, isWhole } = await receive();
    expect(isWhole).toBe(false);
    const frames = text.split('\n\n');
    expect(frames).toHaveLength(4);
    expect(frames.at(-1)).toMatch(/^event:conversation\.message\.delta\ndata:\{"id":/);
    expect(frames.at(-1)).not.toMatch(/\}$/);
  });

  test('can drip a few bytes at a time and is whole at the end', async () => {
    breakNext({ kind: 'slow-drip', bytes: 1000, milliseconds: 0 });
    const { text, isWhole, parts } = await receive();
    expect(isWhole).toBe(true);
    expect(parts).toBeGreaterThan(text.length / 1000);
    expect(readEvents(text).at(-1)?.event).toBe('done');
  });

  test('can be delayed', async () => {
    breakNext({ kind: 'delay', milliseconds: 40 });
    const before = performance.now();
    expect(readEvents((await stream('你好')).text).at(-1)?.event).toBe('done');
    expect(performance.now() - before).toBeGreaterThanOrEqual(35);
  });

  test('can be dropped', async () => {
    breakNext({ kind: 'drop' });
    await expect(receive()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test.each(['no-end-event', 'error-event', 'json-for-stream'] as const)(
    'is what the fault %s waits for: other answers are left alone',
    async (kind) => {
      breakNext({ kind }, 2);
      await start('你好');
      expect(entry()?.fault).toBe(null);
      expect(bench.practice.faults().nextAnswers?.times).toBe(2);
      await stream('你好');
      expect(bench.practice.faults().nextAnswers?.times).toBe(1);
    },
  );

  test('ends its chat even when it breaks off', async () => {
    breakNext({ kind: 'error-event' });
    const [created] = readEvents((await stream('你好')).text);
    const { retrieve } = chatCalls(bench, () => token);
    bench.pass(1000);
    expect(await retrieve(created?.data ?? {})).toMatchObject({ status: 'completed' });
  });
});

describe('the stream of a workflow', () => {
  const run = async () => {
    const answer = await fetch(`${bench.url()}/v1/workflow/stream_run`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}` },
      body: JSON.stringify({ workflow_id: streamingWorkflow, parameters: { input: '薄荷' } }),
    });
    return (await answer.text()).split('\n\n').slice(0, -1);
  };
  const nameOf = (frame = '') => /^id: (\d+)\nevent: (\w+)\ndata: \{/.exec(frame)?.[2];

  test('holds heartbeats when they are switched on, and its ids have no gap', async () => {
    expect((await run()).map(nameOf)).not.toContain('PING');
    bench.practice.setFaults({ heartbeats: true });
    const frames = await run();
    expect(frames.map(nameOf)).toContain('PING');
    expect(frames.map((frame) => /^id: (\d+)/.exec(frame)?.[1])).toEqual(
      frames.map((_, index) => `${index}`),
    );
    expect(nameOf(frames.at(-1))).toBe('Done');
  });

  test('can break off with its own error event, or end without its end event', async () => {
    breakNext({ kind: 'error-event' });
    expect((await run()).at(-1)).toMatch(
      /event: Error\ndata: \{"error_code":5000,"error_message":"Server internal error"\}$/,
    );
    breakNext({ kind: 'no-end-event' });
    expect(nameOf((await run()).at(-1))).toBe('Message');
  });
});
