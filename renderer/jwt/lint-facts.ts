import type { OAuthApp } from '../../shared/coze/app.ts';
import type { AccessToken, Activity } from '../../shared/coze/token.ts';

/** The `jti`s that this run has sent to a token endpoint. */
export function sentJtis(activity: readonly Activity[]): ReadonlySet<string> {
  return new Set(activity.flatMap(({ jti }) => (jti === null ? [] : [jti])));
}

/** True when the tokens of `app` are for sessions: by its defaults, or by what was minted in this run. */
export function keepsSessionsApart(app: OAuthApp, tokens: readonly AccessToken[]): boolean {
  if (app.defaults.sessionName !== '') return true;
  return tokens.some(({ appId, options }) => appId === app.id && options.sessionName !== '');
}

/** Server's clock minus local clock in seconds, as the newest token of the app has shown it; 0 when none has. */
export function learnedOffset(tokens: readonly AccessToken[], appId: string | null): number {
  return Math.round((tokens.find((token) => token.appId === appId)?.clockOffsetMs ?? 0) / 1000);
}
