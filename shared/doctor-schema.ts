import { z } from 'zod';
import { causeCodes } from './coze/causes/cause.ts';
import { type LintCode, lintCodes } from './coze/lint/lint-codes.ts';
import { regionSchema } from './coze/region-schema.ts';
import { scopeSchema } from './coze/scope.ts';
import {
  checkFindings,
  checkNames,
  checkStates,
  type DoctorReport,
  ownCauseCodes,
  seenLabels,
} from './doctor.ts';
import { problemSchema } from './problem-schema.ts';
import { remedies } from './remedies.ts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

const lintSaidSchema = z.object({
  code: z.enum(Object.keys(lintCodes) as [LintCode, ...LintCode[]]),
  severity: z.enum(['error', 'warning', 'note']),
  params,
});

const remedy = z.enum(remedies).nullable();

const causeSchema = z.union([
  z.object({ code: z.enum(ownCauseCodes), params, remedy }),
  z.object({ code: z.enum(causeCodes), params, remedy }),
]);

const checkSchema = z.object({
  name: z.enum(checkNames),
  state: z.enum(checkStates),
  finding: z.enum(checkFindings).nullable(),
  params,
  seen: z
    .array(
      z.object({
        label: z.enum(seenLabels),
        value: z.string(),
        milliseconds: z.number().optional(),
      }),
    )
    .readonly(),
  causes: z.array(causeSchema).readonly(),
  lint: z.array(lintSaidSchema).readonly(),
  problem: problemSchema.nullable(),
  elapsedMs: z.number().int().nullable(),
});

/** Checks a {@link DoctorReport} where it crosses a boundary. */
export const doctorReportSchema = z.object({
  state: z.enum(['running', 'asking', 'stopped', 'done', 'cancelled']),
  question: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('other-region'), host: z.string() }),
      z.object({ kind: z.literal('go-on'), after: z.enum(checkNames) }),
    ])
    .nullable(),
  cause: z.enum(checkNames).nullable(),
  appId: z.string(),
  appName: z.string(),
  region: regionSchema,
  clientId: z.string(),
  keyId: z.string().nullable(),
  kid: z.string().nullable(),
  scope: scopeSchema.nullable(),
  variant: z.enum(['developer', 'channel', 'cross-account', 'enterprise']),
  endpointId: z.string().nullable(),
  startedAt: z.number().int(),
  endedAt: z.number().int().nullable(),
  version: z.string(),
  platform: z.string(),
  checks: z.array(checkSchema).readonly(),
}) satisfies z.ZodType<DoctorReport>;
