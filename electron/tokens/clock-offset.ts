import type { EpochMilliseconds } from '../../shared/time.ts';

/** A `Date` before there was a Coze, or in another century, says nothing about the server's clock. */
const earliest = Date.UTC(2020);
const latest = Date.UTC(2100);

/** Beyond this wait for the first byte, nobody knows when in it the server looked at its clock. */
const longestWaitMs = 4000;

/** `Date` is cut to whole seconds, so that a smaller difference may be none. */
const toleranceMs = 2000;

/** What of an answer tells the server's time. */
export interface DatedAnswer {
  readonly dateHeader: string | null;
  readonly firstByteMs: number;
  readonly headers?: readonly (readonly [name: string, value: string])[];
}

/** The server's clock minus the local one, in milliseconds, lies between the two. */
export interface OffsetRange {
  readonly low: number;
  readonly high: number;
}

/** Out of a cache (RFC 9111 §5.1), with the `Date` of the day it was put there. */
function isFromCache({ headers = [] }: DatedAnswer): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === 'age' && Number(value) > 0);
}

/** Null when the answer says nothing: a header that is missing, unreadable or absurd, or an answer out of a cache. */
function rangeOf(answer: DatedAnswer, sentAt: EpochMilliseconds): OffsetRange | null {
  const { dateHeader, firstByteMs } = answer;
  if (dateHeader === null || !(firstByteMs >= 0) || isFromCache(answer)) return null;
  const date = Date.parse(dateHeader);
  if (!(date >= earliest && date < latest)) return null;
  return { low: Math.round(date - (sentAt + firstByteMs)), high: Math.round(date + 1000 - sentAt) };
}

/** The best guess. */
export const middleOf = ({ low, high }: OffsetRange) => Math.round((low + high) / 2);

/**
 * Between which values server's clock minus local clock lies, from the `Date` header (RFC 9110 §6.6.1), made at some
 * moment between sending and the first byte. Null as in {@link readClockOffset}.
 */
export function readOffsetRange(answer: DatedAnswer, sentAt: EpochMilliseconds): OffsetRange | null {
  return answer.firstByteMs <= longestWaitMs ? rangeOf(answer, sentAt) : null;
}

/** The one value to take for a range while nothing else is known; differences below two seconds are 0. */
export function likelyOffset(range: OffsetRange): number {
  const offset = middleOf(range);
  return Math.abs(offset) < toleranceMs ? 0 : offset;
}

/**
 * Server's clock minus local clock in milliseconds, from the `Date` header taken as made in the middle between sending
 * and the first byte; differences below two seconds are 0. Null when the answer says nothing about it: a header that is
 * missing, unreadable or absurd, an answer out of a cache, or one that let itself be waited for.
 */
export function readClockOffset(answer: DatedAnswer, sentAt: EpochMilliseconds): number | null {
  const range = readOffsetRange(answer, sentAt);
  return range === null ? null : likelyOffset(range);
}

/**
 * As {@link readClockOffset}, but also from an answer that let itself be waited for, right to half that wait; null or 0
 * when it says nothing, or when the clocks may agree. Enough to tell a live token from an expired one, not for a
 * countdown.
 */
export function roughClockOffset(answer: DatedAnswer, sentAt: EpochMilliseconds): number | null {
  const range = rangeOf(answer, sentAt);
  if (range === null) return null;
  return range.low <= 0 && range.high >= 0 ? 0 : likelyOffset(range);
}
