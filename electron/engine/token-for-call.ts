import type { OAuthApp } from '../../shared/coze/app.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { TokenForRun } from '../console/run-plan.ts';
import type { Demand } from '../tokens/mint-flights.ts';
import { isOwnedBy, secondsLeft, type TokenOwner } from '../tokens/token-store.ts';
import type { EngineContext } from './context.ts';
import { mintForApp } from './mint-for-app.ts';
import { flightKey, renewUnlessChanged } from './renew-token.ts';

/** Seconds that a token has to live on so that it is worth sending. */
const margin = 5;

/**
 * The mint on its way that a call may wait for: the renewal of the token that it would have used, or a mint of what it
 * would mint itself. Null when there is none, or when that fails, which is not the call's own failure.
 */
async function comingToken(
  { tokens, flights, clock }: EngineContext,
  app: OAuthApp,
  owner: TokenOwner,
  signal: AbortSignal,
): Promise<AccessToken | null> {
  const last = tokens.newestLive(owner, clock.now(), Number.NEGATIVE_INFINITY);
  const renewal = last === null ? null : flights.join(flightKey(app, last.view.options), signal);
  try {
    return await (renewal ?? flights.join(flightKey(app, app.defaults), signal));
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

/**
 * A token of `app` for a request: the newest that lives, else the one that is coming in its place, else a new one.
 *
 * @param owner - the app as it is when the request is made; what it gets has to be of it
 * @throws ProblemError `token/app-changed`, and as `mintForApp` does
 */
export async function tokenForCall(
  context: EngineContext,
  app: OAuthApp,
  owner: TokenOwner,
  signal: AbortSignal,
): Promise<TokenForRun> {
  const { tokens, clock, flights, serverClock } = context;
  serverClock.look();
  const live = tokens.newestLive(owner, clock.now(), margin);
  if (live !== null) return { tokenId: live.view.id, text: live.text, minted: false };
  let isMinted = false;
  function mint(own: AbortSignal, demand: Demand): Promise<AccessToken> {
    isMinted = true;
    return mintForApp(context, app, app.defaults, own, { demand });
  }
  const { id } =
    (await comingToken(context, app, owner, signal)) ??
    (await flights.share(flightKey(app, app.defaults), mint, signal));
  const held = tokens.get(id);
  if (!isOwnedBy(held, owner)) throw new ProblemError('token/app-changed', { remedies: ['mint-again'] });
  return { tokenId: id, text: held.text, minted: isMinted };
}

/** True when a call beside this one has got `token` with the same options meanwhile. */
function isLaterTwin(token: AccessToken, refused: AccessToken): boolean {
  return (
    token.id !== refused.id &&
    token.mintedAt >= refused.mintedAt &&
    JSON.stringify(token.options) === JSON.stringify(refused.options)
  );
}

/**
 * Another token in place of one that the API refused: the one that has replaced it already, one that another call has got
 * meanwhile, else a renewed one. Null when there is none of the same owner, as when the app has got another region
 * meanwhile.
 *
 * @param orNewest - whether any live token of the owner will do where the refused one is gone by now
 * @throws ProblemError when it cannot be renewed; an `AbortError` when cancelled
 */
export async function tokenAfterRefusal(
  context: EngineContext,
  tokenId: string,
  owner: TokenOwner,
  signal: AbortSignal,
  orNewest = false,
): Promise<TokenForRun | null> {
  const { tokens, clock } = context;
  const refused = tokens.find(tokenId);
  const successor = tokens.find(refused?.view.replacedBy ?? '');
  if (successor !== null && secondsLeft(successor.view, clock.now()) >= margin) {
    if (!isOwnedBy(successor, owner)) return null;
    return { tokenId: successor.view.id, text: successor.text, minted: false };
  }
  const newest = tokens.newestLive(owner, clock.now(), margin);
  if (newest !== null && (refused === null ? orNewest : isLaterTwin(newest.view, refused.view))) {
    tokens.replace(tokenId, newest.view.id);
    return { tokenId: newest.view.id, text: newest.text, minted: false };
  }
  try {
    const { id } = await renewUnlessChanged(context, tokenId, signal);
    const held = tokens.get(id);
    return isOwnedBy(held, owner) ? { tokenId: id, text: held.text, minted: true } : null;
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.code.startsWith('token/')) return null;
    throw thrown;
  }
}
