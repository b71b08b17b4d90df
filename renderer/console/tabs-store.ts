import { create } from 'zustand';
import { type Endpoint, endpoints } from '../../shared/coze/endpoints.ts';
import { useAppStore } from '../app/app-store.ts';
import { edit, redo, undo } from '../app/edit-history.ts';
import { pageStorage } from '../app/page-storage.ts';
import { withPast } from './answer/runs/run-facts.ts';
import { endpointFor } from './request/address.ts';
import { discardLastRefused } from './request/refused-fields.ts';
import { draftOfEndpoint, freeDraft, type RequestDraft, sizeOfDraft } from './request/request-draft.ts';
import { dropRun, useRunsStore } from './runs-store.ts';
import { socketEntry } from './sockets/socket-address.ts';
import { closeSocket, dropSocket } from './sockets/sockets-store.ts';
import { apiOriginOf } from './surroundings.ts';
import { type ConsoleTab, keptTab, newTab, restoredTab } from './tabs/console-tab.ts';
import { readTabs, writeTabs } from './tabs/kept-tabs.ts';
import type { TabView } from './tabs/tab-view.ts';
import { followed, type TokenChoice } from './token-choice.ts';

interface TabsState {
  /** In the order of the strip. */
  readonly tabs: readonly ConsoleTab[];
  /** Null only while there is no tab. */
  readonly selectedId: string | null;
  /** What was closed, the last one at the end, and where it was. */
  readonly closed: readonly { readonly tab: ConsoleTab; readonly index: number }[];
}

/** Closed tabs that can be brought back. */
const mostClosed = 20;
/** Answers of a tab that stay in memory. */
export const mostRuns = 10;
const restMs = 400;

const storage = pageStorage('console-tabs');

function restored(): TabsState {
  const { tabs, selectedId } = readTabs(storage.read());
  return { tabs: tabs.map(restoredTab), selectedId, closed: [] };
}

/** The requests that are open. */
export const useTabsStore = create<TabsState>()(() => restored());

/** Writes down now what is open. */
export function keepTabs(): void {
  const { tabs, selectedId } = useTabsStore.getState();
  const { runs } = useRunsStore.getState();
  storage.write(writeTabs({ tabs: tabs.map((tab) => keptTab(tab, runs)), selectedId }));
}

let waiting: ReturnType<typeof setTimeout> | undefined;

useTabsStore.subscribe(({ tabs, selectedId }, before) => {
  if (tabs === before.tabs && selectedId === before.selectedId) return;
  clearTimeout(waiting);
  waiting = setTimeout(keepTabs, restMs);
});
if (typeof document !== 'undefined') {
  const keepNow = () => {
    if (document.visibilityState === 'hidden') keepTabs();
  };
  document.addEventListener('visibilitychange', keepNow);
  window.addEventListener('pagehide', keepTabs);
}

useAppStore.subscribe(({ tokens }, before) => {
  if (tokens === before.tokens) return;
  useTabsStore.setState(({ tabs }) => {
    const next = tabs.map((tab) => {
      const tokenChoice = followed(tab.tokenChoice, tokens);
      return tokenChoice === tab.tokenChoice ? tab : { ...tab, tokenChoice };
    });
    return next.some((tab, index) => tab !== tabs[index]) ? { tabs: next } : {};
  });
});

const freshId = () => crypto.randomUUID();

export function tabOf({ tabs, selectedId }: Pick<TabsState, 'tabs' | 'selectedId'>): ConsoleTab | null {
  return tabs.find(({ id }) => id === selectedId) ?? null;
}

export function useTab(): ConsoleTab | null {
  return useTabsStore(tabOf);
}

export function endpointOf({ endpointId }: Pick<RequestDraft, 'endpointId'>): Endpoint | null {
  return endpoints.find(({ id }) => id === endpointId) ?? null;
}

/** Changes one tab; a tab that is gone stays gone. */
export function patchTab(
  id: string,
  part: Partial<ConsoleTab> | ((tab: ConsoleTab) => Partial<ConsoleTab>),
): void {
  useTabsStore.setState(({ tabs }) => ({
    tabs: tabs.map((tab) =>
      tab.id === id ? { ...tab, ...(typeof part === 'function' ? part(tab) : part) } : tab,
    ),
  }));
}

export function selectTab(id: string): void {
  useTabsStore.setState({ selectedId: id });
}

