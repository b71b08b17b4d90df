import { z } from 'zod';
import { oauthAppSchema } from '../coze/app.ts';
import { faultsSchema } from '../practice-fault-schema.ts';
import { practiceDetailSchema, practiceLogSchema, practiceStatusSchema } from '../practice-schema.ts';
import { nothing } from './simple-schemas.ts';

/** The calls about practice Coze. */
export const practiceCalls = {
  'practice.setUp': { input: z.object({ hold: z.enum(['keychain', 'this-run']) }), output: oauthAppSchema },
  /** On any free port, or the one it had before; while it runs the port stays as it is. */
  'practice.start': {
    input: z.object({ port: z.number().int().min(0).max(65_535).optional() }).nullable(),
    output: practiceStatusSchema,
  },
  'practice.stop': { input: nothing, output: practiceStatusSchema },
  /** Forgets conversations, tokens, log and faults; apps and keys stay. */
  'practice.reset': { input: nothing, output: practiceStatusSchema },
  /** Changes the faults that are named. */
  'practice.setFaults': { input: faultsSchema.partial(), output: practiceStatusSchema },
  /** Every request that is still in the log. */
  'practice.log': { input: nothing, output: practiceLogSchema },
  'practice.clearLog': { input: nothing, output: nothing },
  /** One request in full; null when it is not in the log any more. */
  'practice.request': {
    input: z.object({ number: z.number().int() }),
    output: practiceDetailSchema.nullable(),
  },
} as const;
