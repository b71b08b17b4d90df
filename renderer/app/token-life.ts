import type { AccessToken } from '../../shared/coze/token.ts';
import { formatCountdown } from '../../shared/format-countdown.ts';
import { lengthOfTime } from '../../shared/i18n/length-of-time.ts';
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
    return { secondsLeft: Number.POSITIVE_INFINITY, share: 1, liveness: 'unknown' };
  const leftMs = token.expiresAt * 1000 - serverNow;
  const wholeMs = Math.max(1000, token.expiresAt * 1000 - (token.mintedAt + token.clockOffsetMs));
  if (leftMs <= 0) return { secondsLeft: 0, share: 0, liveness: 'expired' };
  const secondsLeft = Math.ceil(leftMs / 1000);
  const soon = secondsLeft <= Math.min(soonSeconds, wholeMs / 5000);
  return { secondsLeft, share: Math.min(1, leftMs / wholeMs), liveness: soon ? 'soon' : 'living' };
}

/** Whether it is being renewed this moment. */
export function isRenewing({ renewal }: AccessToken): boolean {
  return renewal?.state === 'running';
}

/** Epoch milliseconds on the local clock at which `token` expires; null when nobody knows. */
export function localExpiry({ expiresAt, clockOffsetMs }: AccessToken): number | null {
  return expiresAt === null ? null : expiresAt * 1000 - clockOffsetMs;
}

/** What is longer is told in days. */
const longestCountdown = 360_000;

/** `mm:ss`, `h:mm:ss` from one hour on, days from a hundred hours on; a dash when nobody knows. */
export function formatLeft(secondsLeft: number, language: 'zh' | 'en'): string {
  if (secondsLeft === Number.POSITIVE_INFINITY) return '–';
  if (secondsLeft < longestCountdown) return formatCountdown(secondsLeft);
  return lengthOfTime(Math.round(secondsLeft / 86_400) * 86_400, language);
}
