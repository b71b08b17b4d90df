import { z } from 'zod';

const milliseconds = z.number().int().min(0).max(600_000);

/**
 * What goes wrong with an answer. `delay`, `drop`, `cut` and `slow-drip` happen to the answer of a request that was
 * carried out (an assertion is used up); a stream of events is cut in the middle of an event. `no-end-event`,
 * `error-event` and `json-for-stream` wait for the next stream of events and leave other answers alone. The others stand
 * in the answer's place, and the request is not carried out.
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
  z.strictObject({ kind: z.literal('no-end-event') }),
  z.strictObject({ kind: z.literal('error-event') }),
  z.strictObject({ kind: z.literal('json-for-stream') }),
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
  /** The pause between two events of a stream. */
  eventPaceMilliseconds: z.number().int().min(0).max(60_000),
  /** How a chat's stream ends: with `"[DONE]"` (true) or `[DONE]`; both occur. */
  doneQuoted: z.boolean(),
  /** A workflow's stream holds heartbeats (`PING`). */
  heartbeats: z.boolean(),
});
/** The ways in which practice Coze is broken on purpose, and how its streams look. */
export type Faults = Readonly<z.infer<typeof faultsSchema>>;
