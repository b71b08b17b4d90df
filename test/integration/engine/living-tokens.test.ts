import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../shared/bridge.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { createMemorySecretStore, type MemorySecretStore } from '../../electron/keys/memory-secret-store.ts';
import { eventually } from '../../eventually.ts';
import { createMachine, type RunningApp, type TestMachine, userRequest } from './run-engine.ts';

/** Milliseconds that true time, and that the local clock alone, is ahead of the machine's. */
let passed = 0;
let set = 0;
let secrets: MemorySecretStore;
let machine: TestMachine;
let app: RunningApp;
let practice: OAuthApp;

beforeEach(async () => {
  passed = 0;
  set = 0;
  secrets = createMemorySecretStore();
  machine = await createMachine({
    secrets,
    clock: { now: () => epochMilliseconds(Date.now() + passed + set) },
    steady: { now: () => performance.now() + passed },
  });
  app = await machine.start();
  practice = await app.call('practice.setUp', { hold: 'keychain' });
});

afterEach(async () => {
  await app.quit();
  await machine.remove();
});

/** As a machine that slept. */
function letPass(seconds: number): void {
  passed += seconds * 1000;
  app.engine.woke();
}

const snapshot = () => app.call('app.snapshot', null);
const tokens = async () => (await snapshot()).tokens;
const activity = async () => (await snapshot()).activity;

async function tokenOf(id: string): Promise<AccessToken> {
  const token = (await tokens()).find((candidate) => candidate.id === id);
  if (token === undefined) throw new Error('the token is gone');
  return token;
}

const mint = (changes: Partial<typeof defaultMintOptions> = {}) =>
  app.call('tokens.mint', { appId: practice.id, options: { ...defaultMintOptions, ...changes } });

const whoAmI = () => app.send(userRequest({ kind: 'app', appId: practice.id }));

describe('a token that renews by itself', () => {
  beforeEach(async () => {
    await app.call('apps.setAutoRenew', { appId: practice.id, autoRenew: true });
  });

  it('is one of an app that says so, and is renewed before it expires when it was used', async () => {
    const { id } = await mint({ sessionName: 'u-1001' });
    expect(await tokenOf(id)).toMatchObject({ autoRenew: true, source: 'minted', replaces: null });
    await whoAmI();
    letPass(820);
    await eventually(async () => expect((await tokenOf(id)).replacedBy).not.toBeNull());
    await eventually(async () =>
      expect((await tokens())[0]).toMatchObject({
        replaces: id,
        autoRenew: true,
        uses: 0,
        options: { sessionName: 'u-1001' },
        renewal: { state: 'waiting' },
      }),
    );
    const [next] = await tokens();
    letPass(100);
    await eventually(async () => expect((await tokens()).map((token) => token.id)).toStrictEqual([next?.id]));
  });

  it('is not renewed when nobody used it, until it is copied', async () => {
    const { id } = await mint();
    letPass(850);
    await eventually(async () => expect((await tokenOf(id)).renewal?.state).toBe('idle-unused'));
    await app.call('tokens.copy', { tokenId: id, form: 'token' });
    await eventually(async () => expect((await tokenOf(id)).replacedBy).not.toBeNull());
  });

  it('stops when Coze refuses for good, says why, and goes on when it is asked to', async () => {
    const { id } = await mint();
    await app.call('tokens.reveal', { tokenId: id });
    app.practice.setFaults({ keyRemoved: true });
    letPass(850);
    await eventually(async () => expect((await tokenOf(id)).renewal?.state).toBe('stopped'));
    expect((await tokenOf(id)).renewal?.problem).toMatchObject({ params: { kind: 'kid-not-registered' } });
    app.practice.setFaults({ keyRemoved: false });
    await app.call('tokens.setAutoRenew', { tokenId: id, autoRenew: true });
    await eventually(async () => expect((await tokenOf(id)).replacedBy).not.toBeNull());
  });

  it('is tried again after a failure of the server', async () => {
    const { id } = await mint();
    await app.call('tokens.reveal', { tokenId: id });
    app.practice.setFaults({ nextAnswers: { fault: { kind: 'server-error' }, times: 1 } });
    letPass(850);
    await eventually(async () => expect((await tokenOf(id)).replacedBy).not.toBeNull());
    expect((await activity()).slice(0, 2)).toMatchObject([{ problem: null }, { status: 500 }]);
  });

  it('is not renewed for an app that has become another one', async () => {
    const { id } = await mint();
    await app.call('tokens.reveal', { tokenId: id });
    const { id: appId, defaults: _defaults, ...fields } = practice;
    await app.call('apps.save', { id: appId, fields: { ...fields, clientId: '1190000000138' } });
    letPass(850);
    await eventually(async () =>
      expect((await tokenOf(id)).renewal).toMatchObject({
        state: 'stopped',
        problem: { code: 'token/app-changed' },
      }),
    );
  });

  it('stays expired when it is renewed by nobody and forgotten', async () => {
    const { id } = await mint();
    await app.call('tokens.reveal', { tokenId: id });
    await app.call('tokens.forget', { tokenId: id });
    const before = app.practice.log().length;
    letPass(850);
    await app.call('tokens.hold', { name: 'x', text: 'pat_x', region: { kind: 'cn' }, expiresAt: null });
    expect(app.practice.log()).toHaveLength(before);
  });
});

