import { z } from 'zod';
import { consoleRunSchema, historyEntrySchema, runRequestSchema } from '../console-run.ts';
import { problemSchema } from '../problem-schema.ts';
import { id, nothing } from './simple-schemas.ts';

/** How much history there is; `problem` says why the newest requests are not in it. */
export const historyUsageSchema = z.object({
  count: z.number().int(),
  bytes: z.number().int(),
  problem: problemSchema.nullable(),
});

/** The calls about requests that have ended. */
export const historyCalls = {
  /**
   * Requests that have ended, newest first; `total` is how many match. Each word of the query is looked for in method,
   * URL, name of the endpoint, status, code, log id and name of the app.
   */
  'history.list': {
    input: z.object({
      query: z.string().max(500),
      /** The last entry of the page before; null for the first page. After one that is gone comes nothing. */
      before: id.nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ entries: z.array(historyEntrySchema), total: z.number().int() }),
  },
  /** A request as it was written, without its secrets, and its run with the answer, which `console.dropRun` frees. */
  'history.open': {
    input: z.object({ historyId: id }),
    output: z.object({
      request: runRequestSchema,
      /** True when the request's body was too long to be kept. */
      bodyLeftOut: z.boolean(),
      run: consoleRunSchema,
    }),
  },
  'history.remove': { input: z.object({ historyIds: z.array(id).max(1000) }), output: nothing },
  'history.clear': { input: nothing, output: nothing },
  'history.usage': { input: nothing, output: historyUsageSchema },
} as const;
