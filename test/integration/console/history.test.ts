import { generateKeyPairSync } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../shared/console-run.ts';
import { openBench, type RunBench, token } from './run-bench.ts';

let bench: RunBench;

beforeEach(async () => {
  bench = await openBench();
});

afterEach(() => bench.close());

async function entries(count: number, query = ''): Promise<readonly HistoryEntry[]> {
  await expect
    .poll(async () => (await bench.app.call('history.list', { query, before: null, limit: 500 })).total)
    .toBe(count);
  return (await bench.app.call('history.list', { query, before: null, limit: 500 })).entries;
}

async function onlyEntry(): Promise<HistoryEntry> {
  const [entry] = await entries(1);
  if (entry === undefined) throw new Error('nothing is kept');
  return entry;
}

const keptFiles = async () =>
  Object.entries(await bench.machine.files()).filter(([name]) => name.startsWith('history'));

describe('the history', () => {
  it('has what was sent and what came back, also after a restart', async () => {
    const at = await bench.serve((_request, response) => {
      response.setHeader('X-Tt-Logid', '20261122LOG');
      response.setHeader('Content-Type', 'application/json');
      response.end('{"code":4000,"msg":"no","data":{"id":7501234567890123456}}');
    });
    await bench.send(at, {
      method: 'POST',
      query: [['bot_id', '7501234567890123456']],
      body: { kind: 'text', contentType: 'application/json', text: '{"id":7501234567890123456}' },
    });
    const entry = await onlyEntry();
    expect(entry).toMatchObject({
      appName: 'My PAT',
      method: 'POST',
      url: `${at}/v1/things?bot_id=7501234567890123456`,
      status: 200,
      code: 4000,
      problemCode: null,
      logId: '20261122LOG',
      requestBytes: 26,
      answerBytes: 58,
    });
    await bench.app.quit();
    const app = await bench.machine.start();
    const opened = await app.call('history.open', { historyId: entry.historyId });
    expect(opened).toMatchObject({
      bodyLeftOut: false,
      request: {
        method: 'POST',
        target: { kind: 'region', path: '/v1/things' },
        query: [['bot_id', '7501234567890123456']],
        body: { kind: 'text', text: '{"id":7501234567890123456}' },
      },
      run: { stage: 'done', envelope: { code: 4000, msg: 'no' }, body: { kind: 'json', truncated: false } },
    });
    expect((await app.call('console.runs', null)).map(({ runId }) => runId)).toEqual([opened.run.runId]);
    const body = app.engine.openBody(opened.run.body?.bodyId ?? '', null);
    const chunks: Buffer[] = [];
    for await (const chunk of body?.read() ?? []) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toContain('7501234567890123456');
    await app.quit();
  });

  it('opens a stream with its events and when each came', async () => {
    const at = await bench.serve((_request, response) => {
      response.setHeader('Content-Type', 'text/event-stream');
      response.end('event: delta\ndata: {"a":1}\n\nevent: done\ndata: [DONE]\n\n');
    });
    await bench.send(at);
    const { historyId } = await onlyEntry();
    const { run } = await bench.app.call('history.open', { historyId });
    const events = await bench.app.call('console.events', { runId: run.runId, from: 0, limit: 10 });
    expect(run.eventCount).toBe(2);
    expect(events.map(({ index, event, data }) => [index, event, data])).toEqual([
      [0, 'delta', '{"a":1}'],
      [1, 'done', '[DONE]'],
    ]);
  });

  it('keeps what failed and what was cancelled', async () => {
    const at = await bench.serveRaw((socket) => socket.resetAndDestroy());
    await bench.send(at);
    const silent = await bench.serve(() => undefined);
    const runId = await bench.start(await bench.request(silent));
    await bench.reached(runId, ({ stage }) => stage === 'waiting');
    await bench.app.call('console.cancel', { runId });
    await bench.ended(runId);
    expect((await entries(2)).map(({ problemCode, status }) => [problemCode, status])).toEqual([
      ['cancelled', null],
      ['http/reset', null],
    ]);
  });

  it('keeps what was dropped on its way, and all of what was dropped as soon as it came', async () => {
    const silent = await bench.serve(() => undefined);
    const onItsWay = await bench.start(await bench.request(silent));
    await bench.reached(onItsWay, ({ stage }) => stage === 'waiting');
    await bench.app.call('console.dropRun', { runId: onItsWay });
    const [cancelled] = await entries(1);
    expect(cancelled).toMatchObject({ problemCode: 'cancelled', status: null });

    const at = await bench.serve((_request, response) => response.end(Buffer.alloc(9 * 1024 * 1024, 'x')));
    const { runId } = await bench.send(at);
    await bench.app.call('console.dropRun', { runId });
    const [whole] = await entries(2);
    const { run } = await bench.app.call('history.open', { historyId: whole?.historyId ?? '' });
    expect(await bench.textOf(run)).toHaveLength(9 * 1024 * 1024);
  });

  it('holds no token, key or password, wherever it stood', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const jwt = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"iss":"1"}').toString('base64url')}.c2lnbmF0dXJl`;
    const channelToken = `czs_${'Qw3rTy'.repeat(8)}`;
    const secrets = [
      token,
      privateKey.split('\n')[3] ?? '',
      jwt,
      channelToken,
      'hunter2hunter2',
      'c2Vzc2lvbg',
    ];
    const at = await bench.serve((request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Set-Cookie', 'sid=c2Vzc2lvbg; Path=/');
      response.setHeader('X-Repeated', request.headers.authorization ?? '');
      response.end(
        JSON.stringify({
          code: 0,
          msg: `sent by ${channelToken}`,
          access_token: channelToken,
          key: privateKey,
          jwt,
          authorization: request.headers.authorization,
        }),
      );
    });
    await bench.send(at, {
      method: 'POST',
      query: [
        ['token', 'hunter2hunter2'],
        ['access_token', channelToken],
      ],
      headers: [
        ['X-Api-Key', 'hunter2hunter2'],
        ['X-Forwarded', `Bearer ${token}`],
      ],
      body: {
        kind: 'text',
        contentType: 'application/json',
        text: JSON.stringify({ privateKey, jwt, token }),
      },
    });
    const { historyId } = await onlyEntry();
    const files = await keptFiles();
    expect(files.length).toBe(3);
    for (const secret of secrets) {
      expect(files.filter(([, content]) => content.includes(secret)).map(([name]) => name)).toEqual([]);
    }
    const opened = JSON.stringify(await bench.app.call('history.open', { historyId }));
    for (const secret of secrets) expect(opened).not.toContain(secret);
  });

  it('holds no token of another request that an answer repeats, whatever it looks like', async () => {
    const opaque = 'an-opaque-token.of-7342866812345678901';
    await bench.app.call('tokens.hold', {
      name: 'mine',
      text: opaque,
      region: { kind: 'custom', baseUrl: 'http://127.0.0.1:9' },
      expiresAt: null,
    });
    const at = await bench.serve((_request, response) => response.end(`{"seen":"${opaque}","n":1}`));
    await bench.send(at, {});
    const { historyId } = await onlyEntry();
    const kept = await keptFiles();
    expect(kept.filter(([, content]) => content.includes(opaque))).toEqual([]);
    expect(kept.some(([name, content]) => name.includes(historyId) && content.includes('"n":1'))).toBe(true);
  });

  it('finds by path, name of the endpoint, status, code and log id', async () => {
    const at = await bench.serve((request, response) => {
      response.statusCode = request.url?.startsWith('/v1/users') === true ? 401 : 200;
      response.setHeader('X-Tt-Logid', `LOG${response.statusCode}`);
      response.setHeader('Content-Type', 'application/json');
      response.end('{"code":4100,"msg":""}');
    });
    await bench.send(at, { target: { kind: 'region', path: '/v1/users/me' }, endpointId: 'users_me' });
    await bench.send(at, { target: { kind: 'region', path: '/v1/%E5%90%8D' } });
    await entries(2);
    for (const [query, count] of [
      ['users/me', 1],
      ['USERS 401', 1],
      ['log200', 1],
      ['名', 1],
      ['4100', 2],
      ['users 200', 0],
    ] as const) {
      expect([query, (await entries(count, query)).length]).toEqual([query, count]);
    }
  });

  it('goes page by page, and forgets what is deleted', async () => {
    const at = await bench.serve((_request, response) => response.end('ok'));
    for (let count = 0; count < 3; count += 1) await bench.send(at);
    const all = await entries(3);
    const first = await bench.app.call('history.list', { query: '', before: null, limit: 2 });
    const rest = await bench.app.call('history.list', {
      query: '',
      before: first.entries[1]?.historyId ?? '',
      limit: 2,
    });
    expect([...first.entries, ...rest.entries]).toEqual(all);
    const historyId = all[0]?.historyId ?? '';
    await bench.app.call('history.remove', { historyIds: [historyId] });
    expect((await bench.app.problem('history.open', { historyId })).code).toBe('history/entry-gone');
    expect(await entries(2)).toEqual(all.slice(1));
    await bench.app.call('history.clear', null);
    expect(await bench.app.call('history.usage', null)).toEqual({ count: 0, bytes: 0, problem: null });
    expect((await keptFiles()).map(([name]) => name)).toEqual([path.join('history', 'index.jsonl')]);
  });

  it('keeps none when a person wants none', async () => {
    const at = await bench.serve((_request, response) => response.end('ok'));
    await bench.send(at);
    await entries(1);
    await bench.app.call('settings.change', { history: { entries: 0, megabytes: 256 } });
    await entries(0);
    await bench.send(at);
    await bench.app.quit();
    expect((await keptFiles()).map(([name]) => name)).toEqual([path.join('history', 'index.jsonl')]);
  });

  it('says that it cannot be written, and the answer is there all the same', async () => {
    await writeFile(path.join(bench.machine.folder, 'history'), 'in the way');
    const at = await bench.serve((_request, response) => response.end('ok'));
    const run = await bench.send(at);
    expect(await bench.textOf(run)).toBe('ok');
    await expect
      .poll(async () => (await bench.app.call('history.usage', null)).problem?.code)
      .toBe('storage/unwritable');
    await rm(path.join(bench.machine.folder, 'history'));
    await bench.send(at);
    await entries(1);
    expect((await bench.app.call('history.usage', null)).problem).toBeNull();
  });

  it('deletes nothing when the index cannot say so', async () => {
    const at = await bench.serve((_request, response) => response.end('ok'));
    await bench.send(at);
    const { historyId } = await onlyEntry();
    const index = path.join(bench.machine.folder, 'history', 'index.jsonl');
    await rm(index);
    await mkdir(index);
    const problem = await bench.app.problem('history.remove', { historyIds: [historyId] });
    expect(problem).toMatchObject({ code: 'storage/unwritable', remedies: ['retry'] });
    expect(await onlyEntry()).toMatchObject({ historyId });
    await bench.app.quit();
    const app = await bench.machine.start();
    expect((await app.call('history.list', { query: '', before: null, limit: 9 })).total).toBe(1);
    await app.quit();
  });
});
