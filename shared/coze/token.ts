import { z } from 'zod';
import { problemSchema } from '../problem-schema.ts';
import { mintOptionsSchema } from './app.ts';
import { exchangeNoteSchema } from './exchange-answer.ts';
import { regionSchema } from './region-schema.ts';

/** How it stands with the renewal of a token that renews by itself. */
export const renewalSchema = z.object({
  /**
   * `waiting`: it will be renewed at `nextAt`. `running`: the exchange is on its way. `backing-off`: the last try failed
   * with something that may pass, the next one comes at `nextAt`. `stopped`: it failed with something that stays until a
   * person does something about it, or until it was too late. `idle-unused`: its time to be renewed has come, but nobody
   * has used it; using it before it expires renews it at once.
   */
  state: z.enum(['waiting', 'running', 'backing-off', 'stopped', 'idle-unused']),
  /** Epoch milliseconds on the local clock; null when no try is planned. */
  nextAt: z.number().int().nullable(),
  /** Set while it waits: nobody has used it so far, and unless somebody does it will not be renewed. */
  ifUsed: z.literal(true).optional(),
  /** Why the last try failed. */
  problem: problemSchema.nullable(),
});
export type Renewal = Readonly<z.infer<typeof renewalSchema>>;

/** What screens know of an access token: everything but its text. */
export const accessTokenSchema = z.object({
  id: z.string(),
  /** `pasted`: got elsewhere (PAT, SAT or any other), held here; nothing here can renew it. */
  source: z.enum(['minted', 'pasted']),
  /** Local id of the app that it was minted for; null when pasted. */
  appId: z.string().nullable(),
  /** Name of the app; of a pasted one the name that the person gave it. */
  appName: z.string(),
  region: regionSchema,
  /** The first and last few characters, never enough to use it. */
  mask: z.string(),
  /** What it was minted with; of a pasted one the defaults, which say nothing. */
  options: mintOptionsSchema,
  /**
   * Epoch milliseconds on the local clock when it was minted or pasted. When the local clock is set, this moves with it,
   * so that the time since then stays what it was.
   */
  mintedAt: z.number().int(),
  /** Epoch seconds on the server's clock, as the token endpoint's `expires_in` says; null when unknown (pasted). */
  expiresAt: z.number().int().nullable(),
  /**
   * Server's clock minus local clock in milliseconds, from the `Date` headers of the token's API origin and from changes
   * of the local clock since; 0 when unknown.
   */
  clockOffsetMs: z.number().int(),
  logId: z.string().nullable(),
  /** What was unusual about the exchange; absent when nothing was. */
  notes: z.array(exchangeNoteSchema).optional(),
  /** API requests sent with it. */
  uses: z.number().int(),
  /**
   * Epoch milliseconds on the local clock: when its text was last put to use, by a request from here or by being copied
   * or revealed; null when never. Moves with the local clock as `mintedAt` does.
   */
  lastUsedAt: z.number().int().nullable(),
  /** Whether it is renewed before it expires, as long as somebody uses it. Never for a pasted one. */
  autoRenew: z.boolean(),
  /** Null when it does not renew by itself, or was renewed already. */
  renewal: renewalSchema.nullable(),
  /** Id of the token that this one renewed. */
  replaces: z.string().nullable(),
  /** Id of the token that renewed this one, which stays until it expires. */
  replacedBy: z.string().nullable(),
});
export type AccessToken = Readonly<z.infer<typeof accessTokenSchema>>;

/** What is known of the clock of one API origin. */
export const serverClockSchema = z.object({
  /** Origin, for example `https://api.coze.cn`. */
  api: z.string(),
  /** Server's clock minus local clock in milliseconds, from `Date` headers; 0 when they agree within two seconds. */
  offsetMs: z.number().int(),
  /** Epoch milliseconds on the local clock of the answer that last spoke of it. */
  learnedAt: z.number().int(),
});
export type LearnedClock = Readonly<z.infer<typeof serverClockSchema>>;

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
  /** Milliseconds by which the times in the assertion were moved onto the server's clock; null when they were not. */
  clockCorrectedMs: z.number().int().nullable(),
  elapsedMs: z.number().int(),
  status: z.number().int().nullable(),
  logId: z.string().nullable(),
  problem: problemSchema.nullable(),
  /** How many times in a row it failed so, the last time `at`; absent for once. */
  times: z.number().int().optional(),
});
export type Activity = Readonly<z.infer<typeof activitySchema>>;
