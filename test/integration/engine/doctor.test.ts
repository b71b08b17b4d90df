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
  expect.poll(() => lastOf(runId)?.state).toBe(state);

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

const activity = async () => (await app.call('app.snapshot', null)).activity;

test('leaves a record of the exchange and of the call, as if a person had made them', async () => {
  await inState(await examine({ endpointId: 'chat_v3' }), 'done');
  const [call, mint, ...others] = await activity();
  expect(others).toEqual([]);
  const { name: appName } = (await app.call('app.snapshot', null)).profile.apps[0] ?? {};
  expect(mint).toMatchObject({ kind: 'mint', appName, problem: null, jti: expect.any(String) });
  expect(mint?.claims).toEqual(expect.arrayContaining(['iss', 'aud', 'iat', 'exp', 'jti']));
  expect(call).toMatchObject({
    kind: 'call',
    appName,
    subject: 'GET /v1/users/me',
    status: 200,
    logId: expect.stringMatching(/^\d{14}/),
    jti: null,
  });
});

test('leaves the refusal in the records when the exchange is refused', async () => {
  app.practice.setFaults({ appDeactivated: true });
  await inState(await examine(), 'stopped');
  expect(await activity()).toMatchObject([
    { kind: 'mint', status: 403, problem: { code: 'exchange/refused', params: { kind: 'app-deactivated' } } },
  ]);
});

test('takes an answer for its own run only, once, and not after it was cancelled', async () => {
  app.practice.setFaults({ appDeactivated: true });
  const runId = await examine();
  await inState(runId, 'stopped');
  await app.call('doctor.answer', { runId: 'somebody-else', to: 'go-on', yes: true });
  expect(lastOf(runId)?.question).toEqual({ kind: 'go-on', after: 'exchange' });
  await app.call('doctor.cancel', { runId });
  await app.call('doctor.answer', { runId, to: 'go-on', yes: true });
  await inState(runId, 'cancelled');
  expect(await app.problem('doctor.answer', { runId, to: 'maybe' as 'go-on', yes: true })).toMatchObject({
    code: 'input/invalid',
  });
});

async function stoppedRun(): Promise<string> {
  app.practice.setFaults({ appDeactivated: true });
  const runId = await examine();
  await inState(runId, 'stopped');
  return runId;
}

const noQuestion = (runId: string) =>
  expect.poll(() => lastOf(runId)).toMatchObject({ state: 'stopped', question: null });

test('a run that waits ends when the app becomes another one, and not for a new name', async () => {
  const runId = await stoppedRun();
  const [stored] = (await app.call('app.snapshot', null)).profile.apps;
  if (stored === undefined) throw new Error('There is no app.');
  const { id, defaults: _, ...fields } = stored;
  await app.call('apps.save', { id, fields: { ...fields, name: 'Renamed' } });
  expect(lastOf(runId)?.question).not.toBeNull();
  await app.call('apps.save', { id, fields: { ...fields, clientId: '1127900106118' } });
  await noQuestion(runId);
});

test('a run that waits ends when its key or its app is deleted, and nothing is sent for it any more', async () => {
  const withKey = await stoppedRun();
  const { keys } = (await app.call('app.snapshot', null)).profile;
  await app.call('keys.delete', { keyId: keys[0]?.id ?? '' });
  await noQuestion(withKey);
  const sent = app.practice.log().length;
  await app.call('doctor.answer', { runId: withKey, to: 'go-on', yes: true });
  expect(app.practice.log()).toHaveLength(sent);

  const withApp = await examine();
  await inState(withApp, 'stopped');
  await app.call('apps.delete', { appId });
  await noQuestion(withApp);
});
