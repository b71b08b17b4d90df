import type { KeychainState } from '../../../shared/bridge.ts';
import type { CheckFinding } from '../../../shared/doctor.ts';
import { type ProblemCode, ProblemError } from '../../../shared/problem.ts';
import { causesOfFailure } from '../causes-of-failure.ts';
import { type Outcome, outcome, skipped, type Visit } from '../outcome.ts';

const troubles: Readonly<Record<Exclude<KeychainState, 'ready'>, CheckFinding & `keychain-${string}`>> = {
  unavailable: 'keychain-unavailable',
  locked: 'keychain-locked',
  denied: 'keychain-denied',
  timeout: 'keychain-timeout',
};

/** Whether the keychain answers. It is not asked when the key does not rest there. */
export async function keychainCheck(visit: Visit): Promise<Outcome> {
  const { patient } = visit;
  if (patient.keyRests === 'memory') return skipped('skipped-key-in-memory');
  if (patient.keyRests === 'file') return skipped('skipped-key-from-file');
  const state = await patient.keychainState();
  if (state === 'ready') return outcome('passed', 'keychain-ready');
  const code: ProblemCode = `keychain/${state}`;
  const { problem } = new ProblemError(code);
  return outcome('failed', troubles[state], { causes: causesOfFailure(problem, visit), problem });
}
