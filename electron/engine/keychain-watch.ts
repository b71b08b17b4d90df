import type { KeychainState } from '../../shared/bridge.ts';
import { type Problem, ProblemError } from '../../shared/problem.ts';
import type { Remedy } from '../../shared/remedies.ts';

/** The keychain's state, learnt from how each call to it ends. */
export interface KeychainWatch {
  /** As last seen. */
  readonly state: () => KeychainState;
  readonly learn: (next: KeychainState) => KeychainState;
  /**
   * Waits for `work`, a call to the keychain.
   *
   * @param remediesOf - beside unlocking; to try again when absent, unless what is kept is damaged
   * @throws what `work` throws; a problem of the keychain with the remedies that it has
   */
  readonly during: <Value>(
    work: Promise<Value>,
    remediesOf?: (problem: Problem) => readonly Remedy[],
  ) => Promise<Value>;
}

const stateAfter: ReadonlyMap<string, KeychainState> = new Map([
  ['keychain/unavailable', 'unavailable'],
  ['keychain/locked', 'locked'],
  ['keychain/denied', 'denied'],
  ['keychain/timeout', 'timeout'],
]);

/** What is damaged stays so, however often it is read. */
function remediesOf({ code }: Problem): readonly Remedy[] {
  return code === 'keychain/corrupt' ? [] : ['retry'];
}

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
    during: async (work, remedies = remediesOf) => {
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
        const all = [...unlock, ...remedies(thrown.problem)];
        throw new ProblemError(code, { params, remedies: all, cause: thrown });
      }
    },
  };
}
