/** A copy of `items` with `item` at `index`, or at the end when there are fewer. */
export function insertedAt<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}
