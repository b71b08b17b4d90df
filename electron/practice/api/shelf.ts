import { createBoundedMap } from '../bounded-map.ts';

/** Things with an id, in the order in which they were put there. */
export interface Shelf<Item extends { readonly id: string }> {
  readonly list: () => readonly Item[];
  readonly find: (id: string) => Item | null;
  /** Adds `item`, or puts it in the place of the one with its id; gives it back. */
  readonly put: (item: Item) => Item;
  readonly remove: (id: string) => void;
}

const capacity = 1000;

/** A shelf that holds `first` from the start; the oldest are forgotten beyond 1 000. */
export function createShelf<Item extends { readonly id: string }>(first: readonly Item[] = []): Shelf<Item> {
  const held = createBoundedMap<string, Item>(capacity);
  for (const item of first) held.set(item.id, item);
  return {
    list: held.values,
    find: (id) => held.get(id) ?? null,
    put: (item) => {
      held.set(item.id, item);
      return item;
    },
    remove: (id) => void held.delete(id),
  };
}
