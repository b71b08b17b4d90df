import type { CheckFinding } from '../../../shared/doctor.ts';
import { type Problem, type ProblemCode, toProblem } from '../../../shared/problem.ts';
import { causesOfFailure } from '../causes-of-failure.ts';
import { findingOfRequest } from '../finding-of-request.ts';
import { type Outcome, outcome, skipped, type Visit } from '../outcome.ts';
import type { MintedToken } from '../patient.ts';
import { seenLength, seenOf, seenOfServer } from '../seen.ts';

const notSent: ReadonlySet<ProblemCode> = new Set([
  'mint/duration-invalid',
  'mint/scope-invalid',
  'input/invalid',
]);

function findingOf({ code }: Problem): CheckFinding {
  if (code === 'exchange/refused') return 'exchange-refused';
  if (code === 'exchange/unexpected') return 'exchange-unexpected';
  if (code === 'exchange/rate-limited') return 'exchange-rate-limited';
  return notSent.has(code) ? 'exchange-not-sent' : 'exchange-lost';
}

function isExplained(problem: Problem): boolean {
  return (
    problem.code.startsWith('exchange/') || notSent.has(problem.code) || findingOfRequest(problem) !== null
  );
}

function failed(thrown: unknown, visit: Visit): Outcome {
  const problem = toProblem(thrown);
  if (!isExplained(problem)) throw thrown;
  const isUnknown = problem.params['kind'] === 'kid-not-registered';
  return outcome('failed', findingOf(problem), {
    params: problem.params,
    seen: seenOfServer(problem),
    causes: causesOfFailure(problem, visit),
    problem,
    facts: { exchange: isUnknown ? 'kid-unknown' : 'failed' },
  });
}

/** Mints a token with the app's defaults, as the mint button does. */
export async function exchangeCheck(visit: Visit): Promise<Outcome> {
  const { patient, facts, signal } = visit;
  if (facts.signer === null) return skipped('skipped-no-key');
  if ((patient.key?.kid ?? '') === '') return skipped('skipped-no-kid');
  if (facts.hosts === null) return skipped('skipped-unreachable');
  let token: MintedToken;
  try {
    token = await patient.mint(signal);
  } catch (thrown) {
    return failed(thrown, visit);
  }
  return outcome('passed', patient.keepsToken ? 'exchange-kept' : 'exchange-dropped', {
    seen: seenOf({
      'log-id': token.logId,
      lifetime: seenLength(token.options.durationSeconds * 1000),
    }),
    facts: { exchange: 'granted', token },
  });
}
