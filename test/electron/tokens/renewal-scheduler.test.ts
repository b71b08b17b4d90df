import { describe, expect, it } from 'vitest';
import { createRenewalScheduler } from '../../../electron/tokens/renewal-scheduler.ts';
import { createTokenStore } from '../../../electron/tokens/token-store.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const now = epochMilliseconds(1_750_000_000_000);

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
  const add = (id: string, api: string, leftMs: number) => {
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
  };
  return { scheduler, started, add };
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
