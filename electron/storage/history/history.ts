import path from 'node:path';
import type { HistoryEntry } from '../../../shared/console-run.ts';
import { errorCode } from '../../../shared/error-code.ts';
import { type Problem, ProblemError, toProblem } from '../../../shared/problem.ts';
import { oneAtATime } from '../../keys/one-at-a-time.ts';
import { createEntryFiles, type HistoryRecord } from './entry-files.ts';
import { createIndexFile } from './index-file.ts';
import type { Kept } from './index-lines.ts';
import { createHistorySearch, type HistorySearch, wordsOf } from './search.ts';

/** How much of the history is kept; the oldest goes first. */
export interface HistoryLimits {
  /** 0 keeps none at all. */
  readonly entries: number;
  readonly bytes: number;
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** How many match in all. */
  readonly total: number;
}

/** The requests that were sent, on disk. Nothing is read before it is first asked for something. */
export interface History {
  /** What cannot be written is told by `problem`; it throws nothing. */
  readonly add: (record: HistoryRecord, body: Uint8Array | null) => Promise<void>;
  /** @param before - id of the last entry of the page before; null for the first page */
  readonly list: (asked: {
    readonly query: string;
    readonly before: string | null;
    readonly limit: number;
  }) => Promise<HistoryPage>;
  /** @throws ProblemError `history/entry-gone` */
  readonly open: (
    historyId: string,
  ) => Promise<{ readonly record: HistoryRecord; readonly body: Uint8Array | null }>;
  /** @throws ProblemError `storage/unwritable`; then all of them are still there */
  readonly remove: (historyIds: readonly string[]) => Promise<void>;
  /** @throws ProblemError `storage/unwritable` */
  readonly clear: () => Promise<void>;
  readonly usage: () => Promise<{
    readonly count: number;
    readonly bytes: number;
    readonly problem: Problem | null;
  }>;
  /** Removes what the limits, as they are now, leave no room for. */
  readonly trim: () => Promise<void>;
  /** Resolves when nothing is being written. */
  readonly settled: () => Promise<void>;
}

export interface HistoryOptions {
  readonly dataFolder: string;
  readonly limits: () => HistoryLimits;
  /** What an entry of the catalogue is called, in every language; asked for with the first search. */
  readonly namesOf: () => Promise<(endpointId: string) => string>;
  readonly onChange: () => void;
}

/** Lines of an index that are out of date before it is written anew, beside as many as there are entries. */
const spareLines = 500;

interface Loaded {
  readonly kept: Map<string, Kept>;
  bytes: number;
}

function sizeOf(kept: ReadonlyMap<string, Kept>): number {
  return [...kept.values()].reduce((sum, { size }) => sum + size, 0);
}

/** One after the other, however many are asked for. */
const turn = 'history';

