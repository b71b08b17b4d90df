import { describe, expect, it } from 'vitest';
import { trayContent, trayCountdown } from '../../../electron/desktop/tray-content.ts';
import { trayMenuKey, trayTemplate } from '../../../electron/desktop/tray-template.ts';
import { defaultMintOptions, type OAuthApp } from '../../../shared/coze/app.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { noticeTextsEn } from '../../../shared/i18n/notice-texts.en.ts';
import { noticeTextsZh } from '../../../shared/i18n/notice-texts.zh.ts';

const now = 1_800_000_000_000;

const app = (id: string) => ({ id, name: `App ${id}` }) as OAuthApp;
const apps = [app('a1'), app('a2'), app('a3'), app('a4')];

function token(part: Partial<AccessToken> = {}): AccessToken {
  return {
    id: 't1',
    source: 'minted',
    appId: 'a1',
    appName: 'Shop & Co',
    region: { kind: 'cn' },
    mask: 'czs_…',
    options: defaultMintOptions,
    mintedAt: now,
    expiresAt: now / 1000 + 761,
    clockOffsetMs: 0,
    logId: null,
    uses: 0,
    lastUsedAt: null,
    autoRenew: false,
    renewal: null,
    replaces: null,
    replacedBy: null,
    ...part,
  };
}

describe('what the tray speaks of', () => {
  it('is the newest live token of the current app, else of any', () => {
    const other = token({ id: 'other', appId: 'a2' });
    const expired = token({ id: 'expired', expiresAt: now / 1000 });
    const renewed = token({ id: 'renewed', replacedBy: 'x' });
    const tokens = [other, renewed, expired, token()];
    expect(trayContent(tokens, { apps, currentAppId: 'a1' }, now).token?.id).toBe('t1');
    expect(trayContent(tokens, { apps, currentAppId: 'a3' }, now).token?.id).toBe('other');
    expect(trayContent([renewed, expired], { apps, currentAppId: 'a1' }, now).token).toBeNull();
  });

  it('is judged on the server’s clock', () => {
    const ahead = token({ clockOffsetMs: 3_600_000 });
    expect(trayContent([ahead], { apps, currentAppId: 'a1' }, now).token).toBeNull();
  });

  it('names the last three apps that were minted for, and the current one', () => {
    const minted = [
      token({ appId: 'a3', mintedAt: now - 5 }),
      token({ appId: 'a2', mintedAt: now }),
      token({ appId: 'gone', mintedAt: now + 1 }),
      token({ appId: null, source: 'pasted', mintedAt: now + 2 }),
    ];
    const names = (current: string | null, tokens: AccessToken[]) =>
      trayContent(tokens, { apps, currentAppId: current }, now).recentApps.map(({ id }) => id);
    expect(names('a1', minted)).toStrictEqual(['a2', 'a3', 'a1']);
    expect(names('a1', [...minted, token({ appId: 'a4', mintedAt: now - 9 })])).toStrictEqual([
      'a2',
      'a3',
      'a4',
    ]);
    expect(names(null, [])).toStrictEqual([]);
  });

  it('counts down, and says nothing where there is nothing to count', () => {
    expect(trayCountdown(token(), now)).toBe('12:41');
    expect(trayCountdown(token({ expiresAt: now / 1000 + 7322 }), now)).toBe('2:02:02');
    expect(trayCountdown(token({ expiresAt: null }), now)).toBe('');
    expect(trayCountdown(token({ expiresAt: now / 1000 }), now)).toBe('');
    expect(trayCountdown(null, now)).toBe('');
  });
});

describe.each([
  [
    'English',
    noticeTextsEn,
    ['Shop && Co · until 14:32:10', 'Copy Token', 'Renew Token', 'New Token for App a1'],
  ],
  ['Chinese', noticeTextsZh, ['Shop && Co · 14:32:10 到期', '复制令牌', '续期令牌', '为“App a1”签发新令牌']],
] as const)('the menu of the tray in %s', (_name, texts, labels) => {
  const calls: string[] = [];
  const call = (name: string) => (id?: string) => void calls.push(id === undefined ? name : `${name} ${id}`);
  const actions = {
    copy: call('copy'),
    renew: call('renew'),
    mint: call('mint'),
    open: () => void calls.push('open'),
    quit: () => void calls.push('quit'),
  };
  const menu = (part: Partial<Parameters<typeof trayTemplate>[0]> = {}) =>
    trayTemplate({ token: token(), recentApps: [app('a1')], texts, until: '14:32:10', actions, ...part });
  const labelsOf = (items: ReturnType<typeof menu>) =>
    items.filter(({ type }) => type !== 'separator').map(({ label }) => label);

  it('has the token, what is done with it, new tokens, and the way in and out', () => {
    expect(labelsOf(menu())).toStrictEqual([...labels, texts.trayOpen, texts.trayQuit]);
    calls.length = 0;
    for (const { click } of menu()) (click as (() => void) | undefined)?.();
    expect(calls).toStrictEqual(['copy t1', 'renew t1', 'mint a1', 'open', 'quit']);
  });

  it('has nothing to do with a token when there is none', () => {
    expect(labelsOf(menu({ token: null, recentApps: [] }))).toStrictEqual([
      texts.trayNoToken,
      texts.trayOpen,
      texts.trayQuit,
    ]);
  });

  it('renews no pasted token, and claims no expiry for one that has none', () => {
    const [headline, , renew] = menu({ token: token({ source: 'pasted', appId: null, expiresAt: null }) });
    expect(headline?.label).not.toContain('14:32');
    expect(renew).toMatchObject({ enabled: false });
  });
});

describe('the key of a menu', () => {
  it('tells apps of the same name apart, and nothing else that looks the same', () => {
    const actions = { copy: () => {}, renew: () => {}, mint: () => {}, open: () => {}, quit: () => {} };
    const key = (appId: string, tokenId: string) => {
      const content = { token: token({ id: tokenId }), recentApps: [{ ...app(appId), name: 'Shop' }] };
      return trayMenuKey(trayTemplate({ ...content, texts: noticeTextsEn, until: '', actions }), content);
    };
    expect(key('a1', 't1')).toBe(key('a1', 't1'));
    expect(key('a1', 't1')).not.toBe(key('a2', 't1'));
    expect(key('a1', 't1')).not.toBe(key('a1', 't2'));
  });
});

describe('the texts of notices and tray', () => {
  it('name the same things and the same parameters in both languages', () => {
    const parameters = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    expect(Object.keys(noticeTextsZh)).toStrictEqual(Object.keys(noticeTextsEn));
    for (const [name, text] of Object.entries(noticeTextsEn)) {
      expect(parameters(noticeTextsZh[name as keyof typeof noticeTextsZh])).toStrictEqual(parameters(text));
    }
  });
});
