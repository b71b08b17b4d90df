import { create } from 'zustand';
import type { HistoryEntry } from '../../../shared/console-run.ts';
import type { Problem } from '../../../shared/problem.ts';
import { call, problemOf, subscribe } from '../../app/bridge-client.ts';

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

async function load(before: string | null, limit: number): Promise<void> {
  asked += 1;
  const question = asked;
  const { query } = useHistoryStore.getState();
  useHistoryStore.setState({ isLoading: true });
  try {
    const { entries, total } = await call('history.list', { query: query.trim(), before, limit });
    if (question !== asked) return;
    useHistoryStore.setState((state) => {
      const all = before === null ? entries : [...state.entries, ...entries];
      const ids = new Set(all.map(({ historyId }) => historyId));
      const chosen = new Set([...state.chosen].filter((id) => ids.has(id)));
      return { entries: all, total, chosen, problem: null, isLoading: false };
    });
  } catch (thrown) {
    if (question === asked) useHistoryStore.setState({ problem: problemOf(thrown), isLoading: false });
  }
}

/** The list from its beginning, as long as it is shown now. */
export function reload(): Promise<void> {
  const shown = useHistoryStore.getState().entries.length;
  return load(null, Math.min(500, Math.max(pageSize, shown)));
}

export async function loadMore(): Promise<void> {
  const { entries, total, isLoading } = useHistoryStore.getState();
  const last = entries.at(-1);
  if (!isLoading && last !== undefined && entries.length < total) await load(last.historyId, pageSize);
}

export function search(query: string): void {
  useHistoryStore.setState({ query, entries: [] });
  void load(null, pageSize);
}

async function begin(): Promise<void> {
  subscribe((event) => {
    if (event.name !== 'history') return;
    useHistoryStore.setState({ usage: event.payload });
    void reload();
  });
  useHistoryStore.setState({ usage: await call('history.usage', null) });
}

let following: Promise<void> | null = null;

/** Begins to follow the history; may be called again at no cost. Before that nothing of it is read. */
export function followHistory(): Promise<void> {
  following ??= begin().catch(() => {
    following = null;
  });
  return following.then(reload);
}
