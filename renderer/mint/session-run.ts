import type { Problem } from '../../shared/problem.ts';
import { inTurns } from './in-turns.ts';

/** One session name of a run, and what has become of it. */
export interface SessionMint {
  readonly name: string;
  readonly state: 'waiting' | 'running' | 'minted' | 'failed' | 'cancelled' | 'called-off';
  readonly problem: Problem | null;
}

export interface SessionRunOptions {
  readonly names: readonly string[];
  /** Mints for one name; what it throws belongs to that name. */
  readonly mint: (name: string, signal: AbortSignal) => Promise<unknown>;
  readonly problemOf: (thrown: unknown) => Problem;
  /** Ends what is on its way, and lets nothing else begin. */
  readonly signal: AbortSignal;
  /** Told of every change, with all names in their order. */
  readonly onChange: (mints: readonly SessionMint[]) => void;
}

export const mintsAtOnce = 4;

/** How many have come to which end. */
export function countSessions(mints: readonly SessionMint[]): Readonly<Record<SessionMint['state'], number>> {
  const counts = { waiting: 0, running: 0, minted: 0, failed: 0, cancelled: 0, 'called-off': 0 };
  for (const { state } of mints) counts[state] += 1;
  return counts;
}

/**
 * Mints one token for each name, {@link mintsAtOnce} at a time. When the first so many have all failed, the others would
 * too: they are called off. Never rejects.
 */
export async function runSessions(options: SessionRunOptions): Promise<readonly SessionMint[]> {
  const calledOff = new AbortController();
  const goesOn = AbortSignal.any([options.signal, calledOff.signal]);
  let mints: readonly SessionMint[] = options.names.map((name) => ({
    name,
    state: 'waiting',
    problem: null,
  }));

  function set(index: number, state: SessionMint['state'], problem: Problem | null = null): void {
    mints = mints.map((entry, at) => (at === index ? { ...entry, state, problem } : entry));
    options.onChange(mints);
  }

  async function mintOne(name: string, index: number): Promise<void> {
    set(index, 'running');
    try {
      await options.mint(name, options.signal);
      set(index, 'minted');
    } catch (thrown) {
      const problem = options.problemOf(thrown);
      if (problem.code === 'cancelled') set(index, 'cancelled');
      else set(index, 'failed', problem);
      const { minted, failed } = countSessions(mints);
      if (minted === 0 && failed >= mintsAtOnce) calledOff.abort();
    }
  }

  options.onChange(mints);
  await inTurns(options.names, mintsAtOnce, mintOne, goesOn);
  const end = calledOff.signal.aborted && !options.signal.aborted ? 'called-off' : 'cancelled';
  mints = mints.map((entry) => (entry.state === 'waiting' ? { ...entry, state: end } : entry));
  options.onChange(mints);
  return mints;
}
