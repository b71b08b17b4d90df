import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './run.mjs';

/**
 * Runs a program in place of this one: it has the terminal, gets the signals, and this one ends as it ends.
 *
 * @param {string} name how it is called when it does not start
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<never>}
 */
export function standAside(name, command, args, env = process.env) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group, so the program has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise(() => {
    child.on('error', (error) => {
      console.error(`${name} did not start: ${error.message}`);
      process.exit(1);
    });
    child.on('exit', (code, signal) => {
      process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}
