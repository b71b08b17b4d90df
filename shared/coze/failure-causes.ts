import type { Problem } from '../problem.ts';
import { type Cause, cause } from './causes/cause.ts';
import type { CauseFacts } from './causes/cause-facts.ts';
import {
  garbledCauses,
  redirectCauses,
  resetCauses,
  timeoutCauses,
  tlsCauses,
  unreachableCauses,
} from './causes/network-causes.ts';
import { refusalCauses } from './causes/refusal-causes.ts';
import { rateLimitCauses, unexpectedCauses } from './causes/unexpected-causes.ts';

type Failure = Pick<Problem, 'code' | 'params' | 'server'>;

/** `Date` is cut to whole seconds: on average the server's clock was half a second further. */
const dateCutMs = 500;

/**
 * Server's clock minus local clock in milliseconds, as the failed answer itself shows it, else as learned before.
 *
 * @param learnedMs - 0 when unknown
 */
export function clockOffsetAt({ server }: Pick<Problem, 'server'>, learnedMs: number): number {
  const serverTime = server?.serverTime ?? null;
  return server === null || serverTime === null ? learnedMs : serverTime + dateCutMs - server.at;
}

/** Host and port that a request went to, where the failure names them; nothing of the region's is known of another one. */
function askedHost({ code, params }: Failure): Pick<CauseFacts, 'askedHost'> {
  const { host, from } = params;
  if (typeof host === 'string') return { askedHost: host };
  const isOrigin = code === 'http/redirected' && URL.canParse(String(from));
  return isOrigin ? { askedHost: new URL(String(from)).host } : {};
}

/**
 * What may be behind a failure, for this app, the likeliest first. Nothing for a failure that speaks for itself, and
 * nothing for a server's words that no source knows: those are shown as they are.
 */
export function causesOf(problem: Failure, given: CauseFacts): readonly Cause[] {
  const facts: CauseFacts = {
    ...given,
    ...askedHost(problem),
    clockOffsetMs: clockOffsetAt(problem, given.clockOffsetMs),
  };
  switch (problem.code) {
    case 'exchange/refused':
      return refusalCauses(problem, facts);
    case 'exchange/rate-limited':
      return rateLimitCauses(problem, facts);
    case 'exchange/unexpected':
      return unexpectedCauses(problem, facts);
    case 'http/unreachable':
      return unreachableCauses(problem, facts);
    case 'http/tls':
      return tlsCauses(problem, facts);
    case 'http/timeout':
      return timeoutCauses(problem, facts);
    case 'http/reset':
      return resetCauses(facts);
    case 'http/not-http':
    case 'http/content-encoding':
      return garbledCauses(facts);
    case 'http/redirected':
      return redirectCauses(problem, facts);
    case 'keychain/unavailable':
      return [cause('keychain-not-running'), cause('keychain-no-session')];
    case 'keychain/locked':
      return [cause('keychain-locked')];
    case 'keychain/denied':
      return [cause('keychain-policy')];
    case 'keychain/timeout':
      return [cause('keychain-prompt')];
    case 'keychain/not-found':
      return [cause('keychain-earlier-run'), cause('keychain-removed')];
    case 'keychain/corrupt':
      return [cause('keychain-partial')];
    default:
      return [];
  }
}
