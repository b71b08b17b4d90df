import type { PracticeCheckId } from '../../shared/practice-check.ts';
import { isRefusal, type Refusal, RefusedError } from './refusal.ts';
import { shownText } from './shown-text.ts';

/** What a check looked at and what it takes, as values; null where there is nothing to show. Without secrets. */
export interface CheckFacts {
  readonly seen?: unknown;
  readonly wanted?: string;
}

/** How one named check of a request went. */
export interface CheckResult {
  readonly name: PracticeCheckId;
  readonly state: 'passed' | 'failed' | 'not-reached';
  /** What the request held; null when there is nothing to show. */
  readonly seen: string | null;
  /** What is accepted; null when there is nothing to compare. */
  readonly wanted: string | null;
}

/** The checks of one request, in order, ticked off one by one. */
export interface CheckSheet {
  /**
   * Notes the verdict on the check `name`: a refusal fails it, anything else passes it and is handed back.
   *
   * @throws RefusedError when the verdict is a refusal
   */
  readonly pass: <Value>(name: PracticeCheckId, verdict: Value | Refusal) => Value;
  /** Says what the check `name` is about to look at; it is shown once the check was made. */
  readonly look: (name: string, facts: CheckFacts) => void;
  /** @throws RefusedError always */
  readonly fail: (name: PracticeCheckId, refusal: Refusal) => never;
  readonly results: () => readonly CheckResult[];
}

/** A sheet on which every check of `names` is still to be reached. */
export function createCheckSheet(names: readonly PracticeCheckId[]): CheckSheet {
  const states = new Map<PracticeCheckId, CheckResult['state']>(names.map((name) => [name, 'not-reached']));
  const facts = new Map<string, CheckFacts>();
  const note = (name: PracticeCheckId, state: CheckResult['state']) => {
    if (!states.has(name)) throw new Error(`check "${name}" is not on the sheet`);
    states.set(name, state);
  };
  const fail = (name: PracticeCheckId, refusal: Refusal): never => {
    note(name, 'failed');
    const { seen = refusal.seen, wanted = refusal.wanted } = facts.get(name) ?? {};
    facts.set(name, { seen, ...(wanted === null ? {} : { wanted }) });
    throw new RefusedError(refusal);
  };
  return {
    pass: (name, verdict) => {
      if (isRefusal(verdict)) return fail(name, verdict);
      note(name, 'passed');
      return verdict;
    },
    look: (name, looked) => void facts.set(name, looked),
    fail,
    results: () =>
      Array.from(states, ([name, state]) => {
        const { seen, wanted } = state === 'not-reached' ? {} : (facts.get(name) ?? {});
        return { name, state, seen: shownText(seen), wanted: shownText(wanted) };
      }),
  };
}
