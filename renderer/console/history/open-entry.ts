import { call } from '../../app/bridge-client.ts';
import { attempt } from '../../app/toast-store.ts';
import { followRuns } from '../runs-store.ts';
import { addRun, chooseToken, openFilledDraft, patchTab, useTabsStore } from '../tabs-store.ts';
import { draftOfRequest } from './draft-of-request.ts';

/**
 * Opens a request of the history with its answer, in a tab of its own.
 *
 * @returns true when its body was too long to be kept; null when it cannot be opened, which is told
 */
export async function openEntry(historyId: string): Promise<boolean | null> {
  await followRuns();
  const opened = await attempt(call('history.open', { historyId }));
  if (opened === null) return null;
  const { request, run, bodyLeftOut } = opened;
  openFilledDraft(draftOfRequest(request));
  chooseToken(request.source.kind === 'none' ? { kind: 'none' } : { kind: 'app' });
  const { selectedId } = useTabsStore.getState();
  if (selectedId === null) return null;
  addRun(selectedId, run.runId);
  patchTab(selectedId, { problem: null });
  return bodyLeftOut;
}
