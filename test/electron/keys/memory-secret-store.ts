import type { SecretStore } from '../../../electron/keys/secret-store.ts';

/** A keychain in memory that can be told to fail from the n-th write or delete on. */
export interface MemorySecretStore extends SecretStore {
  readonly entries: Map<string, string>;
  /** Writes and deletes that still succeed; each further one throws `failure`. */
  budget: number;
  failure: Error;
  readonly changes: string[];
}

export function createMemorySecretStore(): MemorySecretStore {
  const entries = new Map<string, string>();
  const spend = () => {
    if (store.budget <= 0) throw store.failure;
    store.budget -= 1;
  };
  const store: MemorySecretStore = {
    entries,
    budget: Number.POSITIVE_INFINITY,
    failure: new Error('killed'),
    changes: [],
    get: async (name) => entries.get(name) ?? null,
    set: async (name, value) => {
      spend();
      store.changes.push(`set ${name}`);
      entries.set(name, value);
    },
    delete: async (name) => {
      spend();
      if (entries.delete(name)) store.changes.push(`delete ${name}`);
    },
  };
  return store;
}
