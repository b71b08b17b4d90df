import type { OAuthApp } from '../../shared/coze/app.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { formatCountdown } from '../../shared/format-countdown.ts';
import type { Profile } from '../../shared/profile.ts';

/** What the tray item speaks of. */
export interface TrayContent {
  /** The token in use: the newest of the current app that lives, else the newest of any. */
  readonly token: AccessToken | null;
  /** The apps that were last minted for, the last one first, then the current one; at most three. */
  readonly recentApps: readonly OAuthApp[];
}

const mostApps = 3;

function lives({ expiresAt, clockOffsetMs }: AccessToken, now: number): boolean {
  return expiresAt === null || expiresAt * 1000 > now + clockOffsetMs;
}

/**
 * @param tokens - newest first
 * @param now - epoch milliseconds on the local clock
 */
export function trayContent(
  tokens: readonly AccessToken[],
  { apps, currentAppId }: Pick<Profile, 'apps' | 'currentAppId'>,
  now: number,
): TrayContent {
  const live = tokens.filter((token) => token.replacedBy === null && lives(token, now));
  const minted = tokens.toSorted((a, b) => b.mintedAt - a.mintedAt).map(({ appId }) => appId);
  const ids = [...new Set([...minted, currentAppId])];
  return {
    token: live.find(({ appId }) => appId !== null && appId === currentAppId) ?? live[0] ?? null,
    recentApps: ids.flatMap((id) => apps.filter((app) => app.id === id)).slice(0, mostApps),
  };
}

/** Countdown of a token such as `12:41`; empty when it has none, or has come to its end. */
export function trayCountdown(token: AccessToken | null, now: number): string {
  if (token === null || token.expiresAt === null) return '';
  const leftMs = token.expiresAt * 1000 - (now + token.clockOffsetMs);
  return leftMs <= 0 ? '' : formatCountdown(Math.ceil(leftMs / 1000));
}
