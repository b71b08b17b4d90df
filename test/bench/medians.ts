/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

type Measured<Name extends string> = Readonly<Record<Name, number>>;

/**
 * Measures several things in turn, round after round, so that whatever else the machine does hits all of them alike.
 *
 * @returns the median of each
 */
export async function inTurns<Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => Promise<number> | number>>,
): Promise<Measured<Name>> {
  const names = Object.keys(measures) as Name[];
  const all = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) all.get(name)?.push(await measures[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(all.get(name) ?? [])])) as Measured<Name>;
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
