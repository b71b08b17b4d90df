/** What every command ends with. */
export const exitCodes = {
  done: 0,
  /** The answer is no: signature not valid, findings of severity error, Coze refused. */
  no: 1,
  /** Wrong usage, or nothing readable in the input. */
  usage: 2,
  /** The server could not be reached. */
  unreachable: 3,
  /** The keychain refused or is not there. */
  keychain: 4,
  /** Interrupted, as shells count it: 128 + SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
