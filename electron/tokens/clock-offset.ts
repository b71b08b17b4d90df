import type { EpochMilliseconds } from '../../shared/time.ts';

/** A `Date` before there was a Coze, or in another century, says nothing about the server's clock. */
const earliest = Date.UTC(2020);
const latest = Date.UTC(2100);

/**
 * Server's clock minus local clock in milliseconds, from the `Date` header (RFC 9110 §6.6.1) taken as made in the middle
 * between sending and the first byte. `Date` is cut to whole seconds, so differences below two seconds may be none:
 * they count as 0, as does a header that is missing, unreadable or absurd.
 */
export function clockOffset(
  answer: { readonly dateHeader: string | null; readonly firstByteMs: number },
  sentAt: EpochMilliseconds,
): number {
  if (answer.dateHeader === null) return 0;
  const serverTime = Date.parse(answer.dateHeader) + 500;
  if (!(serverTime >= earliest && serverTime < latest)) return 0;
  const offset = Math.round(serverTime - (sentAt + answer.firstByteMs / 2));
  return Math.abs(offset) < 2000 ? 0 : offset;
}
