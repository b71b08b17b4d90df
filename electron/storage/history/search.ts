import type { HistoryEntry } from '../../../shared/console-run.ts';

/** Finds entries by what a person may remember of them. */
export interface HistorySearch {
  /** Whether every word of the query stands somewhere in what is known of the entry. */
  readonly matches: (entry: HistoryEntry, words: readonly string[]) => boolean;
  /** The entry is gone. */
  readonly forget: (historyId: string) => void;
}

/** The words of a query, in lower case. */
export function wordsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function decoded(url: string): string {
  try {
    return url.includes('%') ? decodeURIComponent(url) : '';
  } catch {
    return '';
  }
}

/** What a row says of its outcome, in every language. */
function outcomeOf({ problemCode }: HistoryEntry): string {
  if (problemCode === null) return '';
  return problemCode === 'cancelled' ? 'cancelled 已取消' : 'failed 失败';
}

/** @param namesOf - what an entry of the catalogue is called, in every language */
export function createHistorySearch(namesOf: (endpointId: string) => string): HistorySearch {
  const texts = new Map<string, string>();

  function textOf(entry: HistoryEntry): string {
    const known = texts.get(entry.historyId);
    if (known !== undefined) return known;
    const { endpointId, method, url, status, code, problemCode, logId, appName } = entry;
    const names = endpointId === null ? '' : `${endpointId} ${namesOf(endpointId)}`;
    const outcome = outcomeOf(entry);
    const parts = [method, url, decoded(url), names, status, code, problemCode, outcome, logId, appName];
    const text = parts.join('\n').toLowerCase();
    texts.set(entry.historyId, text);
    return text;
  }

  return {
    matches: (entry, words) => {
      const text = textOf(entry);
      return words.every((word) => text.includes(word));
    },
    forget: (historyId) => {
      texts.delete(historyId);
    },
  };
}