/** Selects the tab `by` places further on, around the ends. */
export function selectBeside(by: 1 | -1): void {
  const { tabs, selectedId } = useTabsStore.getState();
  const at = tabs.findIndex(({ id }) => id === selectedId);
  const next = tabs.at((at + by + tabs.length) % Math.max(1, tabs.length));
  if (next) selectTab(next.id);
}

function isFree({ touched, runIds, isStarting }: ConsoleTab): boolean {
  return !touched && runIds.length === 0 && !isStarting;
}

function insert(tab: ConsoleTab, index: number): void {
  useTabsStore.setState(({ tabs }) => ({ tabs: tabs.toSpliced(index, 0, tab), selectedId: tab.id }));
}

/** Another request goes with the same token; that one goes with none is said of it alone. */
function choiceBeside(current: ConsoleTab | null): TokenChoice {
  return current === null || current.tokenChoice.kind === 'none' ? { kind: 'app' } : current.tokenChoice;
}

/**
 * Opens a request beside the selected one, which it takes the place of when nobody has touched that one.
 *
 * @param mayReplace - false for a tab of its own in any case
 */
export function openDraft(draft: RequestDraft, mayReplace = true): void {
  const { tabs, selectedId } = useTabsStore.getState();
  const current = tabOf({ tabs, selectedId });
  const tab = newTab(freshId(), withVariables(draft, current), choiceBeside(current));
  if (mayReplace && current !== null && isFree(current)) {
    useTabsStore.setState({
      tabs: tabs.map((entry) => (entry === current ? tab : entry)),
      selectedId: tab.id,
    });
  } else insert(tab, tabs.findIndex(({ id }) => id === selectedId) + 1);
}

/** Opens a request that has something in it already: an import, a follow-up, one of the history. */
export function openFilledDraft(draft: RequestDraft): void {
  openDraft(draft);
  const { selectedId } = useTabsStore.getState();
  if (selectedId !== null) patchTab(selectedId, { touched: true });
}

/** Goes to the request of an entry of the catalogue: the one that is open, else a new one. */
export function openEndpoint(endpoint: Endpoint, inNewTab = false): void {
  const { tabs, selectedId } = useTabsStore.getState();
  const isOfEndpoint = ({ history }: ConsoleTab) => history.present.endpointId === endpoint.id;
  const current = tabOf({ tabs, selectedId });
  const open = current !== null && isOfEndpoint(current) ? current : tabs.findLast(isOfEndpoint);
  if (open && !inNewTab) selectTab(open.id);
  else openDraft(draftOfEndpoint(endpoint), !inNewTab);
}

export function openFreeRequest(): void {
  openDraft(freeDraft(), false);
}

/** A new request is filled in with the variables of the one before it. */
function withVariables(draft: RequestDraft, current: ConsoleTab | null): RequestDraft {
  const variableSetId = draft.variableSetId ?? current?.history.present.variableSetId ?? null;
  return { ...draft, variableSetId };
}

export function duplicateTab(id: string): void {
  const { tabs } = useTabsStore.getState();
  const index = tabs.findIndex((tab) => tab.id === id);
  const tab = tabs[index];
  if (tab === undefined) return;
  const copy = newTab(freshId(), tab.history.present, tab.tokenChoice);
  insert({ ...copy, view: tab.view, touched: true, socket: tab.socket }, index + 1);
}

function forget(tabs: readonly ConsoleTab[]): void {
  for (const runId of tabs.flatMap(({ runIds }) => runIds)) void dropRun(runId).catch(() => undefined);
  for (const { socketId } of tabs) if (socketId !== null) void dropSocket(socketId).catch(() => undefined);
}

/** Closes tabs; each can be brought back with its newest answer and the log of its WebSocket, which is closed. */
export function closeTabs(ids: readonly string[]): void {
  useTabsStore.setState(({ tabs, selectedId, closed }) => {
    const gone = tabs.flatMap((tab, index) => (ids.includes(tab.id) ? [{ tab, index }] : []));
    const kept = tabs.filter(({ id }) => !ids.includes(id));
    const at = tabs.findIndex(({ id }) => id === selectedId);
    const after = tabs.slice(at).find((tab) => kept.includes(tab));
    for (const { tab } of gone) if (tab.socketId !== null) closeSocket(tab.socketId);
    const worthKeeping = gone
      .filter(({ tab }) => !isFree(tab))
      .map(({ tab, index }) => ({ tab: { ...tab, ...withoutOld(tab, tab.runIds.slice(0, 1)) }, index }));
    const all = [...closed, ...worthKeeping];
    forget(all.slice(0, -mostClosed).map(({ tab }) => tab));
    return {
      tabs: kept,
      selectedId: (after ?? kept.at(-1))?.id ?? null,
      closed: all.slice(-mostClosed),
    };
  });
}

