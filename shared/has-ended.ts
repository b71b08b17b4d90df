import type { ConsoleRun } from './console-run.ts';

/** True once nothing more comes of the run. */
export function hasEnded({ stage }: Pick<ConsoleRun, 'stage'>): boolean {
  return stage === 'done' || stage === 'failed' || stage === 'cancelled';
}
