import { z } from 'zod';
import { faultsSchema } from './practice-fault-schema.ts';

/** Whether practice Coze listens, where, and how it is broken on purpose. */
export const practiceStatusSchema = z.object({
  running: z.boolean(),
  url: z.string().nullable(),
  port: z.number().int().nullable(),
  faults: faultsSchema,
  /** A person had stopped it; something else that a person asked for has started it again. */
  startedByUse: z.boolean().optional(),
});
export type PracticeStatus = Readonly<z.infer<typeof practiceStatusSchema>>;

const senderSchema = z.object({ clientId: z.string(), name: z.string() });

/** One request that practice Coze received, as a list shows it. */
export const practiceEntrySchema = z.object({
  /** Counts up and is never used again, whatever is cleared or reset. */
  number: z.number().int(),
  /** Epoch milliseconds on this computer's clock: when it arrived. */
  at: z.number(),
  logId: z.string(),
  method: z.string(),
  path: z.string(),
  /** Of the catalogue; null for a path that it does not have. */
  endpointId: z.string().nullable(),
  app: senderSchema.nullable(),
  status: z.number().int(),
  /** Null while the answer is on its way. */
  durationMs: z.number().nullable(),
  /** Coze's own code of the refusal; null when the request was not refused. */
  refusedWith: z.string().nullable(),
  /** The kind of the fault that the answer suffered. */
  fault: z.string().nullable(),
});
export type PracticeEntry = Readonly<z.infer<typeof practiceEntrySchema>>;

const messageSchema = z.object({
  headers: z.array(z.tuple([z.string(), z.string()])).readonly(),
  /** Its beginning without secrets; null when there is none or it is no text. */
  body: z.string().nullable(),
  /** Null while a stream runs. */
  bodyBytes: z.number().int().nullable(),
});

const practiceCheckSchema = z.object({
  name: z.string(),
  state: z.enum(['passed', 'failed', 'not-reached']),
  /** Values, not words; null where there is nothing to show. */
  seen: z.string().nullable(),
  wanted: z.string().nullable(),
});
export type PracticeCheck = Readonly<z.infer<typeof practiceCheckSchema>>;

/** Everything that is known about one request. Holds no token, key or signature. */
export const practiceDetailSchema = practiceEntrySchema.extend({
  query: z.string(),
  request: messageSchema,
  /** JSON texts; null when the request carried no readable assertion. */
  assertion: z.object({ header: z.string(), claims: z.string() }).nullable(),
  /** In the order in which they are made. */
  checks: z.array(practiceCheckSchema).readonly(),
  refusal: z
    .object({
      code: z.string(),
      message: z.string(),
      /** What no source tells of the real Coze: practice Coze chose it. */
      undocumented: z.array(z.enum(['status', 'code', 'message'])).readonly(),
    })
    .nullable(),
  answer: messageSchema,
});
export type PracticeDetail = Readonly<z.infer<typeof practiceDetailSchema>>;

/** What came to the log since the last event: at most one in 50 ms. */
export const practiceLogSchema = z.object({
  /** Entries that are new or changed, oldest first. */
  entries: z.array(practiceEntrySchema).readonly(),
  /** Entries with a lower number are gone. */
  firstNumber: z.number().int(),
});
export type PracticeLog = Readonly<z.infer<typeof practiceLogSchema>>;
