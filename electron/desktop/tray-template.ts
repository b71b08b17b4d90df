import type { MenuItemConstructorOptions } from 'electron';
import { fillText } from '../../shared/i18n/fill-text.ts';
import type { NoticeTexts } from '../../shared/i18n/notice-texts.en.ts';
import type { TrayContent } from './tray-content.ts';

export interface TrayActions {
  readonly copy: (tokenId: string) => void;
  readonly renew: (tokenId: string) => void;
  readonly mint: (appId: string) => void;
  readonly open: () => void;
  readonly quit: () => void;
}

export interface TrayTemplateOptions extends TrayContent {
  readonly texts: NoticeTexts;
  /** Local time of the token's expiry, in words. */
  readonly until: string;
  readonly actions: TrayActions;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** `&` marks a shortcut in a menu's text on Windows and Linux. */
const plain = (name: string) => name.replaceAll('&', '&&').slice(0, 60);

function headline({ token, texts, until }: TrayTemplateOptions): string {
  if (token === null) return texts.trayNoToken;
  const name = plain(token.appName);
  return token.expiresAt === null
    ? fillText(texts.trayUnknown, { name })
    : fillText(texts.trayUntil, { name, time: until });
}

/** Two menus of the same key look and do the same; what a click does stands in no label. */
export function trayMenuKey(template: readonly Item[], { token, recentApps }: TrayContent): string {
  return JSON.stringify([template, token?.id, recentApps.map(({ id }) => id)]);
}

/**
 * The menu of the tray item. It holds no countdown, so that it need not change, and close, while somebody reads it.
 */
export function trayTemplate(options: TrayTemplateOptions): Item[] {
  const { token, recentApps, texts, actions } = options;
  const withToken: readonly Item[] =
    token === null
      ? []
      : [
          { label: texts.trayCopy, click: () => actions.copy(token.id) },
          {
            label: texts.trayRenew,
            enabled: token.source === 'minted',
            click: () => actions.renew(token.id),
          },
        ];
  const mints: readonly Item[] = recentApps.map(({ id, name }) => ({
    label: fillText(texts.trayMint, { name: plain(name) }),
    click: () => actions.mint(id),
  }));
  return [
    { label: headline(options), enabled: false },
    ...withToken,
    ...(mints.length === 0 ? [] : [separator, ...mints]),
    separator,
    { label: texts.trayOpen, click: actions.open },
    { label: texts.trayQuit, click: actions.quit },
  ];
}
