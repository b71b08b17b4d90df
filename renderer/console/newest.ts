/** One of many, numbered in the order in which they came. */
interface Numbered {
  readonly index: number;
  readonly data: string;
}

interface Limits {
  readonly count: number;
  /** Characters of all data together. */
  readonly characters: number;
}

/**
 * The newest of `known` and of what `came` behind it, in order and without gaps; null when nothing of it is new.
 *
 * @param next - the index that the next one has; those before it are known
 */
export function newest<Item extends Numbered>(
  known: readonly Item[],
  came: readonly Item[],
  next: number,
  { count, characters }: Limits,
): readonly Item[] | null {
  const news = came.filter(({ index }) => index >= next);
  const [earliest] = news;
  if (earliest === undefined) return null;
  const all = earliest.index === next ? [...known, ...news] : news;
  let start = Math.max(0, all.length - count);
  let room = characters;
  for (let at = all.length - 1; at >= start; at -= 1) {
    room -= all[at]?.data.length ?? 0;
    if (room < 0) start = Math.min(at + 1, all.length - 1);
  }
  return start === 0 ? all : all.slice(start);
}
