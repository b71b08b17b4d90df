/** What several people may work on together. */
export interface Collaborated {
  readonly mode: 'single' | 'collaboration';
  readonly collaboratorIds: readonly string[];
}
