import type { Activity } from '../../shared/coze/token.ts';
import type { Problem } from '../../shared/problem.ts';

export interface ActivityList {
  /** Newest first. */
  readonly entries: () => Activity[];
  /**
   * @param series - what is tried again and again by itself; where it fails as it did the last time, its line is counted
   *   up and comes to the top
   */
  readonly add: (entry: Omit<Activity, 'id'>, series?: string) => void;
}

const maxEntries = 500;

function isSameFailure(one: Problem, other: Problem): boolean {
  return one.code === other.code && JSON.stringify(one.params) === JSON.stringify(other.params);
}

/** What was signed and sent in this run: names and numbers, never a secret. Beyond 500 the oldest goes. */
export function createActivityList(newId: () => string, onChange: () => void): ActivityList {
  let entries: readonly Activity[] = [];
  /** The last failure of each series. */
  const failed = new Map<string, Activity>();

  function inSeries(entry: Activity, series: string): Activity {
    const before = failed.get(series);
    failed.delete(series);
    if (entry.problem === null) return entry;
    const isSame =
      before !== undefined && before.problem !== null && isSameFailure(before.problem, entry.problem);
    if (isSame) entries = entries.filter(({ id }) => id !== before.id);
    const counted = isSame ? { ...entry, times: (before.times ?? 1) + 1 } : entry;
    failed.set(series, counted);
    return counted;
  }

  return {
    entries: () => [...entries],
    add: (entry, series) => {
      const named = { ...entry, id: newId() };
      const added = series === undefined ? named : inSeries(named, series);
      entries = [added, ...entries].slice(0, maxEntries);
      onChange();
    },
  };
}
