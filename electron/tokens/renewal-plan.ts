/** What is known of a token when it is decided about its renewal. All times in milliseconds. */
export interface RenewalFacts {
  /** Until it expires, on the server's clock; negative when it has. */
  readonly leftMs: number;
  /** From its first moment here to its expiry. */
  readonly lifetimeMs: number;
  /** Whether anybody has used it, or asked for its renewal, since it came to be. */
  readonly wanted: boolean;
  /** The tries that failed since it came to be; null when none has. */
  readonly failure: RenewalFailure | null;
}

export interface RenewalFailure {
  /** Until the next try. */
  readonly retryInMs: number;
  /** It will not pass by itself. */
  readonly lasts: boolean;
  /** Since the first of them failed. */
  readonly sinceFirstMs: number;
}

export type RenewalStep =
  | { readonly kind: 'renew' }
  | { readonly kind: 'wait'; readonly inMs: number }
  | { readonly kind: 'retry'; readonly inMs: number }
  | { readonly kind: 'unused' }
  | { readonly kind: 'stop' };

const shortestMargin = 5_000;
const longestMargin = 300_000;
/** How long tries go on at least, also when the token expires meanwhile or had expired before. */
const lateTries = 120_000;

/**
 * How long before its expiry a token of this lifetime is renewed: a tenth of it, at least 5 s, at most 5 minutes; of very
 * short lives half.
 */
export function renewalMargin(lifetimeMs: number): number {
  const tenth = Math.min(longestMargin, Math.max(shortestMargin, lifetimeMs / 10));
  return Math.min(tenth, lifetimeMs / 2);
}

/**
 * What to do about a token now. A token that nobody wants is not renewed, however often it is looked at; as soon as
 * somebody does, it is, also when it expired in the meantime (asleep, for example). Tries that fail go on until the token
 * expires, and for two minutes at least.
 */
export function planRenewal({ leftMs, lifetimeMs, wanted, failure }: RenewalFacts): RenewalStep {
  if (failure !== null) {
    const tooLate = leftMs <= 0 && failure.sinceFirstMs >= lateTries;
    if (failure.lasts || tooLate) return { kind: 'stop' };
    return failure.retryInMs > 0 ? { kind: 'retry', inMs: failure.retryInMs } : { kind: 'renew' };
  }
  const dueInMs = leftMs - renewalMargin(lifetimeMs);
  if (dueInMs > 0) return { kind: 'wait', inMs: dueInMs };
  return wanted ? { kind: 'renew' } : { kind: 'unused' };
}

const shortestPatience = 5_000;

/**
 * How many whole milliseconds one answer is waited for, so that one that never comes leaves time for another try: half of what
 * the token has left, at least 5 s. Null, for the usual limit, when it has expired and there is nothing to be in time for.
 */
export function renewalPatience(leftMs: number): number | null {
  return leftMs <= 0 ? null : Math.max(shortestPatience, Math.round(leftMs / 2));
}

const firstPause = 2_000;
const longestPause = 60_000;
/** Less would spend the tries on one and the same trouble. */
const shortestPause = 1_000;

/**
 * Milliseconds to wait after failure number `attempts` (from 1): anything from a second up to a bound that doubles each time,
 * to a minute ("full jitter"), so that many tokens that failed together do not come back together.
 *
 * @param random - at least 0, less than 1
 */
export function renewalPause(attempts: number, random: number): number {
  const bound = Math.min(longestPause, firstPause * 2 ** (attempts - 1));
  return Math.max(shortestPause, Math.floor(random * bound));
}