/** Brings back what was closed last. */
export function reopenTab(): void {
  const { tabs, closed } = useTabsStore.getState();
  const last = closed.at(-1);
  if (last === undefined) return;
  useTabsStore.setState({ closed: closed.slice(0, -1) });
  insert(last.tab, Math.min(last.index, tabs.length));
}

/**
 * Changes the request in sight. `place` names what was edited: changes there without a pause are one step. Method and
 * address decide which entry of the catalogue it belongs to.
 */
export function changeDraft(place: string, change: (draft: RequestDraft) => RequestDraft): void {
  const tab = tabOf(useTabsStore.getState());
  if (tab === null) return;
  const { present } = tab.history;
  const next = change(present);
  if (next === present) return;
  const isElsewhere = next.method !== present.method || next.address !== present.address;
  const draft = isElsewhere ? withEndpoint(next, apiOriginOf(tab.tokenChoice)) : next;
  patchTab(tab.id, { history: edit(tab.history, draft, place, Date.now(), sizeOfDraft), touched: true });
}

/** The draft with the entry of the catalogue that its method and address belong to. */
export function withEndpoint(draft: RequestDraft, apiOrigin: string | null): RequestDraft {
  const { method, address, isSocket } = draft;
  if (isSocket) return { ...draft, endpointId: socketEntry(address)?.id ?? null };
  const found = endpointFor({ method, address, apiOrigin }, endpointOf(draft));
  return { ...draft, endpointId: found?.id ?? null };
}

function step(change: typeof undo): void {
  const tab = tabOf(useTabsStore.getState());
  if (tab !== null) patchTab(tab.id, { history: change(tab.history) });
}

/** Text that a field holds and the JSON does not is the last step. */
export const draftSteps = {
  undo: () => {
    if (!discardLastRefused()) step(undo);
  },
  redo: () => step(redo),
} as const;

export function showView(view: TabView): void {
  const tab = tabOf(useTabsStore.getState());
  if (tab !== null) patchTab(tab.id, { view });
}

export function chooseToken(tokenChoice: TokenChoice): void {
  const tab = tabOf(useTabsStore.getState());
  if (tab !== null) patchTab(tab.id, { tokenChoice });
}

type Runs = Pick<ConsoleTab, 'runIds' | 'pastRuns' | 'shownRunId'>;

/** Frees all runs of a tab but these; of the others it knows when they were and how they ended. */
function withoutOld({ runIds, pastRuns }: Runs, kept: readonly string[]): Runs {
  const { runs } = useRunsStore.getState();
  const gone = runIds.filter((id) => !kept.includes(id));
  for (const id of gone) void dropRun(id).catch(() => undefined);
  const known = gone.flatMap((id) => runs[id] ?? []);
  return { runIds: kept, pastRuns: withPast(pastRuns, known), shownRunId: null };
}

/** Puts a run at the head of the tab's and shows it; the oldest beyond what is kept are freed. */
export function addRun(tabId: string, runId: string): void {
  patchTab(tabId, (tab) => {
    const runIds = [runId, ...tab.runIds];
    return { ...withoutOld({ ...tab, runIds }, runIds.slice(0, mostRuns)), touched: true };
  });
}

/** Shows a run of the tab that is in memory; null for the newest one. */
export function showRun(tabId: string, runId: string | null): void {
  patchTab(tabId, ({ runIds }) => ({ shownRunId: runId === runIds[0] ? null : runId, problem: null }));
}

/** Shows a run that came back from the history, in the place of the one that came back before it. */
export function addReopened(tabId: string, at: number, runId: string): void {
  if (!useTabsStore.getState().tabs.some(({ id }) => id === tabId)) {
    void dropRun(runId).catch(() => undefined);
    return;
  }
  patchTab(tabId, (tab) => {
    const runs = withoutOld(tab, tab.runIds.slice(0, mostRuns));
    return {
      runIds: [...runs.runIds, runId],
      pastRuns: runs.pastRuns.filter((past) => past.at !== at),
      shownRunId: runId,
      problem: null,
    };
  });
}

/** The history does not have it either. */
export function forgetPast(tabId: string, at: number): void {
  patchTab(tabId, ({ pastRuns }) => ({ pastRuns: pastRuns.filter((past) => past.at !== at) }));
}
