import { z } from 'zod';
import { type JwtCheck, keyForms, keyKinds, signatureReasons, signatureWarnings } from './signature-check.ts';

const about = {
  warnings: z.array(z.enum(signatureWarnings)).readonly(),
  key: z
    .object({
      kind: z.enum(keyKinds),
      kid: z.string().nullable(),
      index: z.number().int().nullable(),
      label: z.string().nullable(),
    })
    .nullable(),
  readAs: z.object({ form: z.enum(keyForms), count: z.number().int() }).nullable(),
  fileName: z.string().nullable(),
};
const reason = z.enum(signatureReasons);

/** Checks a {@link JwtCheck} where it crosses the bridge. */
export const jwtCheckSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('valid'), reason: z.null(), ...about }),
  z.object({ state: z.literal('invalid'), reason, ...about }),
  z.object({ state: z.literal('cannot-check'), reason, ...about }),
]) satisfies z.ZodType<JwtCheck>;
