import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DoctorReport } from '../../../shared/doctor.ts';
import { createMachine, type RunningApp, type TestMachine } from './run-engine.ts';

let machine: TestMachine;
let app: RunningApp;
let appId: string;

beforeEach(async () => {
  machine = await createMachine();
  app = await machine.start();
  appId = (await app.call('practice.setUp', { hold: 'keychain' })).id;
});
afterEach(async () => {
  await app.quit();
  await machine.remove();
});

function reportsOf(runId: string): readonly DoctorReport[] {
  return app.events.flatMap((event) =>
    event.name === 'doctor' && event.payload.runId === runId ? [event.payload.report] : [],
  );
}

const lastOf = (runId: string) => reportsOf(runId).at(-1);

async function examine(input: { readonly endpointId?: string } = {}): Promise<string> {
  const { runId } = await app.call('doctor.run', { appId, endpointId: input.endpointId ?? null });
  return runId;
}

const inState = (runId: string, state: DoctorReport['state']) =>
  expect.poll(() => lastOf(runId)?.state, { timeout: 15_000 }).toBe(state);

test('examines the practice app, starts practice Coze for it, and keeps the token', async () => {
  await app.call('practice.stop', null);
  const runId = await examine();
  await inState(runId, 'done');
  expect(lastOf(runId)).toMatchObject({ cause: null, appId, version: '0.1.0', platform: 'linux' });
  expect((await app.call('app.snapshot', null)).tokens).toHaveLength(1);
  expect(machine.crossed.join('')).not.toMatch(/czs_[A-Za-z0-9_-]{12}|PRIVATE KEY/);
});

test('stops at a cause, goes on when the answer is yes, and then takes no further answer', async () => {
  app.practice.setFaults({ appDeactivated: true });
  const runId = await examine({ endpointId: 'chat_v3' });
  await inState(runId, 'stopped');
  expect(lastOf(runId)?.question).toEqual({ kind: 'go-on', after: 'exchange' });
  await app.call('doctor.answer', { runId, to: 'other-region', yes: true });
  expect(lastOf(runId)?.state).toBe('stopped');
  await app.call('doctor.answer', { runId, to: 'go-on', yes: true });
  await inState(runId, 'done');
  expect(lastOf(runId)?.checks.at(-1)?.finding).toBe('permission-of-app');
  await app.call('doctor.answer', { runId, to: 'go-on', yes: true });
  await app.call('doctor.cancel', { runId });
  expect(lastOf(runId)?.state).toBe('done');
});

test('is cancelled by its call, and by the end of its window', async () => {
  app.practice.setFaults({ nextAnswers: { fault: { kind: 'delay', milliseconds: 60_000 }, times: 10 } });
  const first = await examine();
  await inState(first, 'running');
  await app.call('doctor.cancel', { runId: first });
  await inState(first, 'cancelled');

  const window = new AbortController();
  const context = { signal: new AbortController().signal, windowGone: window.signal };
  const { runId } = await app.engine.handlers['doctor.run']({ appId, endpointId: null }, context);
  await inState(runId, 'running');
  window.abort();
  await inState(runId, 'cancelled');
});

test('hours of difference are a warning where assertions are signed on the server’s clock, else the cause', async () => {
  app.practice.setFaults({ clockOffsetSeconds: 7200 });
  const corrected = await examine();
  await inState(corrected, 'done');
  expect(lastOf(corrected)?.cause).toBeNull();
  expect(lastOf(corrected)?.checks.find(({ name }) => name === 'clock')?.finding).toBe('clock-corrected');

  await app.call('settings.change', { useServerClock: false });
  const local = await examine();
  await inState(local, 'stopped');
  expect(lastOf(local)?.cause).toBe('clock');
});

test('an app that is not there is a problem, not a run', async () => {
  const problem = await app.problem('doctor.run', { appId: 'nobody', endpointId: null });
  expect(problem.code).toBe('app/not-found');
});
