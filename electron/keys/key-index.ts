import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { getParted, putParted } from './parted-secret.ts';
import type { SecretStore } from './secret-store.ts';

const indexName = 'index';
const idsSchema = z.array(z.string());

/** Which key ids have, or may have, entries in the keychain. A keychain that is asked to list itself reads every secret. */
export interface KeyIndex {
  readonly read: () => Promise<readonly string[]>;
  /** Replaces the ids by what `change` makes of them; changes happen one after another. */
  readonly change: (change: (ids: readonly string[]) => readonly string[]) => Promise<void>;
}

/** The index as one more entry of the same store. One that is missing or damaged is started anew. */
export function createKeyIndex(store: SecretStore): KeyIndex {
  const queue = oneAtATime();
  const read = async (): Promise<readonly string[]> => {
    try {
      const text = (await getParted(store, indexName)).toString('utf8');
      return idsSchema.parse(JSON.parse(text));
    } catch (error) {
      if (error instanceof ProblemError && !startsAnew.has(error.problem.code)) throw error;
      return [];
    }
  };
  return {
    read,
    change: (change) =>
      queue(indexName, async () => {
        const before = await read();
        const after = [...new Set(change(before))];
        if (after.join() !== before.join())
          await putParted(store, indexName, Buffer.from(JSON.stringify(after)));
      }),
  };
}

const startsAnew = new Set<string>(['keychain/not-found', 'keychain/corrupt']);
