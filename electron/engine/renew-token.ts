import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { tokenPath } from '../../shared/coze/token-request.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { FlightKey } from '../tokens/mint-flights.ts';
import type { EngineContext } from './context.ts';
import { mintForApp } from './mint-for-app.ts';

/** Tokens of one owner stand for the same app as it is registered now. */
export function flightOwner({ id, region, clientId, variant }: OAuthApp): string {
  return JSON.stringify([id, region, clientId, tokenPath(variant)]);
}

export function flightKey(app: OAuthApp, options: MintOptions): FlightKey {
  return { owner: flightOwner(app), options: JSON.stringify(options) };
}

/**
 * Mints with the options of a token and puts the new one in its place. While a mint for the same app and options is on
 * its way, its token is taken.
 *
 * @throws ProblemError `token/not-found`, `token/cannot-renew`, `app/not-found`, and as `mintForApp` does
 */
export async function renewToken(
  context: EngineContext,
  tokenId: string,
  signal: AbortSignal,
): Promise<AccessToken> {
  const { tokens, profile, flights } = context;
  const { appId, options, autoRenew } = tokens.get(tokenId).view;
  if (appId === null) throw new ProblemError('token/cannot-renew');
  const app = profile.app(appId);
  const mint = (own: AbortSignal) => mintForApp(context, app, options, own, autoRenew);
  const token = await flights.share(flightKey(app, options), mint, signal);
  tokens.replace(tokenId, token.id);
  return tokens.find(token.id)?.view ?? token;
}

/**
 * As {@link renewToken}, when nobody asked for it: a token that the app as it is now would not have got stays.
 *
 * @throws ProblemError `token/app-changed` as well
 */
export async function renewByItself(
  context: EngineContext,
  tokenId: string,
  signal: AbortSignal,
): Promise<AccessToken> {
  const { view, clientId, tokenPath: path } = context.tokens.get(tokenId);
  const app = context.profile.app(view.appId ?? '');
  const isSameRegion = JSON.stringify(app.region) === JSON.stringify(view.region);
  if (!isSameRegion || app.clientId !== clientId || tokenPath(app.variant) !== path) {
    throw new ProblemError('token/app-changed', { remedies: ['mint-again'] });
  }
  return renewToken(context, tokenId, signal);
}
