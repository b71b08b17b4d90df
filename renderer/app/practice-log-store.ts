import { create } from 'zustand';
import type { PracticeEntry, PracticeLog } from '../../shared/practice-schema.ts';
import { call, subscribe } from './bridge-client.ts';

interface PracticeLogState {
  /** Newest first. */
  readonly entries: readonly PracticeEntry[];
}

/** What practice Coze received, as far as its log goes back. */
export const usePracticeLog = create<PracticeLogState>()(() => ({ entries: [] }));

/** `entries` (newest first) with what `told` adds, changes and takes away. */
export function withTold(entries: readonly PracticeEntry[], told: PracticeLog): readonly PracticeEntry[] {
  const changed = new Map(told.entries.map((entry) => [entry.number, entry]));
  const kept = entries
    .filter(({ number }) => number >= told.firstNumber)
    .map((entry) => {
      const now = changed.get(entry.number);
      changed.delete(entry.number);
      return now ?? entry;
    });
  return [...changed.values(), ...kept].toSorted((a, b) => b.number - a.number);
}

function take(told: PracticeLog): void {
  usePracticeLog.setState(({ entries }) => ({ entries: withTold(entries, told) }));
}

/** Begins to follow the log; what came before is asked for once. */
export async function followPracticeLog(): Promise<void> {
  subscribe((event) => {
    if (event.name === 'practiceLog') take(event.payload);
  });
  take(await call('practice.log', null));
}
