import { describe, expect, test } from 'vitest';
import type { PracticeChange, RequestLogEntry } from '../../../electron/practice/practice-coze.ts';
import { world } from '../../../electron/practice/world.ts';
import { noFaults } from '../../../shared/practice-faults.ts';
import { startPracticeBench } from './practice-bench.ts';

const bench = startPracticeBench();

const last = (): RequestLogEntry => {
  const entry = bench.practice.log().at(-1);
  if (entry === undefined) throw new Error('The log is empty.');
  return entry;
};

describe('what the log holds', () => {
  test('is no secret: neither the assertion nor the token, wherever they were sent', async () => {
    const jwt = bench.assertion();
    const token = await bench.mint();
    await bench.exchange({ authorization: jwt });
    await bench.exchange({ authorization: `Basic ${jwt}`, body: { grant_type: jwt, scope: { x: token } } });
    await bench.call('GET', `/v1/bots/${token}?bot_id=${token}&jwt=${jwt}`, { token });
    await bench.call('POST', '/v3/chat', { token: jwt, body: { user_id: token, bot_id: jwt } });
    const log = JSON.stringify(bench.practice.log());
    expect(bench.practice.log()).toHaveLength(5);
    for (const secret of [token, ...jwt.split('.')]) expect(log).not.toContain(secret.slice(0, 20));
  });

  test('is the beginning of a stream, whole when it is short, and its length', async () => {
    const token = await bench.mint();
    const body = {
      bot_id: world.botIds[1],
      user_id: 'u',
      stream: true,
      additional_messages: [{ role: 'user', content: '喵', content_type: 'text' }],
    };
    const answer = await fetch(`${bench.url()}/v3/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    expect(text).toContain('event:');
    await expect.poll(() => last().answer.bodyBytes).toBe(Buffer.byteLength(text));
    expect(last().answer.body).toBe(text.slice(0, last().answer.body?.length));
    expect(last().durationMs).not.toBe(null);
  });

  test('of sound is its length only', async () => {
    const token = await bench.mint();
    const body = { input: '你好', voice_id: '1' };
    await fetch(`${bench.url()}/v1/audio/speech`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    }).then((answer) => answer.arrayBuffer());
    const { answer, refusal } = last();
    if (refusal === null) expect(answer.body).toBe(null);
    expect(answer.bodyBytes).toBeGreaterThan(0);
  });

  test('is bounded, however long what came was', async () => {
    await bench.call('POST', `/v1/${'x'.repeat(5000)}?${'y'.repeat(5000)}`, { body: 'z'.repeat(50_000) });
    const { path, query, request } = last();
    expect([path.length, query.length]).toEqual([2048, 2048]);
    expect(request.body?.length).toBeLessThan(8300);
    expect(request.bodyBytes).toBe(50_002);
  });
});

describe('whoever listens', () => {
  test('is told of each request, of its end, of faults and of a reset, until it listens no more', async () => {
    const told: PracticeChange[] = [];
    const end = bench.practice.subscribe((change) => told.push(change));
    await bench.call('GET', '/v1/users/me');
    await expect.poll(() => told.length).toBe(2);
    expect(told.map((change) => (change.kind === 'entry' ? change.entry.durationMs : null))).toEqual([
      null,
      0,
    ]);
    bench.practice.setFaults({ keyRemoved: true });
    bench.practice.reset();
    expect(told.map(({ kind }) => kind)).toEqual(['entry', 'entry', 'faults', 'log-cleared', 'faults']);
    end();
    await bench.call('GET', '/v1/users/me');
    expect(told).toHaveLength(5);
  });
});

test('a reset forgets tokens, used assertions and faults; apps and keys stay', async () => {
  const token = await bench.mint();
  const authorization = `Bearer ${bench.assertion()}`;
  expect((await bench.exchange({ authorization })).status).toBe(200);
  bench.practice.setFaults({ appDeactivated: true });
  bench.practice.reset();
  expect(bench.practice.faults()).toEqual(noFaults);
  expect((await bench.call('GET', '/v1/users/me', { token })).status).toBe(401);
  expect((await bench.exchange({ authorization })).status).toBe(200);
});
