/** A state that can be taken back step by step, whoever changed it. */
export interface EditHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** Where and when the last change was made; another one there soon after belongs to the same step. */
  readonly last: { readonly place: string; readonly at: number } | null;
}

const steps = 200;
/** Milliseconds of rest that begin a new step. */
const pause = 700;

export function beginHistory<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [], last: null };
}

/**
 * Changes the state. Changes at one place without a pause are one step.
 *
 * @param place - what was edited, for example the name of a field
 * @param at - epoch milliseconds
 */
export function edit<State>(
  { past, present, last }: EditHistory<State>,
  next: State,
  place: string,
  at: number,
): EditHistory<State> {
  const goesOn = last?.place === place && at - last.at < pause;
  return {
    past: goesOn ? past : [...past, present].slice(-steps),
    present: next,
    future: [],
    last: { place, at },
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
