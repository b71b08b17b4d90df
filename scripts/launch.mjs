import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';
import { stageElectron } from './setup/staged-electron.mjs';
import { standAside } from './stand-aside.mjs';

/**
 * Why there can be no window here, or null.
 *
 * @returns {string | null}
 */
export function reasonNotToLaunch() {
  if (process.platform !== 'linux') return null;
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return null;
  return 'There is no display for a window here (neither DISPLAY nor WAYLAND_DISPLAY is set).';
}

/** @param {string} path @returns {string | null} */
function kernelSetting(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

/**
 * Chromium's sandbox needs either user namespaces or a helper that belongs to root.
 *
 * @param {string} folder Electron's own
 * @returns {string | null} the command that sets the helper up, when neither is there
 */
function sandboxRemedy(folder) {
  const isRestricted =
    kernelSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    kernelSetting('/proc/sys/user/max_user_namespaces') === '0';
  if (!isRestricted) return null;
  const helper = join(folder, 'chrome-sandbox');
  const stats = statSync(helper);
  if (stats.uid === 0 && (stats.mode & 0o4000) !== 0) return null;
  return `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`;
}

/**
 * How this Electron opens the built app. Electron's own package waits for the app's code when it is given a folder;
 * another build may not, so there the app becomes its resource.
 *
 * @param {string} folder Electron's own
 * @param {string} executable
 * @returns {[command: string, ...args: string[]]}
 */
function opening(folder, executable) {
  if (process.platform !== 'linux' || !process.env['ELECTRON_OVERRIDE_DIST_PATH']) return [executable, root];
  return [stageElectron(folder, root, join(root, 'node_modules/.cache/electron'))];
}

/**
 * Runs the built app, passes signals on, and ends as it ends.
 *
 * @param {{ folder: string, executable: string }} electron
 * @param {readonly string[]} args
 * @returns {Promise<never>}
 */
export async function launch(electron, args) {
  const flags = [];
  if (process.platform === 'linux') {
    if (process.getuid?.() === 0) {
      console.error(
        'Running as root: Chromium has no sandbox then (--no-sandbox). Use an ordinary account for real keys.',
      );
      flags.push('--no-sandbox');
    } else {
      const remedy = sandboxRemedy(electron.folder);
      if (remedy !== null) {
        console.error(
          `This system keeps Chromium's sandbox from starting. Set its helper up once:\n${remedy}`,
        );
        process.exit(1);
      }
    }
  }

  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const [command, ...folder] = opening(electron.folder, electron.executable);
  return standAside('Electron', command, [...flags, ...folder, ...args], env);
}
