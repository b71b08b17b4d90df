import { type Cause, cause } from './cause.ts';
import { type CauseFacts, customHost } from './cause-facts.ts';

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

/** That this computer's clock is wrong, when it is known to be off by more than a minute. */
export function wrongClock({ clockOffsetMs }: Pick<CauseFacts, 'clockOffsetMs'>): readonly Cause[] {
  if (!(Math.abs(clockOffsetMs) > worthSuspectingMs)) return [];
  const seconds = Math.round(Math.abs(clockOffsetMs) / 1000);
  return [cause(clockOffsetMs < 0 ? 'clock-ahead' : 'clock-behind', { seconds })];
}
