import type { Activity } from '../../shared/coze/token.ts';

export interface ActivityList {
  /** Newest first. */
  readonly entries: () => Activity[];
  readonly add: (entry: Omit<Activity, 'id'>) => void;
}

const maxEntries = 500;

/** What was signed and sent in this run: names and numbers, never a secret. Beyond 500 the oldest goes. */
export function createActivityList(newId: () => string, onChange: () => void): ActivityList {
  let entries: readonly Activity[] = [];
  return {
    entries: () => [...entries],
    add: (entry) => {
      entries = [{ ...entry, id: newId() }, ...entries].slice(0, maxEntries);
      onChange();
    },
  };
}
