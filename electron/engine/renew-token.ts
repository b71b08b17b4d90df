import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { tokenPath } from '../../shared/coze/token-request.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { HttpClient } from '../http/client.ts';
import type { ActivityList } from '../tokens/activity-list.ts';
import type { Demand, FlightKey } from '../tokens/mint-flights.ts';
import { renewalPatience } from '../tokens/renewal-plan.ts';
import { millisecondsLeft } from '../tokens/token-store.ts';
import type { EngineContext } from './context.ts';
import { mintForApp } from './mint-for-app.ts';

/** Tokens of the same owner stand for the same app as it is registered now. */
export function flightKey(app: OAuthApp, options: MintOptions): FlightKey {
  const { id, region, clientId, variant } = app;
  const owner = JSON.stringify([id, region, clientId, tokenPath(variant)]);
  return { owner, options: JSON.stringify(options) };
}

/**
 * Mints with the options of a token and puts the new one in its place. While a mint for the same app and options is on
 * its way, its token is taken. Where the token is forgotten meanwhile, the new one is as well; whether the new one renews
 * by itself is what the old one says at the end.
 *
 * @throws ProblemError `token/not-found`, `token/cannot-renew`, `app/not-found`, and as `mintForApp` does
 */
export async function renewToken(
  context: EngineContext,
  tokenId: string,
  signal: AbortSignal,
): Promise<AccessToken> {
  const { tokens, profile, flights } = context;
  const { appId, options } = tokens.get(tokenId).view;
  if (appId === null) throw new ProblemError('token/cannot-renew');
  const app = profile.app(appId);

  const mint = (own: AbortSignal, demand: Demand) =>
    mintForApp(context, app, options, own, { autoRenew: false, demand });
  const renewed = { id: tokenId, isHere: () => tokens.find(tokenId) !== null };
  const { id } = await flights.share(flightKey(app, options), mint, signal, renewed);
  tokens.get(tokenId);
  tokens.replace(tokenId, id);
  return tokens.get(id).view;
}

/**
 * As {@link renewToken}, but a token that the app as it is now would not have got stays.
 *
 * @throws ProblemError `token/app-changed` as well
 */
export async function renewUnlessChanged(
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

/** A client that waits for no answer longer than this many milliseconds. */
export function impatient<Client extends Pick<HttpClient, 'send'>>(http: Client, patienceMs: number): Client {
  return {
    ...http,
    send: (request) => http.send({ ...request, timeoutMs: Math.min(request.timeoutMs, patienceMs) }),
  };
}

/**
 * As {@link renewUnlessChanged}, in time: an answer that does not come leaves time for another try. It starts no practice
 * Coze that a person has stopped.
 *
 * @throws ProblemError `practice/stopped` as well
 */
export async function renewByItself(
  context: EngineContext,
  tokenId: string,
  signal: AbortSignal,
): Promise<AccessToken> {
  const { view } = context.tokens.get(tokenId);
  const patienceMs = renewalPatience(millisecondsLeft(view, context.clock.now()));
  const http = patienceMs === null ? context.http : impatient(context.http, patienceMs);
  const practice = { ...context.practice, hostsOf: context.practice.hostsUnlessStopped };
  const activity: ActivityList = {
    ...context.activity,
    add: (entry) => context.activity.add(entry, tokenId),
  };
  return renewUnlessChanged({ ...context, http, practice, activity }, tokenId, signal);
}
