import { call } from '../../../app/bridge-client.ts';
import { attempt } from '../../../app/toast-store.ts';
import { followRuns } from '../../runs-store.ts';
import { addReopened, forgetPast } from '../../tabs-store.ts';
import { findInHistory } from './find-in-history.ts';
import type { RunFacts } from './run-facts.ts';

/**
 * Brings an answer back from the history into its tab, and shows it.
 *
 * @returns false when the history does not have it any more; then the tab no longer names it
 */
export async function openPastRun(tabId: string, past: RunFacts): Promise<boolean> {
  await followRuns();
  const entry = await attempt(findInHistory(past).then((found) => ({ found })));
  if (entry === null) return true;
  if (entry.found === null) {
    forgetPast(tabId, past.at);
    return false;
  }
  const opened = await attempt(call('history.open', { historyId: entry.found.historyId }));
  if (opened !== null) addReopened(tabId, past.at, opened.run.runId);
  return true;
}
