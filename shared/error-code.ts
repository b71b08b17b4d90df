/** The `code` that Node gives an error of the system, such as `ENOENT`; `unknown` where it gives none. */
export function errorCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
}
