import { type EntryKind, entryKinds, type PaletteEntry } from './palette-entry.ts';

/** More are not shown: another letter finds them. */
const mostShown = 60;

/** What is too much to be shown before somebody asks for it. */
const onlyAsked: ReadonlySet<EntryKind> = new Set(['setting', 'endpoint']);

/** How well an entry meets the query: higher is better, null not at all. */
function score(entry: PaletteEntry, query: string, words: readonly string[]): number | null {
  const titles = [entry.title, entry.otherTitle ?? ''].map((title) => title.toLowerCase());
  const detail = entry.detail.toLowerCase();
  const all = `${titles.join(' ')} ${detail} ${entry.words.toLowerCase()}`;
  const isIn = (text: string) => words.every((word) => text.includes(word));
  if (!isIn(all)) return null;
  if (titles.includes(query)) return 6;
  if (titles.some((title) => title.startsWith(query))) return 5;
  if (titles.some(isIn)) return 4;
  if (isIn(detail)) return 3;
  return all.split(/\s+/).some((part) => part === query) ? 2 : 1;
}

/**
 * What the palette shows for `query`: everything that holds each of its words, the best first; of equals those used last,
 * then by kind. Without a query what was used last comes first, and endpoints and settings are left to it.
 *
 * @param recent - ids, the last used first
 */
export function rankEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): readonly PaletteEntry[] {
  const text = query.trim().toLowerCase();
  const words = text.split(/\s+/).filter(Boolean);
  const age = ({ id }: PaletteEntry) => {
    const at = recent.indexOf(id);
    return at === -1 ? recent.length : at;
  };
  const offered =
    words.length > 0
      ? entries
      : entries.filter(({ kind, id }) => !onlyAsked.has(kind) || recent.includes(id));
  return offered
    .flatMap((entry) => {
      const value = score(entry, text, words);
      return value === null ? [] : [{ entry, value: words.length > 0 ? value : 0 }];
    })
    .toSorted(
      (a, b) =>
        b.value - a.value ||
        age(a.entry) - age(b.entry) ||
        entryKinds.indexOf(a.entry.kind) - entryKinds.indexOf(b.entry.kind),
    )
    .slice(0, mostShown)
    .map(({ entry }) => entry);
}
