import { defaultAssertionLifetime } from '../../../shared/coze/assertion.ts';
import { cause } from '../../../shared/coze/causes/cause.ts';
import { type Outcome, outcome, skipped, type Visit } from '../outcome.ts';
import { seenLength, seenOf, seenTime } from '../seen.ts';

/** Differences that are worth a word, in milliseconds. */
const noticeable = 5000;

/** How far ahead `iat` may lie before it is sure to look wrong; no source says what Coze tolerates. */
const farAhead = 300_000;

/** Whether the local clock agrees with the server's, as far as signing needs it. */
export async function clockCheck({ patient, facts, services }: Visit): Promise<Outcome> {
  if (facts.hosts === null) return skipped('skipped-unreachable');
  const { clockOffsetMs: offset } = facts;
  if (offset === null) return outcome('cannot-tell', 'clock-unknown');
  const local = services.clock.now();
  const seen = seenOf({
    'local-time': seenTime(local),
    'server-time': seenTime(local + offset),
    difference: seenLength(offset),
  });
  const params = { seconds: Math.round(Math.abs(offset) / 1000), lifetime: defaultAssertionLifetime };
  if (Math.abs(offset) < noticeable) return outcome('passed', 'clock-right', { params, seen });
  const { seconds } = params;
  const details = { params, seen, causes: [cause(offset < 0 ? 'clock-ahead' : 'clock-behind', { seconds })] };
  if (patient.signsByServerClock) return outcome('warning', 'clock-corrected', { params, seen });
  if (offset <= -farAhead) return outcome('failed', 'clock-ahead', details);
  if (offset >= defaultAssertionLifetime * 1000) return outcome('failed', 'clock-behind', details);
  return outcome('warning', 'clock-off', details);
}
