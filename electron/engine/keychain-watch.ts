import type { KeychainState } from '../../shared/bridge.ts';
import { type Problem, ProblemError, type Remedy } from '../../shared/problem.ts';

/** The keychain's state, learnt from how each call to it ends. */
export interface KeychainWatch {
  /** As last seen. */
  readonly state: () => KeychainState;
  readonly learn: (next: KeychainState) => KeychainState;
  /**
   * Waits for `work`, a call to the keychain.
   *
   * @throws what `work` throws; a problem of the keychain with the remedies that it has
   */
  readonly during: <Value>(
    work: Promise<Value>,
    remediesOf: (problem: Problem) => readonly Remedy[],
  ) => Promise<Value>;
}

const stateAfter: ReadonlyMap<string, KeychainState> = new Map([
  ['keychain/unavailable', 'unavailable'],
  ['keychain/locked', 'locked'],
  ['keychain/denied', 'denied'],
  ['keychain/timeout', 'timeout'],
]);

export function createKeychainWatch(onState: (state: KeychainState) => void): KeychainWatch {
  let state: KeychainState = 'ready';

  function learn(next: KeychainState): KeychainState {
    if (next !== state) {
      state = next;
      onState(next);
    }
    return next;
  }

  return {
    state: () => state,
    learn,
    during: async (work, remediesOf) => {
      try {
        const value = await work;
        learn('ready');
        return value;
      } catch (thrown) {
        if (!(thrown instanceof ProblemError) || !thrown.problem.code.startsWith('keychain/')) throw thrown;
        const { code, params } = thrown.problem;
        const next = stateAfter.get(code);
        if (next !== undefined) learn(next);
        const unlock: readonly Remedy[] = code === 'keychain/locked' ? ['unlock-keychain'] : [];
        const remedies = [...unlock, ...remediesOf(thrown.problem)];
        throw new ProblemError(code, { params, remedies, cause: thrown });
      }
    },
  };
}
