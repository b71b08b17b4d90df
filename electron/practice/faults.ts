import { type AnswerFault, type Faults, faultsSchema } from '../../shared/practice-fault-schema.ts';
import { noFaults } from '../../shared/practice-faults.ts';
import { ProblemError } from '../../shared/problem.ts';

export type { AnswerFault, Faults } from '../../shared/practice-fault-schema.ts';

/** The faults that only a stream of events can have. */
export type StreamFault = Extract<
  AnswerFault,
  { readonly kind: 'no-end-event' | 'error-event' | 'json-for-stream' }
>;

/** Tells the faults that wait for a stream of events. */
export function isStreamFault(fault: AnswerFault): fault is StreamFault {
  return fault.kind === 'no-end-event' || fault.kind === 'error-event' || fault.kind === 'json-for-stream';
}

export interface FaultBoard {
  readonly current: () => Faults;
  /**
   * Changes the faults that are named and leaves the others.
   *
   * @throws ProblemError `input/invalid` when a value is not of {@link faultsSchema}
   */
  readonly change: (faults: unknown) => Faults;
  /** The fault that the next answer suffers whatever it is, counted down by one; null for none. */
  readonly takeNext: () => Exclude<AnswerFault, StreamFault> | null;
  /** The fault that the next stream of events suffers, counted down by one; null for none. */
  readonly takeNextOfStreams: () => StreamFault | null;
}

/**
 * Holds the faults of one practice Coze; none at first.
 *
 * @param onChange - told whenever they are others than before
 */
export function createFaultBoard(onChange: () => void = () => {}): FaultBoard {
  let faults = noFaults;
  const countDown = () => {
    const next = faults.nextAnswers;
    if (next === null) return;
    faults = { ...faults, nextAnswers: next.times > 1 ? { ...next, times: next.times - 1 } : null };
    onChange();
  };
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
      const fault = faults.nextAnswers?.fault ?? null;
      if (fault === null || isStreamFault(fault)) return null;
      countDown();
      return fault;
    },
    takeNextOfStreams: () => {
      const fault = faults.nextAnswers?.fault ?? null;
      if (fault === null || !isStreamFault(fault)) return null;
      countDown();
      return fault;
    },
  };
}
