import { app, Menu, Tray } from 'electron';
import type { HostInfo, Snapshot } from '../../shared/bridge.ts';
import { noticeTextsEn } from '../../shared/i18n/notice-texts.en.ts';
import { noticeTextsZh } from '../../shared/i18n/notice-texts.zh.ts';
import type { Engine } from '../engine.ts';
import { chosenLanguage } from './system-language.ts';
import { trayContent, trayCountdown } from './tray-content.ts';
import { trayIcon } from './tray-icon.ts';
import { type TrayActions, trayMenuKey, trayTemplate } from './tray-template.ts';

export interface TrayOptions {
  readonly systemLanguage: HostInfo['systemLanguage'];
  readonly open: () => void;
}

/** The menu bar of a Mac shows the countdown all the time; elsewhere it stands in the tooltip. */
const everySecond = process.platform === 'darwin';
const pause = everySecond ? 1000 : 15_000;

/** Null where the desktop has no place for it. */
function createTray(): Tray | null {
  try {
    return new Tray(trayIcon(process.platform));
  } catch {
    return null;
  }
}

function untilWords(language: 'zh' | 'en', localMs: number): string {
  return new Date(localMs).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
}

/** Shows the token in use beside the system's clock, with what is most often done with it. */
export async function showTray(engine: Engine, options: TrayOptions): Promise<void> {
  const { signal } = new AbortController();
  const { handlers } = engine;
  let state: Pick<Snapshot, 'tokens' | 'profile'> = await handlers['app.snapshot'](null, { signal });
  const tray = createTray();
  if (tray === null) return;

  /** What goes wrong stands in the activity list. */
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const actions: TrayActions = {
    copy: (tokenId) => quietly(handlers['tokens.copy']({ tokenId, form: 'token' }, { signal })),
    renew: (tokenId) => quietly(handlers['tokens.renew']({ tokenId }, { signal })),
    mint: (appId) => {
      const defaults = state.profile.apps.find(({ id }) => id === appId)?.defaults;
      if (defaults) quietly(handlers['tokens.mint']({ appId, options: defaults }, { signal }));
    },
    open: options.open,
    quit: () => app.quit(),
  };
  let menuShown = '';

  function refresh(item: Tray): void {
    const now = Date.now();
    const content = trayContent(state.tokens, state.profile, now);
    const language = chosenLanguage(state.profile.settings.language, options.systemLanguage);
    const countdown = trayCountdown(content.token, now);
    item.setToolTip(['Coze Mint', content.token?.appName, countdown].filter(Boolean).join(' · '));
    if (everySecond) item.setTitle(countdown, { fontType: 'monospacedDigit' });
    const { token } = content;
    const until =
      token === null || token.expiresAt === null
        ? ''
        : untilWords(language, token.expiresAt * 1000 - token.clockOffsetMs);
    const texts = language === 'zh' ? noticeTextsZh : noticeTextsEn;
    const template = trayTemplate({ ...content, texts, until, actions });
    const menu = trayMenuKey(template, content);
    if (menu === menuShown) return;
    menuShown = menu;
    item.setContextMenu(Menu.buildFromTemplate(template));
  }

  /** Many changes at once are one for the eye. */
  let isPending = false;
  function refreshSoon(item: Tray): void {
    if (isPending) return;
    isPending = true;
    setTimeout(() => {
      isPending = false;
      if (!item.isDestroyed()) refresh(item);
    }, 100);
  }

  engine.subscribe((event) => {
    if (event.name === 'tokens') state = { ...state, tokens: event.payload };
    else if (event.name === 'profile') state = { ...state, profile: event.payload };
    else if (event.name !== 'woke') return;
    refreshSoon(tray);
  });
  tray.on('mouse-enter', () => refresh(tray));
  tray.on('click', () => {
    if (process.platform !== 'darwin') options.open();
  });
  const timer = setInterval(() => {
    if (state.tokens.length > 0) refresh(tray);
  }, pause);
  refresh(tray);
  app.once('will-quit', () => {
    clearInterval(timer);
    tray.destroy();
  });
}
