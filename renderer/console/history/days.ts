import type { HistoryEntry } from '../../../shared/console-run.ts';

/** The entries of one day in local time. */
export interface Day {
  /** Such as `2026-03-01`. */
  readonly id: string;
  /** Epoch milliseconds of its newest entry. */
  readonly at: number;
  readonly entries: readonly HistoryEntry[];
}

function dayOf(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param entries - newest first */
export function byDay(entries: readonly HistoryEntry[]): readonly Day[] {
  const days: { id: string; at: number; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const id = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.id === id) last.entries.push(entry);
    else days.push({ id, at: entry.at, entries: [entry] });
  }
  return days;
}

/** Whether a day is today (0), yesterday (1) or before that. */
export function daysAgo({ id }: Pick<Day, 'id'>, now: number): 0 | 1 | null {
  if (id === dayOf(now)) return 0;
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return id === dayOf(yesterday.getTime()) ? 1 : null;
}
