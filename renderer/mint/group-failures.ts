import type { Problem } from '../../shared/problem.ts';
import type { SessionMint } from './session-run.ts';

/** Names that failed for one and the same reason. */
export interface FailureGroup {
  /** As it befell the first of them. */
  readonly problem: Problem;
  readonly names: readonly string[];
}

/** What failed, one group for each reason, in the order in which it was met. What the server wrote beside it may differ. */
export function groupFailures(mints: readonly SessionMint[]): readonly FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const { name, problem } of mints) {
    if (problem === null) continue;
    const reason = JSON.stringify([problem.code, problem.params]);
    const group = groups.get(reason);
    groups.set(reason, { problem: group?.problem ?? problem, names: [...(group?.names ?? []), name] });
  }
  return [...groups.values()];
}
