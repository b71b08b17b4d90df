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

function createRun() {
  const timers: (() => void)[] = [];
  const store = createTokenStore(() => keeper.changed());
  const keeper = createTokenKeeper({
    vault: createTokenVault(secrets),
    keychain: createKeychainWatch(() => undefined),
    tokens: store,
    clock: { now: () => epochMilliseconds(now) },
    timers: {
      after: (_milliseconds, run) => {
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
  return { store, keeper, timers, add, ids };
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
    run.store.clear();
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
});