describe('a server whose clock is another one', () => {
  it.each([3600 * 3, -3600 * 3])('by %d s gets an assertion that is signed on its clock', async (skew) => {
    app.practice.setFaults({ clockOffsetSeconds: skew });
    const token = await mint();
    expect(Math.abs(token.clockOffsetMs - skew * 1000)).toBeLessThan(2000);
    const entries = await activity();
    expect(entries).toMatchObject([
      { kind: 'mint', problem: null, clockCorrectedMs: token.clockOffsetMs },
      { kind: 'mint', problem: { code: 'exchange/refused' }, clockCorrectedMs: null },
    ]);
    const { clocks } = await snapshot();
    expect(clocks).toMatchObject([{ api: app.practice.url(), offsetMs: token.clockOffsetMs }]);
    await mint();
    expect(await activity()).toHaveLength(3);
    expect(await whoAmI()).toMatchObject({ head: { status: 200 }, minted: false });
  });

  it('refuses what is signed on the local clock, when the settings want that', async () => {
    await app.call('settings.change', { useServerClock: false });
    app.practice.setFaults({ clockOffsetSeconds: 7200 });
    const problem = await app.problem('tokens.mint', { appId: practice.id, options: defaultMintOptions });
    expect(problem.code).toBe('exchange/refused');
    expect(await activity()).toHaveLength(1);
  });

  it('is right again as soon as the local clock is set right', async () => {
    set = -5 * 3600 * 1000;
    app.engine.woke();
    app.practice.setFaults({ clockOffsetSeconds: 5 * 3600 });
    const { id, clockOffsetMs } = await mint();
    expect(Math.round(clockOffsetMs / 3_600_000)).toBe(5);
    set = 0;
    app.practice.setFaults({ clockOffsetSeconds: 0 });
    app.engine.woke();
    expect(Math.abs((await tokenOf(id)).clockOffsetMs)).toBeLessThan(2000);
    expect(app.events.at(-1)).toMatchObject({ name: expect.stringMatching(/tokens|clocks/) });
    expect(await whoAmI()).toMatchObject({ head: { status: 200 }, tokenId: id });
  });
});

describe('a token that the API does not take any more', () => {
  it('is renewed once, and the request sent once more; both are told', async () => {
    const { id } = await mint({ sessionName: 'u-7' });
    app.practice.setFaults({ clockOffsetSeconds: 1000 });
    const answer = await whoAmI();
    expect(answer).toMatchObject({
      head: { status: 200 },
      minted: true,
      retriedAfter: { status: 401, code: 4100, logId: expect.any(String) },
    });
    expect(answer.tokenId).not.toBe(id);
    expect(await tokenOf(answer.tokenId ?? '')).toMatchObject({
      replaces: id,
      options: { sessionName: 'u-7' },
    });
    const kinds = (await activity()).map(({ kind, status }) => `${kind} ${status}`);
    expect(kinds.filter((line) => line.startsWith('call'))).toStrictEqual(['call 200', 'call 401']);
  });

  it('is renewed once for all requests that it fails', async () => {
    await mint();
    app.practice.setFaults({ clockOffsetSeconds: 1000 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => whoAmI()));
    expect(new Set(answers.map(({ tokenId }) => tokenId)).size).toBe(1);
    expect(answers.map(({ head }) => head?.status)).toStrictEqual([200, 200, 200, 200, 200, 200]);
  });

  it('leaves the refusal as the answer when it cannot be renewed, and says why', async () => {
    await mint();
    app.practice.setFaults({ clockOffsetSeconds: 1000, appDeactivated: true });
    expect(await whoAmI()).toMatchObject({
      head: { status: 401 },
      envelope: { code: 4100 },
      retriedAfter: null,
      renewalProblem: { code: expect.stringMatching(/^exchange\//) },
    });
  });
});

describe('many at once', () => {
  it('mint ten sessions side by side, one token each', async () => {
    const minted = await Promise.all(Array.from({ length: 10 }, (_, n) => mint({ sessionName: `u-${n}` })));
    expect(new Set(minted.map(({ id }) => id)).size).toBe(10);
    expect((await tokens()).map(({ options }) => options.sessionName).toSorted()).toStrictEqual(
      Array.from({ length: 10 }, (_, n) => `u-${n}`),
    );
  });

  it('share one mint among requests that find no token', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => whoAmI()));
    expect(answers.filter(({ minted }) => minted)).toHaveLength(1);
    expect((await activity()).filter(({ kind }) => kind === 'mint')).toHaveLength(1);
  });
});

