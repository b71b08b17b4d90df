import type { ConsoleRun } from '../../../../shared/console-run.ts';

/** What is known of a request that was sent, also when its answer is no longer in memory. */
export interface RunFacts {
  /** Null when it stands in the history only. */
  readonly runId: string | null;
  /** Epoch milliseconds at which it began. */
  readonly at: number;
  readonly method: ConsoleRun['method'];
  /** As sent; secrets in it are masked. */
  readonly url: string;
  readonly stage: ConsoleRun['stage'];
  readonly status: number | null;
  readonly code: number | null;
  readonly bytes: number | null;
  readonly totalMs: number | null;
  readonly logId: string | null;
}

export function factsOf(run: ConsoleRun): RunFacts {
  return {
    runId: run.runId,
    at: run.startedAt,
    method: run.method,
    url: run.url,
    stage: run.stage,
    status: run.head?.status ?? null,
    code: run.envelope?.code ?? null,
    bytes: run.body?.bytes ?? null,
    totalMs: run.timing.total,
    logId: run.head?.logId ?? null,
  };
}

/** How it ended: good means an HTTP status under 400 and, where there is one, Coze's own code 0. */
export function outcomeOf({ stage, status, code }: RunFacts): 'good' | 'bad' | 'none' {
  if (stage === 'failed') return 'bad';
  if (status === null) return 'none';
  return status < 400 && (code ?? 0) === 0 ? 'good' : 'bad';
}

/** Runs of a tab that are no longer in memory, and are still named. */
export const mostPast = 20;

/** Newest first, each once. What has never been sent has no place in the history. */
export function withPast(past: readonly RunFacts[], gone: readonly ConsoleRun[]): readonly RunFacts[] {
  const all = [...gone.map((run) => ({ ...factsOf(run), runId: null })), ...past];
  const once = all.filter(({ at }, index) => all.findIndex((other) => other.at === at) === index);
  return once.toSorted((one, other) => other.at - one.at).slice(0, mostPast);
}

/** Everything that is known of a tab's runs, newest first: those in memory, then those of the history. */
export function allFacts(live: readonly ConsoleRun[], past: readonly RunFacts[]): readonly RunFacts[] {
  const inMemory = live.map(factsOf);
  const times = new Set(inMemory.map(({ at }) => at));
  return [...inMemory, ...past.filter(({ at }) => !times.has(at))].toSorted(
    (one, other) => other.at - one.at,
  );
}
