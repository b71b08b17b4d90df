import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';

const milliseconds = z.number().int().min(0).max(600_000);

/**
 * What goes wrong with an answer. `delay`, `drop`, `cut` and `slow-drip` happen to the answer of a request that was
 * carried out (an assertion is used up); the others stand in its place, and the request is not carried out.
 */
export const answerFaultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), milliseconds }),
  z.strictObject({ kind: z.literal('drop') }),
  z.strictObject({ kind: z.literal('cut') }),
  z.strictObject({
    kind: z.literal('slow-drip'),
    /** Bytes sent at a time, and the pause after each. */
    bytes: z.number().int().min(1).max(65_536),
    milliseconds,
  }),
  z.strictObject({ kind: z.literal('server-error') }),
  z.strictObject({ kind: z.literal('html') }),
  z.strictObject({ kind: z.literal('rate-limited') }),
]);
export type AnswerFault = Readonly<z.infer<typeof answerFaultSchema>>;

const oneYear = 31_536_000;

export const faultsSchema = z.strictObject({
  /** Every app is deactivated by its owner. */
  appDeactivated: z.boolean(),
  /** No channel app is bound to a channel. */
  channelUnbound: z.boolean(),
  /** No public key is registered any more. */
  keyRemoved: z.boolean(),
  /** Practice Coze's clock minus the real one. */
  clockOffsetSeconds: z.number().int().min(-oneYear).max(oneYear),
  /** What happens to the next `times` answers; null for nothing. */
  nextAnswers: z
    .strictObject({ fault: answerFaultSchema, times: z.number().int().min(1).max(1000) })
    .nullable(),
});
/** The ways in which practice Coze is broken on purpose. */
export type Faults = Readonly<z.infer<typeof faultsSchema>>;

export const noFaults: Faults = {
  appDeactivated: false,
  channelUnbound: false,
  keyRemoved: false,
  clockOffsetSeconds: 0,
  nextAnswers: null,
};

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

/** Holds the faults of one practice Coze; none at first. */
export function createFaultBoard(): FaultBoard {
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
      return faults;
    },
    takeNext: () => {
      const next = faults.nextAnswers;
      if (next === null) return null;
      faults = { ...faults, nextAnswers: next.times > 1 ? { ...next, times: next.times - 1 } : null };
      return next.fault;
    },
  };
}
