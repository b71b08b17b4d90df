/** A state that can be taken back step by step, whoever changed it. */
export interface EditHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** Where and when the last change was made; another one there soon after belongs to the same step. */
  readonly last: { readonly place: string; readonly at: number } | null;
}

const steps = 200;
/** Sizes of the past together; beyond it the oldest go. */
const largestPast = 8 * 1024 * 1024;
/** Milliseconds of rest that begin a new step. */
const pause = 700;

/** The newest of `states` that fit into `size` together, one at least. */
function within<State>(
  size: number,
  states: readonly State[],
  sizeOf: (state: State) => number,
): readonly State[] {
  let sum = 0;
  const first = states.findLastIndex((state, index) => {
    sum += sizeOf(state);
    return sum > size && index < states.length - 1;
  });
  return states.slice(first + 1);
}

export function beginHistory<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [], last: null };
}

/**
 * Changes the state. Changes at one place without a pause are one step.
 *
 * @param place - what was edited, for example the name of a field
 * @param at - epoch milliseconds
 * @param sizeOf - about how much room a state takes, in characters
 * @param isWhole - a step of its own, such as a paste: neither what came before it belongs to it, nor what follows
 */
export function edit<State>(
  { past, present, last }: EditHistory<State>,
  next: State,
  place: string,
  at: number,
  sizeOf: (state: State) => number = () => 0,
  isWhole = false,
): EditHistory<State> {
  const goesOn = !isWhole && last?.place === place && at - last.at < pause;
  return {
    past: goesOn ? past : within(largestPast, [...past, present].slice(-steps), sizeOf),
    present: next,
    future: [],
    last: isWhole ? null : { place, at },
  };
}

export function undo<State>(history: EditHistory<State>): EditHistory<State> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

export function redo<State>(history: EditHistory<State>): EditHistory<State> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: rest, last: null };
}

/** True when the one change that leads from `before` to `after` is more than a key does: text pasted or replaced. */
export function isMoreThanAKey(before: string, after: string): boolean {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  if (longer.length - shorter.length !== 1) return true;
  let at = 0;
  while (at < shorter.length && shorter.charCodeAt(at) === longer.charCodeAt(at)) at += 1;
  return shorter.slice(at) !== longer.slice(at + 1);
}
