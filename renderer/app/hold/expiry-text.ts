import { type EpochMilliseconds, type EpochSeconds, epochSeconds } from '../../../shared/time.ts';

/** What a person wrote about the end of a token. */
export type ExpiryReading =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'at'; readonly at: EpochSeconds }
  | { readonly kind: 'past'; readonly at: EpochSeconds }
  | { readonly kind: 'unreadable' };

const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

const offset = /^\+\s*(\d{1,9})\s*([smhdw])$/i;
const localTime = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const epoch = /^\d{10}$/;

/** 9999-12-31T23:59:59Z, the last second that the contract takes. */
const lastSecond = 253_402_300_799;

function readOffset(text: string, now: EpochMilliseconds): number | null {
  const [, count, unit] = offset.exec(text) ?? [];
  if (count === undefined || unit === undefined) return null;
  return now / 1000 + Number(count) * unitSeconds[unit.toLowerCase() as keyof typeof unitSeconds];
}

function readLocalTime(text: string): number | null {
  const match = localTime.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(year, month - 1, day, hour, minute, second);
  const isReal = date.getMonth() === month - 1 && date.getDate() === day;
  return isReal && hour < 24 && minute < 60 && second < 60 ? date.getTime() / 1000 : null;
}

/**
 * Reads when a token ends: nothing (nobody knows), `+30d` (from `now` on; s, m, h, d, w), a local date and time such as
 * `2026-03-01 18:30`, or epoch seconds.
 *
 * @param now - on the clock that the expiry is judged on
 */
export function readExpiry(text: string, now: EpochMilliseconds): ExpiryReading {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'unknown' };
  const seconds =
    readOffset(trimmed, now) ?? readLocalTime(trimmed) ?? (epoch.test(trimmed) ? Number(trimmed) : null);
  if (seconds === null || seconds < 0 || seconds > lastSecond) return { kind: 'unreadable' };
  const at = epochSeconds(seconds);
  return { kind: seconds * 1000 <= now ? 'past' : 'at', at };
}
