import { z } from 'zod';
import { problemSchema } from '../problem-schema.ts';
import { mintOptionsSchema } from './app.ts';
import { exchangeNoteSchema } from './exchange-answer.ts';
import { regionSchema } from './region-schema.ts';

/** What screens know of an access token: everything but its text. */
export const accessTokenSchema = z.object({
  id: z.string(),
  /** Local id of the app that it was minted for. */
  appId: z.string(),
  appName: z.string(),
  region: regionSchema,
  /** The first and last few characters, never enough to use it. */
  mask: z.string(),
  options: mintOptionsSchema,
  /** Epoch milliseconds on the local clock. */
  mintedAt: z.number().int(),
  /** Epoch seconds on the server's clock, as the token endpoint's `expires_in` says. */
  expiresAt: z.number().int(),
  /** Server's clock minus local clock in milliseconds, from the `Date` header of the exchange; 0 when unknown. */
  clockOffsetMs: z.number().int(),
  logId: z.string().nullable(),
  /** What was unusual about the exchange; absent when nothing was. */
  notes: z.array(exchangeNoteSchema).optional(),
  /** API requests sent with it. */
  uses: z.number().int(),
});
export type AccessToken = Readonly<z.infer<typeof accessTokenSchema>>;

/** One line of the activity list; kept in memory until the app ends. */
export const activitySchema = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number().int(),
  kind: z.enum(['mint', 'call', 'sign']),
  /** Empty for `sign`: any JWT can be signed, for no app at all. */
  appName: z.string(),
  /**
   * Sign and mint: label of the key that signed, empty when the assertion of an exchange names no key that is held here.
   * Call: method and path.
   */
  subject: z.string(),
  /** Names of the claims that were signed. */
  claims: z.array(z.string()),
  /**
   * `jti` of the assertion that was sent to the token endpoint, whatever the answer, cut to 256 characters; null when
   * none was sent or it had none.
   */
  jti: z.string().max(256).nullable(),
  elapsedMs: z.number().int(),
  status: z.number().int().nullable(),
  logId: z.string().nullable(),
  problem: problemSchema.nullable(),
});
export type Activity = Readonly<z.infer<typeof activitySchema>>;
