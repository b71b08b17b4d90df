/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  /** What it is held against, measured in the same run. */
  readonly against: string;
  readonly ratio: string;
  readonly goal: string;
  /** Null where no goal is set. */
  readonly isReached: boolean | null;
}

/** What the benches run on. */
export interface Surroundings {
  /** The repository's root folder. */
  readonly root: string;
  /** Electron's own folder and executable, or why there is none. */
  readonly electron:
    | { readonly found: true; readonly folder: string; readonly executable: string }
    | { readonly found: false; readonly reason: string };
}

/** Some figures that are measured together. */
export interface Bench {
  readonly name: string;
  readonly needs: 'node' | 'electron';
  readonly run: (surroundings: Surroundings) => Promise<readonly Figure[]>;
}

export const megabyte = 1_000_000;

export function milliseconds(value: number): string {
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(0)} MB`;
}

/** A figure whose goal is a ratio that it must not exceed. */
export function atMost(
  goal: number,
  figure: Pick<Figure, 'what' | 'against'> & { readonly ratio: number; readonly value: string },
): Figure {
  const { ratio } = figure;
  return { ...figure, ratio: ratio.toFixed(2), goal: `at most ${goal}`, isReached: ratio <= goal };
}

/** A figure whose goal is a ratio that it must reach. */
export function atLeast(
  goal: number,
  figure: Pick<Figure, 'what' | 'against'> & { readonly ratio: number; readonly value: string },
): Figure {
  const { ratio } = figure;
  return { ...figure, ratio: ratio.toFixed(2), goal: `at least ${goal}`, isReached: ratio >= goal };
}

/** A figure that is held against nothing but a limit. */
export function within(what: string, value: string, goal: string, isReached: boolean): Figure {
  return { what, value, against: '', ratio: '', goal, isReached };
}
