import type { Handlers } from '../../shared/bridge.ts';
import type { EngineContext } from './context.ts';
import { setUpPractice } from './set-up-practice.ts';

type PracticeCalls = Pick<Handlers, 'practice.setUp' | 'practice.start' | 'practice.stop'>;

/** Practice Coze and the app that is registered with it. */
export function practiceHandlers(context: EngineContext): PracticeCalls {
  let last: Promise<unknown> = Promise.resolve();
  return {
    'practice.setUp': ({ hold }, { signal }) => {
      const turn = last.then(() => setUpPractice(context, hold, signal));
      last = turn.catch(() => undefined);
      return turn;
    },
    'practice.start': () => context.practice.start(),
    'practice.stop': () => context.practice.stop(),
  };
}
