import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runPackage } from './run.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
  'tsconfig.base.json',
];

const desktop = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
const serve = ['out/cli/coze-mint.js', 'out/renderer/index.html'];

/**
 * When a file, or anything below a folder, was last changed. A folder's own time tells that something in it was
 * removed.
 *
 * @param {string} path
 * @returns {number} milliseconds
 */
function newestChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/**
 * Whether what was built is newer than everything that it is built from.
 *
 * @param {'desktop' | 'serve'} what
 */
export function buildIsCurrent(what) {
  const built = (what === 'desktop' ? desktop : serve).map((path) => join(root, path));
  if (!built.every((path) => existsSync(path))) return false;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return sources.every((path) => newestChange(join(root, path)) < oldest);
}

/**
 * Builds what Electron loads.
 *
 * @returns {Promise<number>} the exit code
 */
export function buildDesktop() {
  return runPackage('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
}

/**
 * Builds the command line.
 *
 * @returns {Promise<number>} the exit code
 */
export function buildCommandLine() {
  return runPackage('vite/bin/vite.js', ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn']);
}
