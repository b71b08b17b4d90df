import type { Handlers } from '../../shared/bridge.ts';
import type { PracticeCoze } from '../practice/practice-coze.ts';
import type { EngineContext } from './context.ts';
import type { PracticeLogFeed } from './practice-log.ts';
import { setUpPractice } from './set-up-practice.ts';

type PracticeCalls = Pick<
  Handlers,
  | 'practice.setUp'
  | 'practice.start'
  | 'practice.stop'
  | 'practice.reset'
  | 'practice.setFaults'
  | 'practice.log'
  | 'practice.clearLog'
  | 'practice.request'
>;

/** Practice Coze, the app that is registered with it, what it received and how it is broken on purpose. */
export function practiceHandlers(
  context: EngineContext,
  coze: Pick<PracticeCoze, 'reset' | 'setFaults' | 'clearLog'>,
  log: PracticeLogFeed,
): PracticeCalls {
  const { practice } = context;
  let last: Promise<unknown> = Promise.resolve();
  return {
    'practice.setUp': ({ hold }, { signal }) => {
      const turn = last.then(() => setUpPractice(context, hold, signal));
      last = turn.catch(() => undefined);
      return turn;
    },
    'practice.start': (input) => practice.start(input?.port),
    'practice.stop': () => practice.stop(),
    'practice.reset': async () => {
      coze.reset();
      context.tokens.forgetWhere(({ view }) => view.region.kind === 'practice');
      return practice.status();
    },
    'practice.setFaults': async (faults) => {
      const named = Object.entries(faults).filter(([, value]) => value !== undefined);
      coze.setFaults(Object.fromEntries(named));
      return practice.status();
    },
    'practice.log': async () => log.all(),
    'practice.clearLog': async () => {
      coze.clearLog();
      return null;
    },
    'practice.request': async ({ number }) => log.detail(number),
  };
}
