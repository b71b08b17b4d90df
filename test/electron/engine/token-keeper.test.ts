import { beforeEach, describe, expect, it } from 'vitest';
import { createKeychainWatch } from '../../../electron/engine/keychain-watch.ts';
import { createTokenKeeper } from '../../../electron/engine/token-keeper.ts';
import { createTokenVault } from '../../../electron/keys/token-vault.ts';
import { createTokenStore } from '../../../electron/tokens/token-store.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';
import { createMemorySecretStore, type MemorySecretStore } from '../keys/memory-secret-store.ts';

let secrets: MemorySecretStore;
let now: number;

beforeEach(() => {
  secrets = createMemorySecretStore();
  now = 1_750_000_000_000;
});

function createRun(offsetMs: number | null = null) {
  const timers: (() => void)[] = [];
  const pauses: number[] = [];
  const store = createTokenStore(() => keeper.changed());
  const keeper = createTokenKeeper({
    vault: createTokenVault(secrets),
    keychain: createKeychainWatch(() => undefined),
    tokens: store,
    serverClock: { offsetOf: () => offsetMs },
    clock: { now: () => epochMilliseconds(now) },
    timers: {
      after: (milliseconds, run) => {
        pauses.push(milliseconds);
        timers.push(run);
        return () => timers.splice(timers.indexOf(run), 1);
      },
    },
    onState: () => undefined,
  });
  const add = (id: string, changes: { expiresAt?: number | null; text?: string } = {}) =>
    store.add(
      {
        id,
        source: 'minted',
        appId: 'app-1',
        appName: '店铺',
        region: { kind: 'cn' },
        options: defaultMintOptions,
        mintedAt: now,
        expiresAt: changes.expiresAt === undefined ? now / 1000 + 900 : changes.expiresAt,
        clockOffsetMs: 0,
        logId: null,
        autoRenew: false,
      },
      {
        text: changes.text ?? `czs_${id}_0123456789012345678901234567890`,
        assertion: 'a.b.c',
        api: 'https://api.coze.cn',
        clientId: '11',
        tokenPath: '/token',
      },
    );
  const ids = () => store.views().map(({ id }) => id);
  return { store, keeper, timers, pauses, add, ids };
}

const kept = async () => (await createTokenVault(secrets).read()).map(({ view }) => view.id);
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Holds the keychain's reads or writes up until it is called. */
function hold(what: 'get' | 'set'): () => void {
  const { [what]: plain } = secrets;
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = async (...given: [string, string]) => {
    await gate;
    return (plain as (...given: [string, string]) => Promise<never>)(...given);
  };
  Object.assign(secrets, { [what]: held });
  return release;
}

