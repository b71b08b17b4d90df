/** The value of the first header called `name` (in lower case), or null. */
export function findHeader(
  headers: readonly (readonly [name: string, value: string])[],
  name: string,
): string | null {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1] ?? null;
}
