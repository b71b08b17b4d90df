import { z } from 'zod';
import { type Cause, causeCodes } from './coze/causes/cause.ts';
import { type Problem, problemCodes, type ServerWords } from './problem.ts';
import { remedies } from './remedies.ts';

const serverWordsSchema = z.object({
  status: z.number().int(),
  logId: z.string().nullable(),
  contentType: z.string().nullable(),
  at: z.number().int(),
  serverTime: z.number().int().nullable(),
  body: z.string(),
}) satisfies z.ZodType<ServerWords>;

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

const causeSchema = z.object({
  code: z.enum(causeCodes),
  params: paramsSchema,
  remedy: z.enum(remedies).nullable(),
}) satisfies z.ZodType<Cause>;

/** Checks a {@link Problem} where it crosses a boundary. */
export const problemSchema = z.object({
  code: z.enum(problemCodes),
  params: paramsSchema,
  remedies: z.array(z.enum(remedies)).readonly(),
  server: serverWordsSchema.nullable(),
  at: z.number().int().optional(),
  causes: z.array(causeSchema).readonly().optional(),
}) satisfies z.ZodType<Problem>;
