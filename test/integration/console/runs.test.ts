import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import type { CallInput } from '../../../shared/bridge.ts';
import type { ConsoleRun, RunRequest } from '../../../shared/console-run.ts';
import type { OAuthApp } from '../../../shared/coze/app.ts';
import { createMachine, type RunningApp, type TestMachine } from '../engine/run-engine.ts';
import { ended, textOf } from './run-bench.ts';

let machine: TestMachine;
let app: RunningApp;
let practice: OAuthApp;

beforeEach(async () => {
  machine = await createMachine();
  app = await machine.start();
  practice = await app.call('practice.setUp', { hold: 'this-run' });
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

const request = (changes: Partial<RunRequest> = {}): CallInput<'console.start'>['request'] => ({
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

async function send(changes: Partial<RunRequest> = {}): Promise<ConsoleRun> {
  const { runId } = await app.call('console.start', { request: request(changes) });
  return ended(app, runId);
}

describe('a request to practice Coze', () => {
  it('mints a token, and says what came of it', async () => {
    const run = await send();
    expect(run).toMatchObject({
      stage: 'done',
      minted: true,
      head: { status: 200, contentType: 'application/json; charset=utf-8' },
      envelope: { code: 0 },
      body: { kind: 'json', truncated: false, onDisk: false },
      eventCount: null,
      problem: null,
    });
    expect(run.head?.logId).toMatch(/^\w{20,}$/);
    expect(await textOf(app, run)).toContain('"user_id"');
  });

  it('tells every event of a stream, in order', async () => {
    const run = await send({
      method: 'POST',
      target: { kind: 'region', path: '/v3/chat' },
      body: {
        kind: 'text',
        contentType: 'application/json',
        text: JSON.stringify({
          bot_id: practiceWorld.botIds[0],
          user_id: 'u-1',
          stream: true,
          additional_messages: [{ role: 'user', content: 'hello', content_type: 'text' }],
        }),
      },
    });
    expect(run).toMatchObject({ stage: 'done', body: { kind: 'events' } });
    const told = app.events.flatMap((event) =>
      event.name === 'consoleEvents' && event.payload.runId === run.runId ? event.payload.events : [],
    );
    expect(told.map(({ index }) => index)).toStrictEqual(
      Array.from({ length: run.eventCount ?? 0 }, (_, index) => index),
    );
    expect(told.at(0)?.event).toBe('conversation.chat.created');
    expect(told.at(-1)?.event).toBe('done');
    expect(await app.call('console.events', { runId: run.runId, from: 0, limit: 10_000 })).toStrictEqual(
      told,
    );
  });
});