export function createHistory(options: HistoryOptions): History {
  const { dataFolder, limits, onChange } = options;
  const folder = path.join(dataFolder, 'history');
  const index = createIndexFile(folder);
  const files = createEntryFiles(path.join(folder, 'entries'));
  const inTurn = oneAtATime();
  let loading: Promise<Loaded> | null = null;
  let search: HistorySearch | null = null;
  let problem: Problem | null = null;
  /** Newest first; null when it has to be sorted anew. */
  let sorted: readonly HistoryEntry[] | null = null;

  function failure(cause: unknown): ProblemError {
    const params = { folder, reason: errorCode(cause) };
    return new ProblemError('storage/unwritable', { params, remedies: ['retry'], cause });
  }

  /** Brings index and files together again, after an end in the middle of a change or damage to the index. */
  async function load(): Promise<Loaded> {
    const { kept, removed, damaged } = await index.read();
    const onDisk = await files.ids();
    if (onDisk === null) return { kept, bytes: sizeOf(kept) };
    const rubbish: string[] = [];
    let isMended = damaged > 0;
    for (const [id, isWhole] of onDisk) {
      if (kept.has(id)) continue;
      const found = isWhole && !removed.has(id) ? await files.entryOf(id) : null;
      if (found === null) rubbish.push(id);
      else kept.set(id, found);
      isMended = true;
    }
    for (const id of [...kept.keys()]) {
      if (onDisk.get(id) === true) continue;
      kept.delete(id);
      isMended = true;
    }
    await files.remove(rubbish);
    const isLong = index.lines() > 2 * kept.size + spareLines;
    if (isMended || isLong) await index.rewrite([...kept.values()]).catch(() => undefined);
    return { kept, bytes: sizeOf(kept) };
  }

  function loaded(): Promise<Loaded> {
    loading ??= load();
    return loading;
  }

  function forget(state: Loaded, historyIds: readonly string[]): void {
    for (const id of historyIds) {
      state.bytes -= state.kept.get(id)?.size ?? 0;
      state.kept.delete(id);
      search?.forget(id);
    }
    sorted = null;
  }

  /** The index says first that they are gone, so that an end in the middle brings none of them back. */
  async function removeAll(state: Loaded, historyIds: readonly string[]): Promise<void> {
    const known = historyIds.filter((id) => state.kept.has(id));
    if (known.length === 0) return;
    await index.append({ remove: known });
    forget(state, known);
    await files.remove(known);
    if (index.lines() > 2 * state.kept.size + spareLines) await index.rewrite([...state.kept.values()]);
  }

  async function matching(all: readonly HistoryEntry[], words: readonly string[]) {
    search ??= createHistorySearch(await options.namesOf());
    const { matches } = search;
    return all.filter((entry) => matches(entry, words));
  }

  function newestFirst({ kept }: Loaded): readonly HistoryEntry[] {
    sorted ??= [...kept.values()].map(({ entry }) => entry).sort((a, b) => b.at - a.at);
    return sorted;
  }

  async function makeRoom(state: Loaded): Promise<void> {
    const { entries, bytes } = limits();
    const tooMany: string[] = [];
    let count = state.kept.size;
    let used = state.bytes;
    for (const { historyId } of newestFirst(state).toReversed()) {
      if (count <= entries && used <= bytes) break;
      tooMany.push(historyId);
      count -= 1;
      used -= state.kept.get(historyId)?.size ?? 0;
    }
    await removeAll(state, tooMany);
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      throw failure(thrown);
    } finally {
      onChange();
    }
  }

  return {
    add: (record, body) =>
      inTurn(turn, async () => {
        if (limits().entries === 0) return;
        const state = await loaded();
        const { entry } = record;
        try {
          const size = await files.write(record, body);
          state.kept.set(entry.historyId, { entry, size });
          state.bytes += size;
          sorted = null;
          await index.append({ add: { entry, size } });
          await makeRoom(state);
          problem = null;
        } catch (thrown) {
          problem = toProblem(failure(thrown));
        }
        onChange();
      }),
    list: async ({ query, before, limit }) => {
      const state = await inTurn(turn, loaded);
      const words = wordsOf(query);
      const all = newestFirst(state);
      const found = words.length === 0 ? all : await matching(all, words);
      const last = before === null ? -1 : found.findIndex(({ historyId }) => historyId === before);
      const isGone = before !== null && last === -1;
      return { entries: isGone ? [] : found.slice(last + 1, last + 1 + limit), total: found.length };
    },
    open: (historyId) =>
      inTurn(turn, async () => {
        const state = await loaded();
        const record = state.kept.has(historyId) ? await files.read(historyId) : null;
        if (record === null) throw new ProblemError('history/entry-gone');
        return { record, body: await files.readBody(historyId) };
      }),
    remove: (historyIds) =>
      inTurn(turn, async () => {
        const state = await loaded();
        await attempt(() => removeAll(state, historyIds));
      }),
    clear: () =>
      inTurn(turn, async () => {
        const state = await loaded();
        await attempt(() => removeAll(state, [...state.kept.keys()]));
      }),
    usage: async () => {
      const { kept, bytes } = await inTurn(turn, loaded);
      return { count: kept.size, bytes, problem };
    },
    trim: () =>
      inTurn(turn, async () => {
        await makeRoom(await loaded()).catch(() => undefined);
        onChange();
      }),
    settled: () => inTurn(turn, async () => undefined),
  };
}
