/** Does `work` for each item in order, `atOnce` at a time; nothing begins once `signal` is aborted. Rejects as `work` does. */
export async function inTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  const rest = items.entries();
  const run = async () => {
    for (const [index, item] of rest) {
      if (signal?.aborted) return;
      await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}
