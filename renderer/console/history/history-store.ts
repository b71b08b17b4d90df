import { create } from 'zustand';
import type { HistoryEntry } from '../../../shared/console-run.ts';
import type { Problem } from '../../../shared/problem.ts';
import { call, problemOf, subscribe } from '../../app/bridge-client.ts';
import { followOnce } from '../../app/follow-once.ts';

interface HistoryState {
  readonly query: string;
  /** Newest first; as far as it was scrolled. */
  readonly entries: readonly HistoryEntry[];
  /** How many match. */
  readonly total: number;
  readonly usage: { readonly count: number; readonly bytes: number; readonly problem: Problem | null } | null;
  readonly chosen: ReadonlySet<string>;
  /** Why the list cannot be shown. */
  readonly problem: Problem | null;
  readonly isLoading: boolean;
}

const pageSize = 200;
/** What one call gives at most. */
const largestPage = 500;

export const useHistoryStore = create<HistoryState>()(() => ({
  query: '',
  entries: [],
  total: 0,
  usage: null,
  chosen: new Set(),
  problem: null,
  isLoading: false,
}));

/** Answers to questions that are out of date are thrown away. */
let asked = 0;

/** Asks for what comes after `shown` until there are `count` entries or no more. */
async function load(shown: readonly HistoryEntry[], count: number): Promise<void> {
  asked += 1;
  const question = asked;
  const query = useHistoryStore.getState().query.trim();
  useHistoryStore.setState({ isLoading: true });
  try {
    const all = [...shown];
    let total = count;
    while (all.length < Math.min(count, total)) {
      const before = all.at(-1)?.historyId ?? null;
      const limit = Math.min(largestPage, count - all.length);
      const page = await call('history.list', { query, before, limit });
      if (question !== asked) return;
      total = page.total;
      all.push(...page.entries);
      // The last one that is shown was removed meanwhile.
      if (page.entries.length === 0 && all.length < total) return await load([], count);
    }
    const ids = new Set(all.map(({ historyId }) => historyId));
    useHistoryStore.setState(({ chosen }) => ({
      entries: all,
      total,
      chosen: new Set([...chosen].filter((id) => ids.has(id))),
      problem: null,
      isLoading: false,
    }));
  } catch (thrown) {
    if (question === asked) useHistoryStore.setState({ problem: problemOf(thrown), isLoading: false });
  }
}

/** The list from its beginning, as long as it is shown now. */
export function reload(): Promise<void> {
  return load([], Math.max(pageSize, useHistoryStore.getState().entries.length));
}

export async function loadMore(): Promise<void> {
  const { entries, total, isLoading } = useHistoryStore.getState();
  if (!isLoading && entries.length < total) await load(entries, entries.length + pageSize);
}

export function search(query: string): void {
  useHistoryStore.setState({ query, entries: [] });
  void load([], pageSize);
}

function listen(): void {
  subscribe((event) => {
    if (event.name !== 'history') return;
    useHistoryStore.setState({ usage: event.payload });
    void reload();
  });
}

const follow = followOnce(listen, async () => {
  useHistoryStore.setState({ usage: await call('history.usage', null) });
});

/** Begins to follow the history; may be called again at no cost. Before that nothing of it is read. */
export function followHistory(): Promise<void> {
  return follow()
    .catch(() => undefined)
    .then(reload);
}