describe('a token that was pasted', () => {
  const hold = (changes: Partial<CallInput<'tokens.hold'>> = {}) =>
    app.call('tokens.hold', {
      name: '我的 PAT',
      text: 'Bearer "pat_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpF"',
      region: { kind: 'cn' },
      expiresAt: null,
      ...changes,
    });

  it('is held without a known end, and copied like any other', async () => {
    const token = await hold();
    expect(token).toMatchObject({
      source: 'pasted',
      appId: null,
      appName: '我的 PAT',
      mask: 'pat_RQO…pF',
      expiresAt: null,
      autoRenew: false,
      renewal: null,
    });
    await app.call('tokens.copy', { tokenId: token.id, form: 'header' });
    expect(machine.clipboard.text).toBe('Authorization: Bearer pat_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpF');
    expect(JSON.stringify(await snapshot())).not.toContain('RQOhsc7v');
  });

  it('is held once for one API, however often it is pasted', async () => {
    const first = await hold();
    expect(await hold({ name: 'again', expiresAt: 1_999_999_999 })).toStrictEqual(first);
    expect((await hold({ region: { kind: 'com' } })).id).not.toBe(first.id);
    expect(await tokens()).toHaveLength(2);
  });

  it('is neither renewed nor has an assertion', async () => {
    const { id } = await hold();
    expect((await app.problem('tokens.renew', { tokenId: id })).code).toBe('token/cannot-renew');
    expect((await app.problem('tokens.setAutoRenew', { tokenId: id, autoRenew: true })).code).toBe(
      'token/cannot-renew',
    );
    expect((await app.problem('tokens.assertion', { tokenId: id })).code).toBe('token/no-assertion');
  });

  it('is refused when it is something else', async () => {
    const { id } = await mint();
    const { jwt } = await app.call('tokens.assertion', { tokenId: id });
    const refused = (text: string) =>
      app.problem('tokens.hold', { name: 'x', text, region: { kind: 'cn' }, expiresAt: null });
    expect((await refused(jwt)).code).toBe('paste/is-jwt');
    expect((await refused('Bearer ')).code).toBe('paste/empty');
  });
});

describe('forgetting', () => {
  it('can be taken back, with the text that was pasted', async () => {
    const region = { kind: 'cn' } as const;
    const held = await app.call('tokens.hold', { name: 'x', text: 'pat_x', region, expiresAt: null });
    const { undoId } = await app.call('tokens.forget', { tokenId: held.id });
    expect(await tokens()).toStrictEqual([]);
    await app.call('undo.run', { undoId });
    expect(await tokens()).toStrictEqual([held]);
    expect(await app.call('tokens.reveal', { tokenId: held.id })).toStrictEqual({ text: 'pat_x' });
  });

  it('takes all tokens at once and says how many', async () => {
    await mint();
    await mint();
    expect(await app.call('tokens.forgetAll', null)).toStrictEqual({ count: 2 });
    expect(await tokens()).toStrictEqual([]);
    expect(await app.call('tokens.forgetAll', null)).toStrictEqual({ count: 0 });
  });
});

describe('a notice before a token ends', () => {
  it('comes in time, renews by its button, and goes', async () => {
    const { id } = await mint();
    letPass(790);
    await eventually(() => expect(machine.notices.has(id)).toBe(true));
    expect(machine.notices.get(id)?.title).toMatch(/^“练习应用”的令牌将在 01:\d\d 后到期$/);
    machine.notices.get(id)?.onAction('renew');
    await eventually(async () => expect((await tokenOf(id)).replacedBy).not.toBeNull());
    await eventually(() => expect(machine.notices.size).toBe(0));
  });
});