describe('the keeper of tokens', () => {
  it('keeps the live ones only, and no assertion', async () => {
    const run = createRun();
    run.add('live');
    run.add('gone', { expiresAt: now / 1000 });
    run.add('pasted', { expiresAt: null });
    await run.keeper.turnOn();
    const kept = await createTokenVault(secrets).read();
    expect(kept.map(({ view }) => view.id)).toStrictEqual(['pasted', 'live']);
    expect(JSON.stringify(kept)).not.toContain('a.b.c');
  });

  it('writes many changes as one, and none for a use', async () => {
    const run = createRun();
    await run.keeper.turnOn();
    run.add('t1');
    run.add('t2');
    expect(run.timers).toHaveLength(1);
    await run.keeper.close();
    expect(await createTokenVault(secrets).read()).toHaveLength(2);
    const { length } = secrets.changes;
    run.store.touch('t1', epochMilliseconds(now));
    await run.keeper.close();
    run.store.touch('t1', epochMilliseconds(now + 1000));
    const afterFirstUse = secrets.changes.length;
    await run.keeper.close();
    expect(secrets.changes).toHaveLength(afterFirstUse);
    expect(afterFirstUse).toBeGreaterThan(length);
  });

  it('keeps the newest that fit, says so, and says so no more when all fit again', async () => {
    const run = createRun();
    for (let n = 0; n < 30; n += 1) run.add(`t${n}`, { text: `czs_${'x'.repeat(20_000)}` });
    await run.keeper.turnOn();
    const kept = await createTokenVault(secrets).read();
    expect(kept.length).toBeGreaterThan(10);
    expect(kept[0]?.view.id).toBe('t29');
    expect(run.keeper.state().problem?.code).toBe('token/too-many-to-keep');
    run.store.forgetWhere(() => true);
    await run.keeper.close();
    expect(run.keeper.state().problem).toBeNull();
    expect(secrets.entries.size).toBe(0);
  });

  it('writes nothing over what a locked keychain did not let it read', async () => {
    const first = createRun();
    first.add('kept');
    await first.keeper.turnOn();
    const second = createRun();
    const { get } = secrets;
    Object.assign(secrets, { get: () => Promise.reject(new ProblemError('keychain/locked')) });
    await second.keeper.restore();
    expect(second.keeper.state().problem?.code).toBe('keychain/locked');
    second.add('new');
    Object.assign(secrets, { get });
    await second.keeper.close();
    expect(second.ids()).toStrictEqual(['new', 'kept']);
    expect((await createTokenVault(secrets).read()).map(({ view }) => view.id)).toStrictEqual([
      'new',
      'kept',
    ]);
    expect(second.keeper.state().problem).toBeNull();
  });

  it('tries once more to remove what it could not, when the app ends', async () => {
    const run = createRun();
    run.add('t1');
    await run.keeper.turnOn();
    secrets.failure = new ProblemError('keychain/locked');
    secrets.budget = 0;
    await expect(run.keeper.turnOff()).rejects.toThrow('keychain/locked');
    expect(run.keeper.state().problem?.code).toBe('keychain/locked');
    secrets.budget = Number.POSITIVE_INFINITY;
    await run.keeper.close();
    expect(secrets.entries.size).toBe(0);
  });

  it('leaves nothing behind when it is switched off while it reads or writes', async () => {
    const first = createRun();
    first.add('kept');
    await first.keeper.turnOn();
    for (const what of ['get', 'set'] as const) {
      const { [what]: plain } = secrets;
      const run = createRun();
      if (what === 'set') await run.keeper.restore();
      const release = hold(what);
      if (what === 'get') void run.keeper.restore();
      run.add(`new-${what}`);
      run.timers[0]?.();
      const off = run.keeper.turnOff();
      await settle();
      release();
      await off;
      await settle();
      await run.keeper.close();
      expect([...secrets.entries.keys()]).toStrictEqual([]);
      Object.assign(secrets, { [what]: plain });
    }
  });

  it('removes at the start what an earlier run could not', async () => {
    const first = createRun();
    first.add('kept');
    await first.keeper.turnOn();
    const second = createRun();
    secrets.budget = 0;
    await second.keeper.tidy();
    expect(await kept()).toStrictEqual(['kept']);
    secrets.budget = Number.POSITIVE_INFINITY;
    await second.keeper.tidy();
    expect(secrets.entries.size).toBe(0);
  });

  it('writes one set at a time, and the last one after that', async () => {
    const run = createRun();
    await run.keeper.turnOn();
    const release = hold('set');
    run.add('t1');
    run.timers.shift()?.();
    await settle();
    for (let n = 2; n < 20; n += 1) run.add(`t${n}`);
    expect(run.timers).toHaveLength(0);
    release();
    await settle();
    expect(await kept()).toStrictEqual(['t1']);
    expect(run.timers).toHaveLength(1);
    run.timers.shift()?.();
    await settle();
    expect(await kept()).toHaveLength(19);
  });

  it('lets a large set rest longer, but not one that holds a forgotten token', async () => {
    const run = createRun();
    await run.keeper.turnOn();
    run.add('large', { text: `czs_${'x'.repeat(200_000)}` });
    run.timers.shift()?.();
    await settle();
    run.add('small');
    expect(run.pauses[0]).toBe(1_500);
    expect(run.pauses[1]).toBeGreaterThan(20_000);
    run.store.forget('large');
    expect(run.pauses[2]).toBe(1_500);
    expect(run.timers).toHaveLength(1);
  });

  it('never brings a forgotten token back, though the app is killed as it ends', async () => {
    const run = createRun();
    run.add('t1');
    run.add('t2');
    await run.keeper.turnOn();
    run.store.forget('t1');
    hold('set');
    void run.keeper.close();
    await settle();
    expect(await kept()).toStrictEqual([]);
  });

  it('never brings back a token that was forgotten while it was being written', async () => {
    const run = createRun();
    await run.keeper.turnOn();
    run.add('t1');
    run.add('t2');
    const release = hold('set');
    run.timers.shift()?.();
    await settle();
    run.store.forget('t1');
    const closed = run.keeper.close();
    await settle();
    release();
    await closed;
    expect(await kept()).toStrictEqual(['t2']);
  });

  it('removes what a write that was cut off left behind', async () => {
    secrets.entries.set('tokens/a0', 'czs');
    await createRun().keeper.restore();
    expect(secrets.entries.size).toBe(0);
  });

  it('judges what it brings back by the server’s time as it is known now', async () => {
    const first = createRun();
    first.add('kept');
    await first.keeper.turnOn();
    now += 3_600_000;
    const second = createRun(-3_600_000);
    await second.keeper.restore();
    expect(second.store.views()).toMatchObject([{ id: 'kept', clockOffsetMs: -3_600_000 }]);
    const third = createRun(null);
    await third.keeper.restore();
    expect(third.ids()).toStrictEqual([]);
  });
});
