import type { PracticeEntry } from '../../shared/practice-schema.ts';

/** True for what practice Coze did not accept. */
export function isRefused({ refusedWith, status }: PracticeEntry): boolean {
  return refusedWith !== null || status >= 400;
}

export interface LogFilter {
  readonly search: string;
  readonly onlyRefused: boolean;
  /** Requests that are newer are held back. */
  readonly pausedAt: number | null;
}

/** The entries that fit, in their order: each word of the search stands somewhere in what the row tells. */
export function filterLog(
  entries: readonly PracticeEntry[],
  { search, onlyRefused, pausedAt }: LogFilter,
  nameOf: (endpointId: string | null) => string,
): readonly PracticeEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (pausedAt !== null && entry.number > pausedAt) return false;
    if (onlyRefused && !isRefused(entry)) return false;
    if (words.length === 0) return true;
    const { method, path, logId, status, app, refusedWith, endpointId } = entry;
    const told = [method, path, logId, status, app?.name, app?.clientId, refusedWith, nameOf(endpointId)];
    const text = told.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** How many requests came since the list was paused. */
export function countNew(entries: readonly PracticeEntry[], pausedAt: number | null): number {
  return pausedAt === null ? 0 : entries.filter(({ number }) => number > pausedAt).length;
}
