import { join } from 'node:path';
import { root } from './run.mjs';
import { standAside } from './stand-aside.mjs';

/**
 * Opens the screens in a browser by the built command line.
 *
 * @param {readonly string[]} args for `coze-mint serve`
 * @returns {Promise<never>}
 */
export function serve(args) {
  const program = join(root, 'out/cli/coze-mint.js');
  return standAside('coze-mint serve', process.execPath, [program, 'serve', ...args]);
}
