import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { noFaults } from '../../../shared/practice-faults.ts';
import type { PracticeDetail } from '../../../shared/practice-schema.ts';
import { eventually } from '../../eventually.ts';
import { createMachine, type RunningApp, type TestMachine, userRequest } from './run-engine.ts';

let machine: TestMachine;
let app: RunningApp;
let appId: string;

beforeEach(async () => {
  machine = await createMachine();
  app = await machine.start();
  appId = (await app.call('practice.setUp', { hold: 'this-run' })).id;
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

const mint = () => app.call('tokens.mint', { appId, options: defaultMintOptions });

const mintProblem = () => app.problem('tokens.mint', { appId, options: defaultMintOptions });

const callMe = () => app.send(userRequest({ kind: 'app', appId }));

async function newest(): Promise<PracticeDetail> {
  const { entries } = await app.call('practice.log', null);
  const number = entries.at(-1)?.number ?? 0;
  const detail = await app.call('practice.request', { number });
  if (detail === null) throw new Error('The log is empty.');
  return detail;
}

describe('the explanation of a failure', () => {
  const keyRemoved = [{ code: 'practice-fault', params: {}, remedy: 'end-practice-faults' }];
  const newestActivity = async () => (await app.call('app.snapshot', null)).activity[0];

  it('stays what it was when the fault is switched off', async () => {
    await app.call('practice.setFaults', { keyRemoved: true });
    const { causes } = await mintProblem();
    expect(causes).toEqual(keyRemoved);
    await app.call('practice.setFaults', noFaults);
    expect((await newestActivity())?.problem?.causes).toEqual(keyRemoved);
  });

  it('is there for an assertion that was signed before, too', async () => {
    const { id } = await mint();
    const { jwt } = await app.call('tokens.assertion', { tokenId: id });
    await app.call('practice.setFaults', { keyRemoved: true });
    const { durationSeconds, scope } = defaultMintOptions;
    const problem = await app.problem('tokens.exchange', { appId, jwt, durationSeconds, scope });
    expect(problem.causes).toEqual(keyRemoved);
  });
});

describe('the log', () => {
  it('tells of a token request with every check, what came and what was answered, and no secret', async () => {
    const { id } = await mint();
    const { text } = await app.call('tokens.reveal', { tokenId: id });
    const { jwt } = await app.call('tokens.assertion', { tokenId: id });
    const detail = await newest();
    expect(detail).toMatchObject({
      method: 'POST',
      path: '/api/permission/oauth2/token',
      endpointId: 'oauth_token_jwt',
      app: { clientId: '1190000000137' },
      status: 200,
      refusedWith: null,
      refusal: null,
      fault: null,
    });
    expect(detail.checks.map(({ state }) => state)).toEqual(detail.checks.map(() => 'passed'));
    const { kid } = JSON.parse(detail.assertion?.header ?? '');
    expect(detail.checks.find(({ name }) => name === 'kid-registered')).toMatchObject({
      seen: kid,
      wanted: kid,
    });
    expect(JSON.parse(detail.answer.body ?? '')).toMatchObject({
      access_token: expect.stringContaining('redacted'),
    });
    const log = JSON.stringify([detail, await app.call('practice.log', null)]);
    expect(log).not.toContain(text);
    for (const segment of jwt.split('.')) expect(log).not.toContain(segment);
  });

  it('tells of a refusal: what was seen, what is accepted, and which part nobody documented', async () => {
    await app.call('practice.setFaults', { clockOffsetSeconds: 7200 });
    await app.call('settings.change', { useServerClock: false });
    expect((await mintProblem()).code).toBe('exchange/refused');
    const { checks, refusal, refusedWith } = await newest();
    const failed = checks.find(({ state }) => state === 'failed');
    expect(failed).toMatchObject({ name: 'not-expired', wanted: expect.stringMatching(/^> \d{10}$/) });
    expect(failed?.seen).toMatch(/^\d{10}$/);
    expect(checks.find(({ name }) => name === 'scope')).toMatchObject({ state: 'not-reached', seen: null });
    expect(refusedWith).toBe('invalid_client');
    expect(refusal?.undocumented).toEqual(['status', 'message']);
  });

  it('masks the token of a call and keeps every digit of the answer', async () => {
    await callMe();
    const { checks, request, answer, app: sender } = await newest();
    expect(checks[0]).toMatchObject({
      name: 'token-present',
      seen: expect.stringMatching(/^Bearer czs_.{3}….{2}$/),
    });
    expect(request.headers.find(([name]) => name === 'authorization')?.[1]).toMatch(/^Bearer … \(\d+\)$/);
    expect(answer.body).toContain('2478774393250001239');
    expect(sender?.clientId).toBe('1190000000137');
  });

  it('comes as events in lots, each request once and then how long it took', async () => {
    const told = () => app.events.flatMap((event) => (event.name === 'practiceLog' ? [event.payload] : []));
    await mint();
    await Promise.all([callMe(), callMe(), callMe()]);
    await eventually(() => {
      const last = new Map(
        told()
          .flatMap(({ entries }) => entries)
          .map((entry) => [entry.number, entry]),
      );
      expect([...last.values()].map(({ status, durationMs }) => [status, durationMs !== null])).toEqual(
        [1, 2, 3, 4].map(() => [200, true]),
      );
    });
    expect(told().length).toBeLessThan(8);
  });

  it('goes when it is cleared, and numbers go on', async () => {
    await mint();
    const { number } = await newest();
    await app.call('practice.clearLog', null);
    expect((await app.call('practice.log', null)).entries).toEqual([]);
    expect(await app.call('practice.request', { number })).toBe(null);
    await callMe();
    expect((await newest()).number).toBeGreaterThan(number);
  });
});

describe('faults', () => {
  it('are changed by name, told with the status, and counted down by answers', async () => {
    const html = { fault: { kind: 'html' } as const, times: 1 };
    const status = await app.call('practice.setFaults', { nextAnswers: html });
    expect(status.faults).toEqual({ ...noFaults, nextAnswers: html });
    expect((await mintProblem()).code).toBe('exchange/unexpected');
    expect((await app.call('app.snapshot', null)).practice.faults).toEqual(noFaults);
    expect((await newest()).fault).toBe('html');
  });
});

describe('a reset', () => {
  it('forgets tokens, log and faults, and keeps app and key', async () => {
    const { id } = await mint();
    await app.call('practice.setFaults', { keyRemoved: true });
    const { faults, running } = await app.call('practice.reset', null);
    expect({ faults, running }).toEqual({ faults: noFaults, running: true });
    expect((await app.call('practice.log', null)).entries).toEqual([]);
    const request = userRequest({ kind: 'token', tokenId: id });
    const gone = await app.problem('console.start', { request });
    expect(gone).toMatchObject({ code: 'token/not-found' });
    await expect(mint()).resolves.toMatchObject({ appId });
  });
});

describe('the port', () => {
  it('can be chosen, and is the same at the next start', async () => {
    const { port } = await app.call('practice.stop', null).then(() => app.call('practice.start', null));
    await app.call('practice.stop', null);
    expect((await app.call('practice.start', null)).port).toBe(port);
    const [, again] = await Promise.all([app.call('practice.stop', null), app.call('practice.start', null)]);
    expect(again.port).toBe(port);
    await app.call('practice.stop', null);
    expect((await app.call('practice.start', { port: 0 })).running).toBe(true);
  });

  it('that is taken is a problem with a way out; the one of before gives way by itself', async () => {
    const { port: before } = await app.call('practice.start', null);
    await app.call('practice.stop', null);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(before ?? 0, '127.0.0.1', resolve));
    try {
      const { port } = other.address() as AddressInfo;
      expect(await app.problem('practice.start', { port })).toMatchObject({
        code: 'practice/port-in-use',
        params: { port },
        remedies: ['use-free-port'],
      });
      const { running, port: free } = await app.call('practice.start', null);
      expect(running).toBe(true);
      expect(free).not.toBe(port);
    } finally {
      other.close();
    }
  });
});

describe('a stop', () => {
  it('holds until a person asks for something, which is then said', async () => {
    await app.call('practice.stop', null);
    await mint();
    expect((await app.call('app.snapshot', null)).practice).toMatchObject({
      running: true,
      startedByUse: true,
    });
    await app.call('practice.stop', null);
    expect((await app.call('practice.start', null)).startedByUse).toBeUndefined();
  });
});
