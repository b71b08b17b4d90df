import { z } from 'zod';
import { id, nothing } from './simple-schemas.ts';

/** The calls of the doctor. */
export const doctorCalls = {
  /**
   * Looks for what keeps an app's token from working, one check after another; what is found comes as `doctor` events.
   * The run ends by itself, when it is cancelled, and when the window that asked for it is gone.
   */
  'doctor.run': {
    input: z.object({ appId: id, endpointId: z.string().min(1).max(100).nullable() }),
    output: z.object({ runId: id }),
  },
  /** Answers the question of that kind; one that is not asked any more stays unanswered. */
  'doctor.answer': {
    input: z.object({ runId: id, to: z.enum(['other-region', 'go-on']), yes: z.boolean() }),
    output: nothing,
  },
  'doctor.cancel': { input: z.object({ runId: id }), output: nothing },
} as const;
