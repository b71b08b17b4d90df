import type { AccessToken } from '../../shared/coze/token.ts';
import type { EpochMilliseconds } from '../../shared/time.ts';
import type { Liveness } from '../ui/countdown-ring.tsx';

export interface TokenLife {
  /** Whole seconds until it expires on the server's clock; 0 when it has; infinite when nobody knows. */
  readonly secondsLeft: number;
  /** Share of its lifetime that is left, 0 to 1. */
  readonly share: number;
  readonly liveness: Liveness;
}

const soonSeconds = 120;

/** How much of `token` is left at `now` (local clock), judged on the server's clock. */
export function lifeOf(token: AccessToken, now: EpochMilliseconds): TokenLife {
  const serverNow = now + token.clockOffsetMs;
  if (token.expiresAt === null)
    return { secondsLeft: Number.POSITIVE_INFINITY, share: 1, liveness: 'living' };
  const leftMs = token.expiresAt * 1000 - serverNow;
  const wholeMs = Math.max(1000, token.expiresAt * 1000 - (token.mintedAt + token.clockOffsetMs));
  if (leftMs <= 0) return { secondsLeft: 0, share: 0, liveness: 'expired' };
  const secondsLeft = Math.ceil(leftMs / 1000);
  const soon = secondsLeft <= Math.min(soonSeconds, wholeMs / 5000);
  return { secondsLeft, share: Math.min(1, leftMs / wholeMs), liveness: soon ? 'soon' : 'living' };
}

/** `mm:ss`, or `h:mm:ss` from one hour on. */
export function formatCountdown(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
