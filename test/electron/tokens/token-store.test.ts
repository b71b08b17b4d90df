import { describe, expect, it, vi } from 'vitest';
import { createTokenStore, secondsLeft } from '../../../electron/tokens/token-store.ts';
import { defaultMintOptions } from '../../../shared/coze/app.ts';
import { toProblem } from '../../../shared/problem.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const now = epochMilliseconds(1_750_000_000_000);

const fields = (id: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  id,
  source: 'minted' as const,
  appId: 'app-1',
  appName: '店铺',
  region: { kind: 'cn' } as const,
  options: defaultMintOptions,
  mintedAt: now,
  expiresAt: 1_750_000_900,
  clockOffsetMs: 0,
  logId: null,
  autoRenew: false,
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

  it('puts a forgotten token back to where it stood, once', () => {
    const store = createTokenStore(() => undefined);
    for (const [index, id] of ['t1', 't2', 't3'].entries()) {
      store.add(fields(id, { mintedAt: now + index * 1000 }), secrets);
    }
    const held = store.get('t2');
    store.forget('t2');
    store.putBack(held);
    store.putBack(held);
    expect(store.views().map(({ id }) => id)).toStrictEqual(['t3', 't2', 't1']);
    expect(store.get('t2')).toStrictEqual(held);
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
    store.countUse('t1', now);
    expect(store.views()[0]).toMatchObject({ uses: 1, lastUsedAt: now });
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('counts taking the text away as a use of the token, not as a request', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('t1'), secrets);
    expect(store.get('t1').wanted).toBe(false);
    store.touch('t1', now);
    expect(store.get('t1')).toMatchObject({ wanted: true, view: { uses: 0, lastUsedAt: now } });
  });

  it('wants no token whose text was taken only after its end', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('t1'), secrets);
    store.touch('t1', epochMilliseconds(now + 900_000));
    expect(store.get('t1')).toMatchObject({ wanted: false, view: { lastUsedAt: now + 900_000 } });
  });

  it('never lets a token with an unknown end expire', () => {
    const store = createTokenStore(() => undefined);
    const view = store.add(fields('t1', { expiresAt: null, source: 'pasted', appId: null }), secrets);
    expect(secondsLeft(view, epochMilliseconds(now * 2))).toBe(Number.POSITIVE_INFINITY);
    expect(store.get('t1').lifetimeMs).toBeNull();
  });

  it('moves what is told on the local clock when that is set', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('t1', { clockOffsetMs: 700 }), secrets);
    store.countUse('t1', now);
    store.moveClock(3_600_000);
    expect(store.views()[0]).toMatchObject({
      clockOffsetMs: 700 - 3_600_000,
      mintedAt: now + 3_600_000,
      lastUsedAt: now + 3_600_000,
      expiresAt: 1_750_000_900,
    });
  });

  it('lets a token inherit from the one that it replaces that it renews by itself', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('t1', { autoRenew: true }), secrets);
    store.add(fields('t2'), secrets);
    store.replace('t1', 't2');
    expect(store.get('t2').view).toMatchObject({ replaces: 't1', autoRenew: true });
    expect(store.get('t1').view).toMatchObject({ replacedBy: 't2', renewal: null });
  });

  it('takes a token in and puts it in the place of others in one change', () => {
    const onChange = vi.fn();
    const store = createTokenStore(onChange);
    store.add(fields('t1', { autoRenew: true }), secrets);
    store.add(fields('t2'), secrets);
    onChange.mockClear();
    expect(store.add(fields('t3'), secrets, ['t1', 't2', 'gone'])).toMatchObject({
      replaces: 't1',
      autoRenew: true,
    });
    store.replace('t2', 't3');
    expect(store.views()).toMatchObject([
      { id: 't3', replaces: 't1' },
      { id: 't2', replacedBy: 't3' },
      { id: 't1', replacedBy: 't3' },
    ]);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('forgets several in one change, and says how many', () => {
    const onChange = vi.fn();
    const store = createTokenStore(onChange);
    for (const id of ['t1', 't2', 't3']) store.add(fields(id), secrets);
    onChange.mockClear();
    expect(store.forgetWhere(({ view }) => view.id !== 't2')).toBe(2);
    expect(store.forgetWhere(({ view }) => view.id !== 't2')).toBe(0);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('brings tokens of an earlier run back behind those of this one, once', () => {
    const store = createTokenStore(() => undefined);
    store.add(fields('t1'), secrets);
    const kept = store.get('t1');
    store.forgetWhere(() => true);
    store.add(fields('t2'), secrets);
    store.restore([kept]);
    store.restore([kept]);
    expect(store.views().map(({ id }) => id)).toStrictEqual(['t2', 't1']);
  });

  it('keeps 1000 tokens: the oldest that have expired go first, then the oldest', () => {
    const store = createTokenStore(() => undefined);
    for (let index = 0; index < 998; index += 1) store.add(fields(`t${index}`), secrets);
    store.add(fields('gone-1', { expiresAt: 1_749_999_999 }), secrets);
    store.add(fields('gone-2', { expiresAt: 1_750_000_000 }), secrets);
    store.add(fields('new-1'), secrets);
    expect(store.find('gone-1')).toBeNull();
    store.add(fields('new-2'), secrets);
    expect(store.find('gone-2')).toBeNull();
    expect(store.find('t0')).not.toBeNull();
    store.add(fields('new-3'), secrets);
    expect(store.find('t0')).toBeNull();
    expect(store.views()).toHaveLength(1000);
  });
});