describe('keeping tokens', () => {
  async function restart(): Promise<void> {
    await app.quit();
    app = await machine.start();
    await eventually(async () => expect((await snapshot()).keychain).toBe('ready'));
  }

  it('brings live ones back after a restart, out of the keychain alone', async () => {
    await app.call('settings.change', { keepTokens: true });
    const [short, long] = [await mint({ durationSeconds: 60 }), await mint({ durationSeconds: 3600 })];
    const { text } = await app.call('tokens.reveal', { tokenId: long.id });
    await app.quit();
    expect(JSON.stringify(await machine.files())).not.toContain(text.slice(6, 30));
    passed += 120_000;
    app = await machine.start();
    await eventually(async () => expect(await tokens()).toHaveLength(1));
    expect(await tokens()).toMatchObject([{ id: long.id, mask: long.mask, expiresAt: long.expiresAt }]);
    expect(await app.call('tokens.reveal', { tokenId: long.id })).toStrictEqual({ text });
    expect((await app.problem('tokens.assertion', { tokenId: long.id })).code).toBe('token/no-assertion');
    expect((await app.problem('tokens.reveal', { tokenId: short.id })).code).toBe('token/not-found');
    const renewed = await app.call('tokens.renew', { tokenId: long.id });
    expect(renewed.replaces).toBe(long.id);
  });

  it('ends with the setting, at once', async () => {
    await mint();
    await app.call('settings.change', { keepTokens: true });
    expect(secrets.entries.size).toBeGreaterThan(0);
    await app.call('settings.change', { keepTokens: false });
    expect(secrets.entries.size).toBe(0);
    expect(await tokens()).toHaveLength(1);
    await restart();
    expect(await tokens()).toStrictEqual([]);
  });

  it('is not switched on when the keychain does not take it', async () => {
    await mint();
    secrets.failure = new ProblemError('keychain/locked');
    secrets.budget = 0;
    expect(await app.problem('settings.change', { keepTokens: true })).toMatchObject({
      code: 'keychain/locked',
      remedies: ['unlock-keychain', 'retry'],
    });
    const { profile, tokens: held } = await snapshot();
    expect(profile.settings.keepTokens).toBe(false);
    expect(held).toHaveLength(1);
  });

  it('says when the keychain fails later, loses nothing, and goes on when it is back', async () => {
    await app.call('settings.change', { keepTokens: true });
    secrets.failure = new ProblemError('keychain/timeout');
    secrets.budget = 0;
    const { id } = await mint();
    await eventually(async () =>
      expect((await snapshot()).keptTokens.problem?.code).toBe('keychain/timeout'),
    );
    expect(await tokenOf(id)).toMatchObject({ id });
    secrets.budget = Number.POSITIVE_INFINITY;
    await mint();
    await eventually(async () => expect((await snapshot()).keptTokens.problem).toBeNull());
    await restart();
    await eventually(async () => expect(await tokens()).toHaveLength(2));
  });

  it('starts without them when what is kept is damaged, and says so', async () => {
    await app.call('settings.change', { keepTokens: true });
    await mint();
    await app.quit();
    secrets.entries.set('tokens/a0', 'AAAA');
    secrets.entries.set('tokens/b0', 'AAAA');
    app = await machine.start();
    await eventually(async () =>
      expect((await snapshot()).keptTokens.problem?.code).toBe('keychain/corrupt'),
    );
    expect(await tokens()).toStrictEqual([]);
  });
});

describe('what the screens are told of the tokens', () => {
  const told = () => app.events.flatMap((event) => (event.name === 'tokens' ? [event.payload] : []));

  it('names a renewed token and the one that it renewed in the same event', async () => {
    const { id } = await mint({ sessionName: 'u-1' });
    await mint({ sessionName: 'u-2' });
    const renewed = await app.call('tokens.renew', { tokenId: id });
    await eventually(() => expect(told().at(-1)).toHaveLength(3));
    const withNew = told().filter((list) => list.some((token) => token.id === renewed.id));
    for (const list of withNew) {
      expect(list.find((token) => token.id === renewed.id)?.replaces).toBe(id);
      expect(list.find((token) => token.id === id)?.replacedBy).toBe(renewed.id);
    }
  });

  it('shows many forgotten in one event', async () => {
    const held: string[] = [];
    for (let index = 0; index < 20; index += 1) {
      const given = {
        name: `t${index}`,
        text: `pat_${index}`,
        region: { kind: 'cn' as const },
        expiresAt: null,
      };
      held.push((await app.call('tokens.hold', given)).id);
    }
    const { id } = await mint();
    await eventually(() => expect(told().at(-1)).toHaveLength(21));
    const before = told().length;
    expect(await app.call('tokens.forgetMany', { tokenIds: [...held, 'unknown'] })).toEqual({ count: 20 });
    await eventually(() => expect(told().at(-1)).toMatchObject([{ id }]));
    const lengths = new Set(
      told()
        .slice(before)
        .map((list) => list.length),
    );
    expect([...lengths].filter((length) => length !== 21)).toStrictEqual([1]);
  });

  it('comes a few times a second, however much happens, and ends with what is so', async () => {
    const before = [told().length, app.events.filter(({ name }) => name === 'activity').length] as const;
    const started = performance.now();
    const { id } = await mint();
    await Promise.all(Array.from({ length: 100 }, whoAmI));
    await eventually(() => expect(told().at(-1)).toMatchObject([{ id, uses: 100 }]));
    const most = Math.ceil((performance.now() - started) / 50) + 1;
    expect(told().length - before[0]).toBeLessThanOrEqual(most);
    expect(app.events.filter(({ name }) => name === 'activity').length - before[1]).toBeLessThanOrEqual(most);
  });
});
