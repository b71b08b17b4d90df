import type { ConsoleRun } from '../../../shared/console-run.ts';
import type { Problem } from '../../../shared/problem.ts';
import { beginHistory, type EditHistory } from '../../app/edit-history.ts';
import { keptRuns } from '../answer/runs/kept-runs.ts';
import { allFacts, type RunFacts } from '../answer/runs/run-facts.ts';
import type { RequestDraft } from '../request/request-draft.ts';
import { firstSocketDraft, keptSocketDraft, type SocketDraft } from '../sockets/socket-draft.ts';
import type { TokenChoice } from '../token-choice.ts';
import type { KeptTab } from './kept-tabs.ts';
import type { TabView } from './tab-view.ts';

/** One request that is open, with what was answered to it. */
export interface ConsoleTab {
  readonly id: string;
  readonly history: EditHistory<RequestDraft>;
  /** Somebody changed or sent it: it is not given away for another one. */
  readonly touched: boolean;
  readonly view: TabView;
  readonly tokenChoice: TokenChoice;
  /** What was sent from here and is in memory, newest first; behind those at most one that was opened from the history. */
  readonly runIds: readonly string[];
  /** The one that is looked at; null for the newest. */
  readonly shownRunId: string | null;
  /** What was sent before those, and is in the history at most; newest first. */
  readonly pastRuns: readonly RunFacts[];
  /** The request is on its way to the main process. */
  readonly isStarting: boolean;
  /** Why the last one was not sent. */
  readonly problem: Problem | null;
  /** What is to be sent over a WebSocket, and the one that was connected last. */
  readonly socket: SocketDraft;
  readonly socketId: string | null;
}

/** The part of a request to begin with: the body where there is one and nothing in the path. */
function firstView({ body, path, address, isSocket, query }: RequestDraft): TabView {
  if (isSocket) return query.some(({ on, value }) => on && value === '') ? 'params' : 'body';
  const hasPath = /\/:/.test(address) || Object.keys(path).length > 0;
  return body.kind !== 'none' && !hasPath ? 'body' : 'params';
}

export function newTab(id: string, draft: RequestDraft, tokenChoice: TokenChoice): ConsoleTab {
  return {
    id,
    history: beginHistory(draft),
    touched: false,
    view: firstView(draft),
    tokenChoice,
    runIds: [],
    shownRunId: null,
    pastRuns: [],
    isStarting: false,
    problem: null,
    socket: firstSocketDraft(draft.endpointId),
    socketId: null,
  };
}

export function restoredTab(kept: KeptTab): ConsoleTab {
  const { id, draft, view, withToken, touched, socket, pastRuns = [] } = kept;
  const tab = newTab(id, draft, { kind: withToken ? 'app' : 'none' });
  return { ...tab, view, touched, pastRuns, socket: socket ?? tab.socket };
}

/** @param runs - those in memory */
export function keptTab(tab: ConsoleTab, runs: Readonly<Record<string, ConsoleRun>>): KeptTab {
  const { id, history, view, tokenChoice, touched, socket, socketId, runIds } = tab;
  const live = runIds.flatMap((runId) => runs[runId] ?? []);
  const pastRuns = keptRuns(allFacts(live, tab.pastRuns));
  const draft = history.present;
  const kept = draft.isSocket ? { socket: keptSocketDraft(socket, socketId !== null) } : {};
  return { id, draft, view, withToken: tokenChoice.kind !== 'none', touched, pastRuns, ...kept };
}
