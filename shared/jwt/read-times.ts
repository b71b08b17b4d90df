import { memberValue, pointerStep } from '../json/json-members.ts';
import type { JsonNode } from '../json/parse-json.ts';
import { type EpochSeconds, epochSeconds } from '../time.ts';

/**
 * Claims of the token itself that hold a NumericDate: RFC 7519 §4.1.4–6, OpenID Connect Core §2 (`auth_time`) and §5.1
 * (`updated_at`), RFC 8417 §2.2 (`toe`).
 */
export const timeClaims = ['iat', 'nbf', 'exp', 'auth_time', 'updated_at', 'toe'] as const;
export type TimeClaimName = (typeof timeClaims)[number];

export interface TimeClaim {
  readonly name: TimeClaimName;
  /** JSON pointer into the payload. */
  readonly path: string;
  readonly at: EpochSeconds;
  /** What the number counts, going by its size: a date up to the year 5138. */
  readonly unit: TimeUnit;
  /** True when the claim has a fraction, which `at` leaves out. */
  readonly fraction: boolean;
}

/** A date this large cannot count seconds: it would lie beyond the year 5138. */
export const firstMilliseconds = 100_000_000_000;

/** Each with how many of it make a second. */
const units = [
  ['seconds', 1],
  ['milliseconds', 1_000],
  ['microseconds', 1_000_000],
  ['nanoseconds', 1_000_000_000],
] as const;
export type TimeUnit = (typeof units)[number][0];

function isTimeClaim(name: string): name is TimeClaimName {
  return timeClaims.some((known) => known === name);
}

/** The date that one member of a payload holds, or null when it is none. */
export function readTime(name: string, node: JsonNode): TimeClaim | null {
  if (!isTimeClaim(name)) return null;
  const value: unknown = node.value;
  if (node.type !== 'number' || typeof value !== 'number') return null;
  const fitting = units.find(([, perSecond]) => value / perSecond < firstMilliseconds);
  if (value < 0 || fitting === undefined) return null;
  const [unit, perSecond] = fitting;
  const at = epochSeconds(value / perSecond);
  return { name, path: pointerStep(name), at, unit, fraction: !Number.isInteger(value) };
}

/**
 * The dates of a payload, in the order of {@link timeClaims}; a claim that is no plausible date is left out. Members of
 * objects inside it are no dates of the token, whatever their names.
 */
export function readTimes(payload: JsonNode | null): readonly TimeClaim[] {
  if (payload === null) return [];
  return timeClaims.flatMap((name) => {
    const node = memberValue(payload, name);
    const time = node === null ? null : readTime(name, node);
    return time === null ? [] : [time];
  });
}
