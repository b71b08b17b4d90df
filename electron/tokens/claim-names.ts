const maxNames = 100;
const maxLength = 100;

/** The names of claims as the activity list shows them: at most 100 of at most 100 characters. */
export function claimNames(names: readonly string[]): string[] {
  return names.slice(0, maxNames).map((name) => name.slice(0, maxLength));
}
