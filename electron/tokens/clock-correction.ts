import { worthCorrectingMs } from '../../shared/coze/clock-correction.ts';
import { ProblemError } from '../../shared/problem.ts';

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
