import { z } from 'zod';
import { accessTokenSchema } from '../../shared/coze/token.ts';
import { ProblemError } from '../../shared/problem.ts';
import { createKeptEntry, type KeptEntry } from './kept-entry.ts';
import type { SecretStore } from './secret-store.ts';

const keptTokenSchema = z.object({
  view: accessTokenSchema,
  text: z.string(),
  api: z.string(),
  clientId: z.string(),
  tokenPath: z.string(),
  lifetimeMs: z.number().nullable(),
  wanted: z.boolean(),
});

/** An access token as it is kept between runs: without the assertion, which was used up. */
export type KeptToken = Readonly<z.infer<typeof keptTokenSchema>>;

/** Bytes that all kept tokens together may take: a few hundred. */
export const maxKeptTokensSize = 262_144;

/** Where live tokens rest between runs; writing throws `token/too-many-to-keep` (params limit, in bytes). */
export type TokenVault = KeptEntry<KeptToken>;

export function createTokenVault(store: SecretStore): TokenVault {
  return createKeptEntry(store, {
    name: 'tokens',
    parse: (value) => z.array(keptTokenSchema).parse(value),
    maxSize: maxKeptTokensSize,
    tooLarge: () => new ProblemError('token/too-many-to-keep', { params: { limit: maxKeptTokensSize } }),
  });
}
