import { isRefusal, type Refusal, RefusedError } from './refusal.ts';

/** How one named check of a request went. */
export interface CheckResult {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'not-reached';
}

/** The checks of one request, in order, ticked off one by one. */
export interface CheckSheet {
  /**
   * Notes the verdict on the check `name`: a refusal fails it, anything else passes it and is handed back.
   *
   * @throws RefusedError when the verdict is a refusal
   */
  readonly pass: <Value>(name: string, verdict: Value | Refusal) => Value;
  /** @throws RefusedError always */
  readonly fail: (name: string, refusal: Refusal) => never;
  readonly results: () => readonly CheckResult[];
}

/** A sheet on which every check of `names` is still to be reached. */
export function createCheckSheet(names: readonly string[]): CheckSheet {
  const states = new Map<string, CheckResult['state']>(names.map((name) => [name, 'not-reached']));
  const note = (name: string, state: CheckResult['state']) => {
    if (!states.has(name)) throw new Error(`check "${name}" is not on the sheet`);
    states.set(name, state);
  };
  const fail = (name: string, refusal: Refusal): never => {
    note(name, 'failed');
    throw new RefusedError(refusal);
  };
  return {
    pass: (name, verdict) => {
      if (isRefusal(verdict)) return fail(name, verdict);
      note(name, 'passed');
      return verdict;
    },
    fail,
    results: () => Array.from(states, ([name, state]) => ({ name, state })),
  };
}
