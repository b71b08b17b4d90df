import type { ExitCode } from './exit-codes.ts';
import type { Language } from './language.ts';
import type { Terminal } from './terminal.ts';
import type { Say } from './texts.ts';

export interface CommandContext {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly say: Say;
}

/** Runs one command with the arguments after its name. What it throws is shown by the caller. */
export type Command = (args: readonly string[], context: CommandContext) => Promise<ExitCode>;

export const commandNames = [
  'decode',
  'lint',
  'sign',
  'mint',
  'call',
  'keys',
  'apps',
  'doctor',
  'practice',
  'serve',
  'completion',
  'help',
  'version',
] as const;
export type CommandName = (typeof commandNames)[number];

export function isCommandName(name: string): name is CommandName {
  return commandNames.some((candidate) => candidate === name);
}
