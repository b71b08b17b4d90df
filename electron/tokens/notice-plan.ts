import type { AccessToken } from '../../shared/coze/token.ts';

/** What is known of a token when it is decided whether a person is told that it ends. */
export interface NoticeFacts {
  readonly view: Pick<AccessToken, 'renewal' | 'replacedBy'>;
  /** Milliseconds until it expires, on the server's clock. */
  readonly leftMs: number;
  readonly lifetimeMs: number | null;
  /** The last time before expiry, in seconds, that was told; null when none was. */
  readonly told: number | null;
}

/** A token has to live this much longer than the time of a notice, in seconds, for that notice to be news. */
const longer = (seconds: number) => seconds + Math.max(5, seconds / 10);

/**
 * The notice that is due now, as its time before expiry in seconds; null for none. Of several that are due, as after a
 * sleep, only the one nearest to the expiry. A token that was renewed, or that is about to renew itself, is no news; one
 * whose renewal fails or stands still is.
 */
export function dueNotice(facts: NoticeFacts, beforeSeconds: readonly number[]): number | null {
  const { view, leftMs, lifetimeMs, told } = facts;
  const isTakenCareOf = view.renewal?.state === 'waiting' || view.renewal?.state === 'running';
  if (view.replacedBy !== null || isTakenCareOf || lifetimeMs === null || leftMs <= 0) return null;
  const passed = beforeSeconds.filter(
    (seconds) => leftMs <= seconds * 1000 && lifetimeMs >= longer(seconds) * 1000,
  );
  const nearest = Math.min(...passed);
  return nearest < (told ?? Number.POSITIVE_INFINITY) ? nearest : null;
}
