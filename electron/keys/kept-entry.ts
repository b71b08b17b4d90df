import { ProblemError, toProblem } from '../../shared/problem.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { deleteParted, getParted, manifestName, putParted } from './parted-secret.ts';
import type { SecretStore } from './secret-store.ts';

/** A list that rests in the keychain between runs, as one entry. Throws why the keychain cannot be used. */
export interface KeptEntry<Item> {
  /** None when nothing is kept. @throws ProblemError `keychain/corrupt` */
  readonly read: () => Promise<readonly Item[]>;
  /**
   * Keeps `items` in place of those that were kept before; cut off in the middle, it leaves the one or the other. None
   * removes the entry. What is corrupt is replaced.
   *
   * @throws what `tooLarge` gives; then nothing has changed
   */
  readonly write: (items: readonly Item[]) => Promise<void>;
  /**
   * Makes what is kept unreadable at once, and ends the writes that were asked for before with an `AbortError`. The next
   * write removes what is left of it.
   */
  readonly withdraw: () => Promise<void>;
}

export interface KeptEntryOptions<Item> {
  readonly name: string;
  /** Throws for what is not such a list. */
  readonly parse: (value: unknown) => readonly Item[];
  /** Bytes of the list as JSON in UTF-8. */
  readonly maxSize: number;
  readonly tooLarge: () => ProblemError;
}

/** Characters of base64url that one part of an entry holds. */
const partLength = 2_000;

/** A list as one entry of the keychain, in parts. Calls go one after another. */
export function createKeptEntry<Item>(store: SecretStore, options: KeptEntryOptions<Item>): KeptEntry<Item> {
  const { name, maxSize } = options;
  const inTurn = oneAtATime();
  let withdrawals = 0;
  const maxParts = Math.ceil((maxSize * 4) / 3 / partLength);

  function parse(text: string): readonly Item[] {
    try {
      return options.parse(JSON.parse(text));
    } catch {
      throw new ProblemError('keychain/corrupt');
    }
  }

  async function read(): Promise<readonly Item[]> {
    try {
      return parse((await getParted(store, name)).toString('utf8'));
    } catch (thrown) {
      if (toProblem(thrown).code === 'keychain/not-found') return [];
      throw thrown;
    }
  }

  /** The store, as long as nothing is withdrawn. */
  function untilWithdrawn(asOf: number): SecretStore {
    return {
      ...store,
      set: async (...given) => {
        if (withdrawals !== asOf) throw new DOMException('withdrawn', 'AbortError');
        await store.set(...given);
      },
    };
  }

  async function write(items: readonly Item[], asOf: number): Promise<void> {
    if (items.length === 0) return deleteParted(store, name, maxParts);
    const bytes = Buffer.from(JSON.stringify(items), 'utf8');
    if (bytes.length > maxSize) throw options.tooLarge();
    await putParted(untilWithdrawn(asOf), name, bytes, maxParts);
  }

  return {
    read: () => inTurn(name, read),
    write: (items) => {
      const asOf = withdrawals;
      return inTurn(name, () => write(items, asOf));
    },
    withdraw: () => {
      withdrawals += 1;
      return store.delete(manifestName(name));
    },
  };
}
