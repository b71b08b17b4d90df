import { z } from 'zod';
import { type Problem, problemCodes, remedies, type ServerWords } from './problem.ts';

const serverWordsSchema = z.object({
  status: z.number().int(),
  logId: z.string().nullable(),
  contentType: z.string().nullable(),
  at: z.number().int(),
  serverTime: z.number().int().nullable(),
  body: z.string(),
}) satisfies z.ZodType<ServerWords>;

/** Checks a {@link Problem} where it crosses a boundary. */
export const problemSchema = z.object({
  code: z.enum(problemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  remedies: z.array(z.enum(remedies)).readonly(),
  server: serverWordsSchema.nullable(),
  at: z.number().int().optional(),
}) satisfies z.ZodType<Problem>;
