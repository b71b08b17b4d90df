import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] in place of this process's own environment
 * @property {number} [limitSeconds] how long the command may take before it is ended
 */

/**
 * Runs a command with this terminal as its own.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it did not start or was ended by a signal
 */
export function run(command, args, { env = process.env, limitSeconds = 600 } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', timeout: limitSeconds * 1000 });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.on('exit', (code, signal) => {
      if (signal !== null) console.error(`${command} was ended by ${signal}.`);
      done(code ?? 1);
    });
  });
}

/**
 * Runs a command and keeps what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {{ ok: boolean, stdout: string, stderr: string }}
 */
export function capture(command, args, { env = process.env, limitSeconds = 600 } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: limitSeconds * 1000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return {
    ok: result.status === 0,
    stdout: result.stdout ?? '',
    stderr: (result.stderr ?? '') + (result.error?.message ?? ''),
  };
}

/**
 * A program of a package in node_modules, to be run by this Node.
 *
 * @param {string} path below node_modules
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function runPackage(path, args, options) {
  return run(process.execPath, [`${root}node_modules/${path}`, ...args], options);
}
