import { mustBeInteger, mustCountSeconds, required } from './field-types.ts';
import type { LintContext } from './lint-context.ts';
import type { LintSegment } from './lint-segment.ts';
import { type FieldRule, type Notice, notice } from './notice.ts';
import { placeOf, secondsAt } from './place.ts';

/** `iat`: an integer of seconds, as a rule the present moment. */
export const iatRules: readonly FieldRule[] = [
  required(({ now }) => ({ value: String(now) })),
  mustBeInteger,
  mustCountSeconds,
];

/** `exp`: an integer of seconds. */
export const expRules: readonly FieldRule[] = [required(() => null), mustBeInteger, mustCountSeconds];

/** Two clocks may differ by this many seconds without either being wrong. */
const clockTolerance = 60;

/** The SDKs that choose the lifetime themselves choose this; Coze documents no maximum. */
const usualLifetime = 3600;

/**
 * The times together, and against the clock. Only what is an integer of seconds is looked at. An `iat` ahead has no fix
 * where `exp` follows it: moved alone it would stretch the lifetime.
 */
export function findInTimes(payload: LintSegment, { now }: LintContext): readonly (Notice | null)[] {
  const iatPlace = placeOf(payload, ['iat']);
  const expPlace = placeOf(payload, ['exp']);
  const nbfPlace = placeOf(payload, ['nbf']);
  const iat = secondsAt(iatPlace);
  const exp = secondsAt(expPlace);
  const nbf = secondsAt(nbfPlace);
  const isOrdered = iat === null || exp === null || exp > iat;
  const lifetime = iat === null || exp === null ? 0 : exp - iat;
  const isPair = iat !== null && exp !== null && exp > iat;
  const presentMoment = isPair ? null : { value: String(now) };
  const iatCode = iat !== null && iat > now + clockTolerance ? 'iat-in-future' : 'iat-ahead';
  return [
    iat !== null && iat > now ? notice(iatCode, iatPlace, presentMoment, { seconds: iat - now }) : null,
    isOrdered ? null : notice('exp-not-after-iat', expPlace),
    exp !== null && exp <= now ? notice('expired', expPlace, null, { seconds: now - exp }) : null,
    lifetime > usualLifetime ? notice('lifetime-long', expPlace, null, { seconds: lifetime }) : null,
    nbf !== null && nbf > now
      ? notice('nbf-in-future', nbfPlace, { remove: true }, { seconds: nbf - now })
      : null,
  ];
}
