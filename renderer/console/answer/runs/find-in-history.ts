import type { HistoryEntry } from '../../../../shared/console-run.ts';
import { call } from '../../../app/bridge-client.ts';
import type { RunFacts } from './run-facts.ts';

type Wanted = Pick<RunFacts, 'at' | 'method' | 'url' | 'logId'>;

const pageSize = 200;

/** Words that stand in every entry of the run, so that few others are looked at. */
function wordsFor({ url, logId }: Wanted): string {
  if (logId !== null) return logId;
  return URL.canParse(url) ? new URL(url).pathname : '';
}

/** The entry of the history that a run is kept in; null when there is none, or none any more. */
export async function findInHistory(wanted: Wanted): Promise<HistoryEntry | null> {
  const query = wordsFor(wanted);
  let before: string | null = null;
  for (;;) {
    const { entries }: { readonly entries: readonly HistoryEntry[] } = await call('history.list', {
      query,
      before,
      limit: pageSize,
    });
    const found = entries.find(({ at, method }) => at === wanted.at && method === wanted.method);
    const last = entries.at(-1);
    if (found !== undefined || last === undefined || entries.length < pageSize) return found ?? null;
    before = last.historyId;
  }
}
