import { describe, expect, it } from 'vitest';
import { createRenewalScheduler } from '../../../electron/tokens/renewal-scheduler.ts';
import { createTokenStore, type TokenStore } from '../../../electron/tokens/token-store.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { type ProblemCode, ProblemError } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const now = epochMilliseconds(1_750_000_000_000);

function addDue(tokens: TokenStore, id: string, api: string, leftMs: number): void {
  const fields = {
    id,
    source: 'minted' as const,
    appId: 'app-1',
    appName: '店铺',
    region: { kind: 'cn' as const },
    options: defaultMintOptions,
    mintedAt: now - 900_000 + leftMs,
    expiresAt: (now + leftMs) / 1000,
    clockOffsetMs: 0,
    logId: null,
    autoRenew: true,
  };
  tokens.add(fields, { text: `czs_${id}`, assertion: null, api, clientId: '11', tokenPath: '/token' });
  tokens.setAutoRenew(id, true);
}

/** Tokens that are all due, and a server that never answers. */
function createScheduler() {
  const started: string[] = [];
  const tokens = createTokenStore(() => undefined);
  const scheduler = createRenewalScheduler({
    tokens,
    clock: { now: () => now },
    steady: { now: () => 0 },
    random: () => 0.5,
    renew: (id) => {
      started.push(id);
      return new Promise(() => undefined);
    },
    onSettled: () => undefined,
  });
  const add = (id: string, api: string, leftMs: number) => addDue(tokens, id, api, leftMs);
  return { scheduler, tokens, started, add };
}

describe('renewals that are due together', () => {
  it('at a host that hangs leave those of another host their place', () => {
    const { scheduler, started, add } = createScheduler();
    add('good', 'https://api.coze.com', 50_000);
    for (let n = 0; n < 40; n += 1) add(`hangs-${n}`, 'https://hangs.example', 50_000);
    scheduler.tick();
    expect(started).toHaveLength(17);
    expect(started).toContain('good');
    scheduler.tick();
    expect(started).toHaveLength(17);
  });

  it('begin with the one that has least time left', () => {
    const { scheduler, started, add } = createScheduler();
    add('second', 'https://api.coze.cn', 20_000);
    add('first', 'https://api.coze.cn', 10_000);
    add('third', 'https://api.coze.cn', 30_000);
    scheduler.tick();
    expect(started).toStrictEqual(['first', 'second', 'third']);
  });
});

it('tries a renewal that failed for good anew once its reason is forgiven, and no other', async () => {
  const started: string[] = [];
  const tokens = createTokenStore(() => undefined);
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const codes: Readonly<Record<string, ProblemCode>> = { a: 'practice/stopped', b: 'app/no-key' };
  let ended = 0;
  const scheduler = createRenewalScheduler({
    tokens,
    clock: { now: () => now },
    steady: { now: () => 0 },
    random: () => 0.5,
    renew: async (id) => {
      started.push(id);
      throw new ProblemError(codes[id] ?? 'internal');
    },
    onSettled: () => {
      ended += 1;
      if (ended === 2) settle();
    },
  });
  for (const id of ['a', 'b']) addDue(tokens, id, 'https://api.coze.cn', 10_000);
  scheduler.tick();
  await settled;
  scheduler.tick();
  expect(tokens.get('a').view.renewal).toMatchObject({
    state: 'stopped',
    problem: { code: 'practice/stopped' },
  });
  scheduler.forgive('practice/stopped');
  scheduler.tick();
  expect(started).toEqual(['b', 'a', 'a']);
});

it('says of a token that waits and that nobody has used that it is renewed only if somebody does', () => {
  const { scheduler, tokens, add } = createScheduler();
  add('wanted', 'https://api.coze.cn', 600_000);
  const [{ view, text, assertion, api, clientId, tokenPath } = tokens.get('wanted')] = tokens.all();
  tokens.add({ ...view, id: 'unused' }, { text, assertion, api, clientId, tokenPath });
  scheduler.tick();
  expect(tokens.get('wanted').view.renewal).not.toHaveProperty('ifUsed');
  expect(tokens.get('unused').view.renewal).toMatchObject({ state: 'waiting', ifUsed: true });
  tokens.touch('unused', now);
  scheduler.tick();
  expect(tokens.get('unused').view.renewal).not.toHaveProperty('ifUsed');
});
