import { type CauseFacts, causeFactsOf } from '../../shared/coze/causes/cause-facts.ts';
import { rateLimitCauses, unexpectedCauses } from '../../shared/coze/causes/unexpected-causes.ts';
import { causesOf } from '../../shared/coze/failure-causes.ts';
import type { DoctorCause } from '../../shared/doctor.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Visit } from './outcome.ts';
import { ownCause } from './own-cause.ts';

function factsOf({ patient, services, facts }: Visit): CauseFacts {
  const { app, key } = patient;
  const clock = { now: services.clock.now(), clockOffsetMs: facts.clockOffsetMs ?? 0 };
  const faults = patient.practiceFaults === undefined ? {} : { practiceFaults: patient.practiceFaults() };
  return { ...causeFactsOf(app, key, clock), ...faults, proxy: facts.proxied };
}

const ofRequest: ReadonlySet<Problem['code']> = new Set([
  'mint/duration-invalid',
  'mint/scope-invalid',
  'input/invalid',
]);

/** Why `problem` came about, the likeliest for this app first; never empty, since "nobody knows" is an answer, too. */
export function causesOfFailure(problem: Problem, visit: Visit): readonly DoctorCause[] {
  if (ofRequest.has(problem.code)) return [ownCause('request-wrong')];
  const causes = causesOf(problem, factsOf(visit));
  return causes.length === 0 ? [ownCause('not-documented')] : causes;
}

/** Why an answer did not come from the API: the causes that an exchange with this answer would name, too. */
export function causesOfAnswer(
  answer: {
    readonly reason: 'html' | 'status';
    readonly status: number;
    /** Seconds, where the answer asks to wait. */
    readonly retryAfter?: number | null;
  },
  visit: Visit,
): readonly DoctorCause[] {
  const facts = factsOf(visit);
  if (answer.status === 429) {
    return rateLimitCauses({ params: answer.retryAfter ? { seconds: answer.retryAfter } : {} }, facts);
  }
  const params = { reason: answer.reason, status: answer.status };
  return unexpectedCauses({ params, server: null }, facts);
}
