/** What the palette can have the console do, besides opening a request. */
export const consoleCommands = [
  'send',
  'cancel',
  'duplicate',
  'closeTab',
  'reopenTab',
  'nextTab',
  'address',
  'copyPosix',
  'copyPowershell',
  'copyCmd',
  'copyCode',
  'pin',
  'unpin',
  'searchEndpoints',
  'showHistory',
  'variables',
  'answerBeside',
  'answerBelow',
  'hideSide',
  'showSide',
] as const;
export type ConsoleCommand = (typeof consoleCommands)[number];

export interface OfferedCommand {
  readonly name: ConsoleCommand;
  /** The keys that do the same while the console is in sight; null for none. */
  readonly keys: string | null;
}

/** What makes sense from any screen, whatever is open in the console. */
const fromAnywhere: readonly OfferedCommand[] = (
  ['searchEndpoints', 'showHistory', 'variables'] as const
).map((name) => ({ name, keys: null }));

let offered: (() => readonly OfferedCommand[]) | null = null;

/** Tells what can be done while the console is in sight; returns the function that ends it. */
export function offerConsoleCommands(now: () => readonly OfferedCommand[]): () => void {
  offered = now;
  return () => {
    if (offered === now) offered = null;
  };
}

/** What the console can do now. What concerns the request in sight is there only while one is. */
export function consoleCommandsNow(): readonly OfferedCommand[] {
  return offered === null ? fromAnywhere : offered();
}
