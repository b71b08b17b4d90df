/** How much of the console's history stays on the disk; the oldest goes first. */
export interface HistorySettings {
  /** Requests; 0 keeps none. */
  readonly entries: number;
  readonly megabytes: number;
}

export const defaultHistory: HistorySettings = { entries: 2000, megabytes: 256 };
