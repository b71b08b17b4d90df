import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root } from '../run.mjs';

/**
 * @typedef {{ found: true, folder: string, executable: string } | { found: false, reason: string }} ElectronRuntime
 */

/** Where the executable stands in Electron's own folder. */
const executableName =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';

/**
 * @param {string} folder
 * @returns {ElectronRuntime | null}
 */
function runtimeIn(folder) {
  const executable = join(folder, executableName);
  return existsSync(executable) ? { found: true, folder, executable } : null;
}

function lockedVersion() {
  return JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version;
}

/**
 * Finds the Electron to run: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the one in node_modules, which
 * Electron's own installer downloads on first use.
 *
 * @returns {ElectronRuntime}
 */
export function findElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    return (
      runtimeIn(override) ?? {
        found: false,
        reason: `ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${override}`,
      }
    );
  }

  const folder = join(root, 'node_modules/electron/dist');
  const present = existsSync(join(folder, 'version')) ? runtimeIn(folder) : null;
  if (present !== null) return present;

  const version = lockedVersion();
  console.log(`Downloading Electron ${version}; this happens once.`);
  const download = capture(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    // Electron's downloader looks at HTTPS_PROXY only when told to.
    env: { ELECTRON_GET_USE_PROXY: '1', ...process.env },
    limitSeconds: 300,
  });
  const cause = download.stderr.split('\n').find((line) => line.trim() !== '') ?? 'it took too long';
  return (
    runtimeIn(folder) ?? {
      found: false,
      reason:
        `Electron ${version} could not be downloaded (${cause.trim()}). Check network, HTTPS_PROXY or ELECTRON_MIRROR, ` +
        'or name a folder that holds Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    }
  );
}
