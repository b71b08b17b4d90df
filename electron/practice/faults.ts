import { type AnswerFault, type Faults, faultsSchema } from '../../shared/practice-fault-schema.ts';
import { noFaults } from '../../shared/practice-faults.ts';
import { ProblemError } from '../../shared/problem.ts';

export type { AnswerFault, Faults } from '../../shared/practice-fault-schema.ts';

export interface FaultBoard {
  readonly current: () => Faults;
  /**
   * Changes the faults that are named and leaves the others.
   *
   * @throws ProblemError `input/invalid` when a value is not of {@link faultsSchema}
   */
  readonly change: (faults: unknown) => Faults;
  /** The fault that the next answer suffers, counted down by one; null for none. */
  readonly takeNext: () => AnswerFault | null;
}

/**
 * Holds the faults of one practice Coze; none at first.
 *
 * @param onChange - told whenever they are others than before
 */
export function createFaultBoard(onChange: () => void = () => {}): FaultBoard {
  let faults = noFaults;
  return {
    current: () => faults,
    change: (wanted) => {
      const parsed = faultsSchema.partial().safeParse(wanted);
      if (!parsed.success) {
        throw new ProblemError('input/invalid', {
          params: { path: parsed.error.issues[0]?.path.join('.') ?? '' },
          cause: parsed.error,
        });
      }
      const named = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
      faults = { ...faults, ...Object.fromEntries(named) };
      onChange();
      return faults;
    },
    takeNext: () => {
      const next = faults.nextAnswers;
      if (next === null) return null;
      faults = { ...faults, nextAnswers: next.times > 1 ? { ...next, times: next.times - 1 } : null };
      onChange();
      return next.fault;
    },
  };
}
