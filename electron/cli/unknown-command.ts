import { commandNames } from './command.ts';
import { UsageError } from './usage-error.ts';

/** What is to be said of a command that there is not. */
export function unknownCommand(command: string): UsageError {
  return new UsageError('usage.unknown-command', { command, known: commandNames.join(', ') });
}
