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
}

/**
 * Server's clock minus local clock in milliseconds, from the `Date` header (RFC 9110 §6.6.1) taken as made in the middle
 * between sending and the first byte; differences below two seconds are 0. Null when the answer says nothing about it: a
 * header that is missing, unreadable or absurd, or an answer that let itself be waited for.
 */
export function readClockOffset(answer: DatedAnswer, sentAt: EpochMilliseconds): number | null {
  const { dateHeader, firstByteMs } = answer;
  if (dateHeader === null || !(firstByteMs >= 0 && firstByteMs <= longestWaitMs)) return null;
  const serverTime = Date.parse(dateHeader) + 500;
  if (!(serverTime >= earliest && serverTime < latest)) return null;
  const offset = Math.round(serverTime - (sentAt + firstByteMs / 2));
  return Math.abs(offset) < toleranceMs ? 0 : offset;
}

/** As {@link readClockOffset}, with 0 for what is not known. */
export function clockOffset(answer: DatedAnswer, sentAt: EpochMilliseconds): number {
  return readClockOffset(answer, sentAt) ?? 0;
}
