import type { ConsoleRun, StreamEvent } from '../../shared/console-run.ts';
import { hasEnded } from '../../shared/has-ended.ts';
import { ProblemError, toProblem } from '../../shared/problem.ts';
import type { Timers } from '../tokens/timers.ts';
import { carryOut, type RunServices } from './carry-out.ts';
import { createEventBatches } from './event-batches.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import type { KeptBody } from './kept-bodies.ts';
import type { PassingFolder } from './passing-folder.ts';
import type { RunRecord } from './read-answer.ts';
import type { RunPlan } from './run-plan.ts';

/** The requests that were sent in this run of the app. */
export interface Runs {
  /** @returns the id of the run; it goes on until `ends` aborts */
  readonly start: (plan: RunPlan, ends: AbortSignal) => string;
  /** Takes in a run that has ended before, with what is left of it. */
  readonly adopt: (run: ConsoleRun, body: KeptBody | null, events: readonly StreamEvent[]) => Promise<void>;
  /** One that is over stays as it is. */
  readonly cancel: (runId: string) => void;
  /** Newest first. */
  readonly all: () => ConsoleRun[];
  /** @throws ProblemError `console/run-gone` */
  readonly events: (runId: string, from: number, limit: number) => Promise<StreamEvent[]>;
  readonly drop: (runId: string) => Promise<void>;
  /** Cancels what goes on, and resolves when all of it has ended. */
  readonly close: () => Promise<void>;
}

export interface RunsOptions extends RunServices {
  readonly newId: () => string;
  readonly folder: PassingFolder;
  readonly timers: Timers;
  /** Makes something that tells of a run, several changes as one. */
  readonly pace: (tell: () => void) => { readonly changed: () => void; readonly stop: () => void };
  readonly onRun: (run: ConsoleRun) => void;
  readonly onEvents: (runId: string, events: StreamEvent[]) => void;
  /** It is over, whatever came of it; `left` is there until this resolves, and then until the run is dropped. */
  readonly onFinished: (run: ConsoleRun, plan: RunPlan, left: LeftOfRun) => Promise<void>;
}

/** What a run has brought. */
export interface LeftOfRun {
  readonly body: KeptBody | null;
  readonly events: Pick<EventLog, 'count' | 'read'>;
}

interface LiveRun {
  run: ConsoleRun;
  body: KeptBody | null;
  readonly events: EventLog;
  readonly ending: AbortController;
  readonly stop: () => void;
  over: Promise<void>;
}

/** Runs that are kept; beyond them the oldest that are over go. */
const mostRuns = 200;

const noTiming: ConsoleRun['timing'] = {
  queue: null,
  dns: null,
  connect: null,
  tls: null,
  firstByte: null,
  body: null,
  total: null,
};

export function createRuns(options: RunsOptions): Runs {
  const { newId, clock, folder, timers } = options;
  const runs = new Map<string, LiveRun>();

  function begin(plan: RunPlan): LiveRun {
    const runId = newId();
    const { endpointId, asksForStream, method } = plan;
    const told = options.pace(() => options.onRun(live.run));
    const live: LiveRun = {
      run: {
        runId,
        startedAt: clock.now(),
        endpointId,
        asksForStream,
        method,
        url: '',
        stage: 'token',
        sent: { bytes: 0, total: null },
        tokenId: null,
        minted: false,
        retriedAfter: null,
        head: null,
        timing: noTiming,
        envelope: null,
        body: null,
        eventCount: null,
        problem: null,
      },
      body: null,
      events: createEventLog(`${runId}.events`, folder),
      ending: new AbortController(),
      stop: told.stop,
      over: Promise.resolve(),
    };
    const record: RunRecord = {
      run: () => live.run,
      change: (part) => {
        live.run = { ...live.run, ...part };
        told.changed();
      },
      events: live.events,
      batches: createEventBatches(timers, (events) => options.onEvents(runId, events)),
      setBody: async (body) => {
        await live.body?.drop();
        live.body = body;
      },
    };
    live.over = follow(live, plan, record);
    return live;
  }

  async function follow(live: LiveRun, plan: RunPlan, record: RunRecord): Promise<void> {
    const { signal } = live.ending;
    // The caller learns the id before anything is told of it.
    await Promise.resolve();
    record.change({});
    try {
      await carryOut(plan, record, options, signal);
      record.change({ stage: 'done' });
    } catch (thrown) {
      if (signal.aborted) record.change({ stage: 'cancelled' });
      else record.change({ stage: 'failed', problem: toProblem(thrown) });
    }
    await options.onFinished(live.run, plan, live);
  }

  async function drop(runId: string): Promise<void> {
    const live = runs.get(runId);
    if (live === undefined) return;
    runs.delete(runId);
    live.stop();
    live.ending.abort();
    await live.over;
    await live.body?.drop();
    await live.events.drop();
  }

  function makeRoom(): void {
    const over = [...runs.values()].filter(({ run }) => hasEnded(run));
    for (const { run } of over.slice(0, Math.max(0, runs.size - mostRuns))) void drop(run.runId);
  }

  return {
    start: (plan, ends) => {
      const live = begin(plan);
      const { runId } = live.run;
      runs.set(runId, live);
      const end = () => live.ending.abort();
      ends.addEventListener('abort', end, { once: true });
      void live.over.finally(() => ends.removeEventListener('abort', end));
      if (ends.aborted) end();
      makeRoom();
      return runId;
    },
    adopt: async (run, body, events) => {
      const log = createEventLog(`${run.runId}.events`, folder);
      for (const event of events) await log.add(event);
      runs.set(run.runId, {
        run,
        body,
        events: log,
        ending: new AbortController(),
        stop: () => undefined,
        over: Promise.resolve(),
      });
      options.onRun(run);
      makeRoom();
    },
    cancel: (runId) => runs.get(runId)?.ending.abort(),
    all: () => [...runs.values()].map(({ run }) => run).toReversed(),
    events: async (runId, from, limit) => {
      const live = runs.get(runId);
      if (live === undefined) throw new ProblemError('console/run-gone');
      return live.events.read(from, limit);
    },
    drop,
    close: async () => {
      const all = [...runs.values()];
      for (const { ending } of all) ending.abort();
      await Promise.all(all.map(({ over }) => over));
      for (const { stop } of all) stop();
    },
  };
}
