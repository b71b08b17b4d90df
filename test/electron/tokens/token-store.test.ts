import { describe, expect, it, vi } from 'vitest';
import { createTokenStore, secondsLeft } from '../../../electron/tokens/token-store.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const now = epochMilliseconds(1_750_000_000_000);

const fields = (id: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  id,
  appId: 'app-1',
  appName: '店铺',
  region: { kind: 'cn' } as const,
  options: defaultMintOptions,
  mintedAt: now,
  expiresAt: 1_750_000_900,
  clockOffsetMs: 0,
  logId: null,
  ...changes,
});

const secrets = {
  text: 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpF',
  assertion: 'a.b.c',
  api: 'https://api.coze.cn',
  clientId: '11',
  tokenPath: '/api/permission/oauth2/token',
};
const owner = (appId: string) => {
  const { api, clientId, tokenPath } = secrets;
  return { appId, api, clientId, tokenPath };
};

describe('createTokenStore', () => {
  it('lists the newest first, without the text', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('t1'), secrets);
    store.add(fields('t2'), secrets);
    expect(store.views().map(({ id }) => id)).toStrictEqual(['t2', 't1']);
    expect(JSON.stringify(store.views())).not.toContain('RQOhsc7v');
  });

  it('hands the text out by id only', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('t1'), secrets);
    expect(store.get('t1')).toMatchObject(secrets);
    store.forget('t1');
    const thrown = (() => {
      try {
        return store.get('t1');
      } catch (error) {
        return error;
      }
    })();
    expect(toProblem(thrown)).toMatchObject({ code: 'token/not-found', remedies: ['mint-again'] });
  });

  it('finds the newest token that lives long enough', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('long'), secrets);
    store.add(fields('other', { appId: 'app-2' }), secrets);
    store.add(fields('short', { expiresAt: 1_750_000_004 }), secrets);
    expect(store.newestLive(owner('app-1'), now, 5)?.view.id).toBe('long');
    expect(store.newestLive(owner('app-1'), now, 4)?.view.id).toBe('short');
    expect(store.newestLive(owner('app-3'), now, 5)).toBeNull();
  });

  it('gives no token that came from another region or OAuth app', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('t1'), secrets);
    expect(store.newestLive({ ...owner('app-1'), api: 'https://api.coze.com' }, now, 5)).toBeNull();
    expect(store.newestLive({ ...owner('app-1'), clientId: '12' }, now, 5)).toBeNull();
    const ofAnotherAccount = '/api/permission/oauth2/account/2/token';
    expect(store.newestLive({ ...owner('app-1'), tokenPath: ofAnotherAccount }, now, 5)).toBeNull();
  });

  it('judges life on the clock of the server', () => {
    const store = createTokenStore(() => undefined);
    const view = store.add(fields('t1', { clockOffsetMs: 1_000_000 }), secrets);
    expect(secondsLeft(view, now)).toBe(-100);
    expect(store.newestLive(owner('app-1'), now, 5)).toBeNull();
  });

  it('counts uses and tells each change', () => {
    const onChange = vi.fn();
    const store = createTokenStore(onChange);
    store.add(fields('t1'), secrets);
    store.countUse('t1');
    expect(store.views()[0]?.uses).toBe(1);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('keeps 200 tokens', () => {
    const store = createTokenStore(() => undefined);
    for (let index = 0; index < 201; index += 1) store.add(fields(`t${index}`), secrets);
    expect(store.views()).toHaveLength(200);
    expect(store.views().at(-1)?.id).toBe('t1');
  });
});
