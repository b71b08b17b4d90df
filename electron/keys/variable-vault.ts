import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { createKeptEntry, type KeptEntry } from './kept-entry.ts';
import type { SecretStore } from './secret-store.ts';

const secretVariableSchema = z.object({ setId: z.string(), name: z.string(), value: z.string() });

/** The value of a secret variable of the console. */
export type SecretVariable = Readonly<z.infer<typeof secretVariableSchema>>;

/** Bytes that all values together may take. */
export const maxSecretVariablesSize = 131_072;

/** Where the values of secret variables stand; writing throws `variables/too-large` (params limit, in bytes). */
export type VariableVault = KeptEntry<SecretVariable>;

export function createVariableVault(store: SecretStore): VariableVault {
  return createKeptEntry(store, {
    name: 'variables',
    parse: (value) => z.array(secretVariableSchema).parse(value),
    maxSize: maxSecretVariablesSize,
    tooLarge: () => new ProblemError('variables/too-large', { params: { limit: maxSecretVariablesSize } }),
  });
}
