import { useEffect } from 'react';
import { create } from 'zustand';
import type { ConsoleRun, RunRequest, StreamEvent } from '../../shared/console-run.ts';
import { call, subscribe } from '../app/bridge-client.ts';
import { followOnce } from '../app/follow-once.ts';
import { newest } from './newest.ts';

/** The newest events of a stream; those before `first` are asked for by `console.events`. */
export interface RunEvents {
  /** Index of the first one in `events`. */
  readonly first: number;
  /** In order, without gaps. */
  readonly events: readonly StreamEvent[];
}

interface RunsState {
  readonly runs: Readonly<Record<string, ConsoleRun>>;
  readonly events: Readonly<Record<string, RunEvents>>;
}

/** What the main process said of the requests that it sends. */
export const useRunsStore = create<RunsState>()(() => ({ runs: {}, events: {} }));

/** What a page keeps of the events of one stream. */
const most = { count: 20_000, characters: 32 * 1024 * 1024 };

const noEvents: RunEvents = { first: 0, events: [] };

/** What is kept of `known` when `came` comes behind it; what is known already is not taken twice. */
export function withEvents(known: RunEvents, came: readonly StreamEvent[]): RunEvents {
  const events = newest(known.events, came, known.first + known.events.length, most);
  return events === null ? known : { first: events[0]?.index ?? 0, events };
}

function takeRun(run: ConsoleRun): void {
  useRunsStore.setState(({ runs }) => ({ runs: { ...runs, [run.runId]: run } }));
}

function takeEvents(runId: string, came: readonly StreamEvent[]): void {
  useRunsStore.setState(({ events }) => ({
    events: { ...events, [runId]: withEvents(events[runId] ?? noEvents, came) },
  }));
}

function listen(): void {
  subscribe((event) => {
    if (event.name === 'consoleRun') takeRun(event.payload.run);
    else if (event.name === 'consoleEvents') takeEvents(event.payload.runId, event.payload.events);
  });
}

async function ask(): Promise<void> {
  const known = await call('console.runs', null);
  useRunsStore.setState(({ runs }) => ({
    runs: { ...Object.fromEntries(known.map((run) => [run.runId, run])), ...runs },
  }));
}

/** Begins to follow the runs; what came before is asked for once. May be called again at no cost. */
export const followRuns = followOnce(listen, ask);

/**
 * Sends a request.
 *
 * @returns the id of its run, which is in the store at once or in a moment
 * @throws CallError when the request is not in order
 */
export async function sendRun(request: RunRequest): Promise<string> {
  await followRuns();
  return (await call('console.start', { request })).runId;
}

/** Frees what is kept of a run, here and in the main process. */
export async function dropRun(runId: string): Promise<void> {
  await call('console.dropRun', { runId });
  useRunsStore.setState((state) => {
    const { [runId]: _run, ...runs } = state.runs;
    const { [runId]: _events, ...events } = state.events;
    return { runs, events };
  });
}

/** How far a run has come; null when nothing is known of it, or not yet. */
export function useRun(runId: string | null): ConsoleRun | null {
  useEffect(() => void followRuns().catch(() => undefined), []);
  return useRunsStore((state) => (runId === null ? null : (state.runs[runId] ?? null)));
}

async function catchUp(runId: string): Promise<void> {
  await followRuns();
  const { runs, events } = useRunsStore.getState();
  const count = runs[runId]?.eventCount ?? 0;
  if (count === 0 || events[runId] !== undefined) return;
  let from = Math.max(0, count - most.count);
  while (from < count) {
    const page = await call('console.events', { runId, from, limit: 10_000 });
    if (page.length === 0) return;
    takeEvents(runId, page);
    from += page.length;
  }
}

/** The events of a run that are in memory; after the page was loaded anew they are asked for. */
export function useEvents(runId: string | null): RunEvents {
  useEffect(() => {
    if (runId !== null) void catchUp(runId).catch(() => undefined);
  }, [runId]);
  return useRunsStore((state) => (runId === null ? noEvents : (state.events[runId] ?? noEvents)));
}
