import { tokenInPlaceOf } from '../../shared/coze/token-in-place.ts';
import { ProblemError } from '../../shared/problem.ts';
import { type HeldToken, millisecondsLeft, secondsLeft } from '../tokens/token-store.ts';
import type { EngineContext } from './context.ts';
import { flightKey } from './renew-token.ts';

/** Seconds that a token has to live on so that its renewal is not waited for. */
const margin = 5;

/**
 * The token that a request names, or the one that has renewed it, as it stands now.
 *
 * @throws ProblemError `token/not-found`
 */
export function tokenInForce({ tokens }: EngineContext, tokenId: string): HeldToken {
  const views = tokens.all().map(({ view }) => view);
  const held = tokens.find(tokenInPlaceOf(views, tokenId)?.id ?? '');
  if (held === null) throw new ProblemError('token/not-found');
  return held;
}

/** Waits while a token is being renewed; that this fails is not the request's own failure. */
async function renewal(
  { profile, flights }: EngineContext,
  { view }: HeldToken,
  signal: AbortSignal,
): Promise<void> {
  const app = profile.get().apps.find(({ id }) => id === view.appId);
  if (app === undefined) return;
  await flights.join(flightKey(app, view.options), signal)?.catch(() => signal.throwIfAborted());
}

/** A token of practice Coze is good for the one that gave it, and not for whoever has its port now. */
async function isOfOtherPractice({ practice }: EngineContext, { view, api }: HeldToken): Promise<boolean> {
  return view.region.kind === 'practice' && (await practice.use()).url !== api;
}

/**
 * The token that a request names, or the one that has renewed it; one that is about to end waits for a renewal that is on
 * its way.
 *
 * @throws ProblemError `token/not-found` when it was forgotten, `token/expired`; an `AbortError` when cancelled
 */
export async function givenToken(
  context: EngineContext,
  tokenId: string,
  signal: AbortSignal,
): Promise<HeldToken> {
  const { clock, serverClock } = context;
  serverClock.look();
  const first = tokenInForce(context, tokenId);
  if (secondsLeft(first.view, clock.now()) < margin) await renewal(context, first, signal);
  const held = tokenInForce(context, tokenId);
  if (millisecondsLeft(held.view, clock.now()) > 0 && !(await isOfOtherPractice(context, held))) return held;
  throw new ProblemError('token/expired', held.view.source === 'minted' ? { remedies: ['mint-again'] } : {});
}
