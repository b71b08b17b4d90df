import { z } from 'zod';
import { mintOptionsSchema } from '../coze/app.ts';
import { regionSchema } from '../coze/region-schema.ts';
import { scopeSchema } from '../coze/scope.ts';
import { accessTokenSchema } from '../coze/token.ts';
import { id, nothing, undoSchema } from './simple-schemas.ts';

const tokenCopyFormSchema = z.enum(['token', 'header', 'env', 'curl']);

/** The calls about access tokens. */
export const tokenCalls = {
  'tokens.mint': { input: z.object({ appId: id, options: mintOptionsSchema }), output: accessTokenSchema },
  /**
   * Exchanges an assertion that was signed before, here or elsewhere, at the token endpoint of the app; whatever the
   * answer, it is used up by that.
   */
  'tokens.exchange': {
    input: z.object({
      appId: id,
      jwt: z.string().max(65_536),
      /** Lifetime of the access token in seconds, 1 to 86 399. */
      durationSeconds: z.number(),
      scope: scopeSchema.nullable(),
    }),
    output: accessTokenSchema,
  },
  /**
   * Mints with the same options; the new token takes the place of the old one, which stays until it expires. While a
   * token for the same app and options is being minted already, this waits for that one.
   */
  'tokens.renew': { input: z.object({ tokenId: id }), output: accessTokenSchema },
  /**
   * Switches the renewal of one token on or off. Switching it on asks for one renewal even if nobody uses the token; those
   * after it come only as long as it is used.
   */
  'tokens.setAutoRenew': {
    input: z.object({ tokenId: id, autoRenew: z.boolean() }),
    output: accessTokenSchema,
  },
  /**
   * Holds a token that was got elsewhere: the text as it was pasted, with or without `Bearer` and quotes. One that is
   * held already for the same API stays as it is, and is given back.
   */
  'tokens.hold': {
    input: z.object({
      name: z.string().trim().min(1).max(120),
      text: z.string().max(65_536),
      region: regionSchema,
      /** Epoch seconds; null when unknown. */
      expiresAt: z.number().int().min(0).max(253_402_300_799).nullable(),
    }),
    output: accessTokenSchema,
  },
  'tokens.forget': { input: z.object({ tokenId: id }), output: undoSchema },
  /** Forgets those of them that are held, all in one; `count` says how many that were. */
  'tokens.forgetMany': {
    input: z.object({ tokenIds: z.array(id).max(1000) }),
    output: z.object({ count: z.number().int() }),
  },
  'tokens.forgetAll': { input: nothing, output: z.object({ count: z.number().int() }) },
  'tokens.copy': { input: z.object({ tokenId: id, form: tokenCopyFormSchema }), output: nothing },
  /**
   * What `tokens.copy` would put into the clipboard, where the page has to do that; any other host refuses. The text may
   * stay there for `clearAfterSeconds`; 0 means as long as it likes.
   */
  'tokens.textToCopy': {
    input: z.object({ tokenId: id, form: tokenCopyFormSchema }),
    output: z.object({ text: z.string(), clearAfterSeconds: z.number().int() }),
  },
  /** Beside `tokens.textToCopy` the only call that lets a token's text out; a person asked to see it. */
  'tokens.reveal': { input: z.object({ tokenId: id }), output: z.object({ text: z.string() }) },
  /** The assertion that a token was exchanged for; it was used up by that exchange. */
  'tokens.assertion': { input: z.object({ tokenId: id }), output: z.object({ jwt: z.string() }) },
} as const;
