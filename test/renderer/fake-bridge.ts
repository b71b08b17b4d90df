import type { BridgeEvent, BridgePort } from '../../shared/bridge.ts';
import { type Problem, toProblem } from '../../shared/problem.ts';

/** One call that the screens made. */
export interface FakeCall {
  readonly name: string;
  readonly input: unknown;
}

export type Answers = Readonly<Record<string, (input: never) => unknown>>;

const listeners = new Set<(event: BridgeEvent) => void>();

/** Says an event to whatever has subscribed since the bridge was faked. */
export function tellScreens(event: BridgeEvent): void {
  for (const listener of [...listeners]) listener(event);
}

/** Stands in for the main process: what a store asks for is noted, and answered by `answers`. */
export function fakeBridge(answers: Answers): FakeCall[] {
  const made: FakeCall[] = [];
  const call = async (_: number, name: string, input: unknown) => {
    made.push({ name, input });
    try {
      const answer = answers[name] as ((given: unknown) => unknown) | undefined;
      return { ok: true, value: await answer?.(input) };
    } catch (thrown) {
      const problem: Problem = toProblem(thrown);
      return { ok: false, problem };
    }
  };
  listeners.clear();
  const subscribe: BridgePort['subscribe'] = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  Object.assign(globalThis, { window: { cozeMint: { call, cancel: () => {}, subscribe } } });
  return made;
}
