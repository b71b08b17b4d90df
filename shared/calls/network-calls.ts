import { z } from 'zod';
import { problemSchema } from '../problem-schema.ts';
import { nothing } from './simple-schemas.ts';

const networkStateSchema = z.object({
  certificates: z.array(
    z.object({
      subject: z.string(),
      issuer: z.string(),
      validFrom: z.string(),
      validTo: z.string(),
      fingerprint: z.string(),
      isAuthority: z.boolean(),
    }),
  ),
  caProblem: problemSchema.nullable(),
  proxy: z.string().nullable(),
  hasPassword: z.boolean().nullable(),
});

/** The calls about how requests leave this machine. */
export const networkCalls = {
  /** What the network settings come to on this machine; the CA file is looked at anew. */
  'network.state': { input: nothing, output: networkStateSchema },
  /** Keeps the password of the own proxy in the keychain, for that address and user only; an empty one removes it. */
  'network.keepPassword': {
    input: z.object({ url: z.string().max(2048), user: z.string().max(256), password: z.string().max(1024) }),
    output: nothing,
  },
  /** Opens the system's file dialog; null when the person closed it. */
  'network.pickCaFile': { input: nothing, output: z.object({ path: z.string() }).nullable() },
} as const;
