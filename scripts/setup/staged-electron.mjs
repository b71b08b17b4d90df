import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} from @param {string} to */
function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/**
 * Puts an Electron together that has the app as its own resource, as a packaged one has, and no start app of its own:
 * the app's code then runs before `ready`, which schemes and the sandbox need. Some builds of Electron load a folder
 * that is named on the command line only afterwards. Linux only.
 *
 * @param {string} electronFolder where the executable stands
 * @param {string} appFolder what has the `package.json`
 * @param {string} stage a folder that is made anew
 * @returns {string} the executable to start, without naming a folder to it
 */
export function stageElectron(electronFolder, appFolder, stage) {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(join(stage, 'resources'), { recursive: true });
  const executable = 'electron';
  for (const name of readdirSync(electronFolder)) {
    if (name === 'resources') continue;
    const from = join(electronFolder, name);
    // The executable finds its resources beside its own file, so a symbolic link to it would lead back.
    if (name === executable) linkOrCopy(from, join(stage, name));
    else symlinkSync(from, join(stage, name));
  }
  symlinkSync(appFolder, join(stage, 'resources', 'app'));
  return join(stage, executable);
}
