/** Milliseconds that the clocks must be apart for signing by the server's: less is within what Coze tolerates. */
export const worthCorrectingMs = 5000;

/**
 * What is added to the local clock when an assertion is signed, in milliseconds; null when nothing is.
 *
 * @param offsetMs - server's clock minus local clock; null when unknown
 */
export function clockCorrection(offsetMs: number | null): number | null {
  return offsetMs !== null && Math.abs(offsetMs) > worthCorrectingMs ? offsetMs : null;
}
