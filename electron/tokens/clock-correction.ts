import { ProblemError } from '../../shared/problem.ts';

/** Milliseconds that the clocks must be apart for signing by the server's: less is within what Coze tolerates. */
const worthCorrectingMs = 5000;

/**
 * What is added to the local clock when an assertion is signed, in milliseconds; null when nothing is.
 *
 * @param offsetMs - server's clock minus local clock; null when unknown
 */
export function clockCorrection(offsetMs: number | null): number | null {
  return offsetMs !== null && Math.abs(offsetMs) > worthCorrectingMs ? offsetMs : null;
}

/** The refusal of an assertion, which is also what a wrong `iat` gets. */
function isAssertionRefused(thrown: unknown): boolean {
  return thrown instanceof ProblemError && thrown.problem.params['kind'] === 'client-invalid';
}

/**
 * Mints with the correction that is known. When Coze refuses the assertion and its answer shows that the clocks are apart,
 * once more on the server's clock.
 *
 * @param correction - as it is known when it is asked for
 * @throws what `mint` throws
 */
export async function mintOnServerClock<Result>(
  correction: () => number | null,
  mint: (correctionMs: number | null) => Promise<Result>,
): Promise<Result> {
  const known = correction();
  try {
    return await mint(known);
  } catch (thrown) {
    const learned = correction();
    const isNews = Math.abs((learned ?? 0) - (known ?? 0)) > worthCorrectingMs;
    if (!isNews || !isAssertionRefused(thrown)) throw thrown;
    return await mint(learned);
  }
}
