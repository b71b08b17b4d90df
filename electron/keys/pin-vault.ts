import { maxPinsSize, type Pin } from '../../shared/pin.ts';
import { pinsSchema } from '../../shared/pin-schema.ts';
import { ProblemError } from '../../shared/problem.ts';
import { createKeptEntry, type KeptEntry } from './kept-entry.ts';
import type { SecretStore } from './secret-store.ts';

/** Where pinned tokens rest between runs; writing throws `pins/too-large` (params limit, in bytes). */
export type PinVault = KeptEntry<Pin>;

export function createPinVault(store: SecretStore): PinVault {
  return createKeptEntry(store, {
    name: 'pins',
    parse: (value) => pinsSchema.parse(value),
    maxSize: maxPinsSize,
    tooLarge: () => new ProblemError('pins/too-large', { params: { limit: maxPinsSize } }),
  });
}
