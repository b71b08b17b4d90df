import { useMemo } from 'react';
import type { OAuthApp } from '../../../shared/coze/app.ts';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { type EndpointVerdict, judgeEndpoints } from '../../../shared/coze/scope/endpoint-verdicts.ts';
import { readScope } from '../../../shared/coze/scope/read-scope.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import { tokenInUse, useAppStore } from '../../app/app-store.ts';
import { currentSecond, useAtSecond } from '../../app/use-now.ts';
import { choiceInForce, type TokenChoice } from '../token-choice.ts';

/** What the scope of the token that will be sent says of an endpoint's permission; null when it says nothing. */
export type ScopeVerdict = 'named' | 'missing' | 'unverified' | 'no-list';

function verdictOf({ reason }: EndpointVerdict): ScopeVerdict | null {
  switch (reason) {
    case 'named':
    case 'unverified':
    case 'no-list':
      return reason;
    case 'other-permission':
      return 'missing';
    default:
      return null;
  }
}

interface Judged {
  readonly app: OAuthApp;
  /** JSON of the scope; empty for none. */
  readonly scope: string;
}

type AppState = ReturnType<typeof useAppStore.getState>;

function scopeOf(token: AccessToken | null, app: OAuthApp): string {
  const { scope } = (token ?? { options: app.defaults }).options;
  return scope === null ? '' : JSON.stringify(scope);
}

function judgedIn(choice: TokenChoice, { tokens, profile }: AppState): Judged | null {
  const inForce = choiceInForce(choice, profile.currentAppId);
  if (inForce.kind === 'none') return null;
  const chosen =
    inForce.kind === 'token'
      ? (tokens.find(({ id }) => id === inForce.tokenId) ?? null)
      : tokenInUse(tokens, profile.currentAppId, currentSecond());
  if (inForce.kind === 'token' && (chosen === null || chosen.source === 'pasted')) return null;
  const appId = inForce.kind === 'token' ? chosen?.appId : profile.currentAppId;
  const app = profile.apps.find(({ id }) => id === appId);
  return app === undefined ? null : { app, scope: scopeOf(chosen, app) };
}

/** For a token of a channel app: whether its scope has what the endpoint needs, as far as the sources tell. */
export function useScopeVerdict(endpoint: Endpoint, choice: TokenChoice): ScopeVerdict | null {
  const state = useAppStore();
  // Drawn again when another token comes into use.
  const scope = useAtSecond(() => judgedIn(choice, state)?.scope ?? null);
  const isChannel = judgedIn(choice, state)?.app.variant.kind === 'channel';
  return useMemo(() => {
    if (scope === null || !isChannel) return null;
    const verdict = judgeEndpoints(readScope(scope), true).find((entry) => entry.endpoint.id === endpoint.id);
    return verdict === undefined ? null : verdictOf(verdict);
  }, [scope, isChannel, endpoint]);
}
