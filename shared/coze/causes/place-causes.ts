import { type Cause, cause } from './cause.ts';
import { type CauseFacts, customHost, placeAsked } from './cause-facts.ts';

const otherRegions = { cn: 'com', com: 'cn' } as const;

/** That the app is registered elsewhere: in the other official region, or not behind this base URL. */
export function wrongPlace(facts: CauseFacts): readonly Cause[] {
  const { kind } = facts.region;
  if (kind === 'practice') return [];
  if (kind === 'custom') return [cause('base-url', { host: customHost(facts) })];
  return [cause('other-region', { here: kind, other: otherRegions[kind] })];
}

/** Beyond this a clock that is wrong can be why times are refused. */
const worthSuspectingMs = 60_000;

/**
 * That the clocks disagree, when they are known to be more than a minute apart; where practice Coze's was set wrong on
 * purpose, that as well.
 */
export function wrongClock(facts: CauseFacts): readonly Cause[] {
  const { clockOffsetMs } = facts;
  // The clock of practice Coze may be wrong on purpose: it tells nothing about another host.
  if (facts.region.kind === 'practice' && placeAsked(facts) === 'elsewhere') return [];
  if (!(Math.abs(clockOffsetMs) > worthSuspectingMs)) return [];
  const seconds = Math.round(Math.abs(clockOffsetMs) / 1000);
  const clock = cause(clockOffsetMs < 0 ? 'clock-ahead' : 'clock-behind', { seconds });
  const isOnPurpose =
    facts.region.kind === 'practice' && (facts.practiceFaults?.clockOffsetSeconds ?? 0) !== 0;
  return isOnPurpose ? [clock, cause('practice-fault')] : [clock];
}
