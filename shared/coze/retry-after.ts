import type { EpochMilliseconds } from '../time.ts';

const longest = 86_400;

/**
 * Whole seconds that a `Retry-After` header asks to wait, as a number or as a date (RFC 9110, section 10.2.3), from 1 to a
 * day; null for what is neither.
 *
 * @param now - on the clock of the server, which a date is told by
 */
export function retryAfterSeconds(value: string, now: EpochMilliseconds): number | null {
  const text = value.trim();
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(longest, Math.max(1, seconds));
}
