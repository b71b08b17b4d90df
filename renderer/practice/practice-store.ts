import { create } from 'zustand';
import type { Problem } from '../../shared/problem.ts';
import { useAppStore } from '../app/app-store.ts';
import { call, problemOf } from '../app/bridge-client.ts';

export type PracticeTab = 'flow' | 'request' | 'faults';

interface PracticeState {
  readonly tab: PracticeTab;
  /** Number of the chosen request. */
  readonly selected: number | null;
  readonly search: string;
  readonly onlyRefused: boolean;
  /** The newest request that is shown while the list rests; null while it follows. */
  readonly pausedAt: number | null;
  readonly portText: string;
  readonly startProblem: Problem | null;
}

export const usePracticeStore = create<PracticeState>()(() => ({
  tab: 'flow',
  selected: null,
  search: '',
  onlyRefused: false,
  pausedAt: null,
  portText: '',
  startProblem: null,
}));

/** What kept it from starting is of no matter any more once it runs. */
useAppStore.subscribe(({ practice }, before) => {
  if (practice.running && !before.practice.running) dismissStartProblem();
});

export function dismissStartProblem(): void {
  usePracticeStore.setState({ startProblem: null });
}

/** Takes over what is typed as port; what was wrong with another one is forgotten. */
export function changePort(portText: string): void {
  usePracticeStore.setState({ portText, startProblem: null });
}

/** Shows one request with its checks. */
export function showRequest(number: number): void {
  usePracticeStore.setState({ selected: number, tab: 'request' });
}

/** The port that a text means: undefined for none named, null for what is no port. */
export function readPort(text: string): number | undefined | null {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const port = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

/** Starts practice Coze; a port that is taken stands on the screen as a problem with a way out. */
export async function startPractice(port: number | undefined): Promise<void> {
  usePracticeStore.setState({ startProblem: null });
  try {
    await call('practice.start', port === undefined ? null : { port });
    if (port === 0) usePracticeStore.setState({ portText: '' });
  } catch (thrown) {
    usePracticeStore.setState({ startProblem: problemOf(thrown) });
  }
}
