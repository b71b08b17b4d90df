import { leave } from './leave.ts';
import { runCommandLine } from './run-command-line.ts';
import { openTerminal } from './terminal.ts';

/**
 * Runs the command line in this process, and ends the process with its exit code.
 *
 * @param args - what stands after the program's name
 */
export async function runProgram(args: readonly string[], process: NodeJS.Process): Promise<void> {
  const terminal = openTerminal(process);
  await leave(process, await runCommandLine(args, terminal), terminal);
}
