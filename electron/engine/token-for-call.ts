import type { OAuthApp } from '../../shared/coze/app.ts';
import { tokenPath } from '../../shared/coze/token-request.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { TokenForCall } from '../console/send-request.ts';
import { secondsLeft } from '../tokens/token-store.ts';
import type { EngineContext } from './context.ts';
import { mintForApp } from './mint-for-app.ts';
import { flightKey, flightOwner, renewToken } from './renew-token.ts';

/** Seconds that a token has to live on so that it is worth sending. */
const margin = 5;

/**
 * A token of `app` for a request: the newest that lives, else the one that is being minted or renewed for the app, else a
 * new one.
 *
 * @throws ProblemError as `mintForApp` does
 */
export async function tokenForCall(
  context: EngineContext,
  app: OAuthApp,
  api: string,
  signal: AbortSignal,
): Promise<TokenForCall> {
  const { tokens, clock, flights, serverClock } = context;
  serverClock.look();
  const owner = { appId: app.id, api, clientId: app.clientId, tokenPath: tokenPath(app.variant) };
  const live = tokens.newestLive(owner, clock.now(), margin);
  if (live !== null) return { tokenId: live.view.id, text: live.text, minted: false };
  const mint = (own: AbortSignal) => mintForApp(context, app, app.defaults, own);
  const coming = flights.ofOwner(flightOwner(app), signal);
  const { id } = await (coming ?? flights.share(flightKey(app, app.defaults), mint, signal));
  return { tokenId: id, text: tokens.get(id).text, minted: coming === null };
}

/**
 * Another token in place of one that the API refused: the one that has replaced it already, else a renewed one. Null when
 * it cannot be renewed; what went wrong stands in the activity list then.
 *
 * @throws an `AbortError` when cancelled
 */
export async function tokenAfterRefusal(
  context: EngineContext,
  tokenId: string,
  signal: AbortSignal,
): Promise<TokenForCall | null> {
  const { tokens, clock } = context;
  const successor = tokens.find(tokens.find(tokenId)?.view.replacedBy ?? '');
  if (successor !== null && secondsLeft(successor.view, clock.now()) >= margin) {
    return { tokenId: successor.view.id, text: successor.text, minted: false };
  }
  try {
    const { id } = await renewToken(context, tokenId, signal);
    return { tokenId: id, text: tokens.get(id).text, minted: true };
  } catch (thrown) {
    if (thrown instanceof ProblemError) return null;
    throw thrown;
  }
}
