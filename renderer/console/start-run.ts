import { hasEnded } from '../../shared/has-ended.ts';
import { useAppStore } from '../app/app-store.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { attempt } from '../app/toast-store.ts';
import { cancelAtCoze } from './cancel-at-coze.ts';
import { noteRecent } from './catalogue/endpoint-marks.ts';
import { refusedNames } from './request/refused-fields.ts';
import { obstaclesOf, runRequestOf } from './request/run-request.ts';
import { sendRun, useRunsStore } from './runs-store.ts';
import { callOffSocket, pressSocket } from './sockets/start-socket.ts';
import { surroundingsOf } from './surroundings.ts';
import type { ConsoleTab } from './tabs/console-tab.ts';
import { addRun, endpointOf, patchTab, tabOf, useTabsStore } from './tabs-store.ts';
import { senderOf } from './token-choice.ts';
import { resolverOf } from './variables/variables-store.ts';

/** True while the newest request of the tab is on its way. */
export function isRunning(
  { runIds: [latest], isStarting }: Pick<ConsoleTab, 'runIds' | 'isStarting'>,
  runs: ReturnType<typeof useRunsStore.getState>['runs'],
): boolean {
  const run = latest === undefined ? undefined : runs[latest];
  return isStarting || (run !== undefined && !hasEnded(run));
}

/** Tabs whose request is to be cancelled as soon as it has begun. */
const calledOff = new Set<string>();

/** Cancels a request, and at Coze the chat that it streams. */
function cancel(runId: string): void {
  void attempt(call('console.cancel', { runId }));
  void cancelAtCoze(runId);
}

function selected(): ConsoleTab | null {
  return tabOf(useTabsStore.getState());
}

/**
 * Sends the request of the selected tab, unless something keeps it from being sent or it is on its way. A WebSocket is
 * connected or disconnected, or given what was written for it.
 */
export async function startRun(): Promise<void> {
  const tab = selected();
  if (tab?.history.present.isSocket) return pressSocket(tab);
  if (tab === null || isRunning(tab, useRunsStore.getState().runs)) return;
  const draft = tab.history.present;
  const endpoint = endpointOf(draft);
  const sender = senderOf(tab.tokenChoice, useAppStore.getState().profile.currentAppId);
  const obstacles = obstaclesOf(draft, resolverOf(draft.variableSetId), refusedNames());
  if (sender === null || obstacles.length > 0) return;
  patchTab(tab.id, { isStarting: true, problem: null });
  if (endpoint !== null) noteRecent(endpoint.id);
  try {
    const runId = await sendRun(runRequestOf(draft, sender.source, surroundingsOf(tab.tokenChoice)));
    addRun(tab.id, runId);
    patchTab(tab.id, { isStarting: false });
    if (calledOff.has(tab.id)) cancel(runId);
  } catch (thrown) {
    patchTab(tab.id, { isStarting: false, problem: problemOf(thrown), touched: true });
  } finally {
    calledOff.delete(tab.id);
  }
}

/** Cancels what the selected tab has on its way; false when that is nothing. */
export function cancelRun(): boolean {
  const tab = selected();
  const { runs } = useRunsStore.getState();
  if (tab === null) return false;
  if (tab.history.present.isSocket) return callOffSocket(tab);
  const [latest] = tab.runIds;
  // A run that has just begun may not have been told of yet.
  const isNew = latest !== undefined && runs[latest] === undefined;
  if (!isNew && !isRunning(tab, runs)) return false;
  if (tab.isStarting) calledOff.add(tab.id);
  else if (latest !== undefined) cancel(latest);
  return true;
}

/** Renews the token that was chosen, and sends with the new one. */
export async function renewAndStart(): Promise<void> {
  const tab = selected();
  if (tab?.tokenChoice.kind !== 'token') return startRun();
  const renewed = await attempt(call('tokens.renew', { tokenId: tab.tokenChoice.tokenId }));
  if (renewed === null) return;
  patchTab(tab.id, { tokenChoice: { ...tab.tokenChoice, tokenId: renewed.id } });
  await startRun();
}
