import { commandArguments } from './cli/command-arguments.ts';

const command = commandArguments(process.argv, process.defaultApp === true);

// Electron waits for this file before anything of the desktop begins, so that a command needs no display.
if (command === null)
  (await import('./desktop/start-desktop.ts')).startDesktop(new URL('../', import.meta.url));
else await (await import('./cli/run-program.ts')).runProgram(command, process);
