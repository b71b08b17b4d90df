import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { capture } from '../run.mjs';

/**
 * @typedef {'start' | 'serve' | 'test'} Purpose
 * What the machine is made ready for: a window, a browser in place of it, or all tests.
 */

/** What keytar needs to be built, by Debian's names. */
const forBuilding = ['build-essential', 'python3', 'pkg-config', 'libsecret-1-dev'];

/** What Electron links against. */
const forElectron = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libnotify4',
  'libxss1',
  'libxtst6',
  'libsecret-1-0',
];

/** What keytar links against. */
const forKeytar = ['libsecret-1-0'];

/** A display, a keychain, a browser, an independent judge of signatures and the shells that are completed. */
const forTests = [
  'xvfb',
  'xauth',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'chromium',
  'fonts-noto-cjk',
  'openssl',
  'zsh',
  'fish',
];

/** The same for a Linux without apt: programs to look for. */
const programsForTests = ['xvfb-run', 'xauth', 'dbus-run-session', 'gnome-keyring-daemon', 'openssl'];

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @param {string} program */
function isOnPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/**
 * Debian and Ubuntu renamed some libraries when their time became 64 bits wide; either name will do.
 *
 * @param {string} name
 */
function spellings(name) {
  return [name, `${name}t64`];
}

/**
 * @param {readonly string[]} wanted
 * @returns {string[]} those that dpkg does not know as installed
 */
function missingFrom(wanted) {
  const listed = capture('dpkg-query', ['-W', '-f', `\${Package} \${db:Status-Status}\n`]).stdout;
  const installed = new Set(
    listed
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((name) => {
    if (name === 'chromium' && browsers.some(isOnPath)) return false;
    return !spellings(name).some((spelling) => installed.has(spelling));
  });
}

/**
 * The names that this release can install; a name that it cannot install in any spelling is left out, and said.
 *
 * @param {readonly string[]} names
 * @returns {string[]}
 */
function installable(names) {
  const listing = capture('apt-cache', ['policy', ...names.flatMap(spellings)], {
    env: { ...process.env, LC_ALL: 'C' },
  }).stdout;
  const offered = new Set(
    [...listing.matchAll(/^(\S+):\n\s+Installed: .*\n\s+Candidate: (.+)$/gm)]
      .filter(([, , candidate]) => candidate !== '(none)')
      .map(([, name]) => name),
  );
  // A fresh image knows no package before its first update.
  if (offered.size === 0) return [...names];
  return names.flatMap((name) => {
    const spelling = spellings(name).find((candidate) => offered.has(candidate));
    if (spelling === undefined) console.error(`apt has no package ${name} here; what needs it will say so.`);
    return spelling ?? [];
  });
}

/**
 * @param {readonly string[]} missing
 * @returns {boolean}
 */
function installWithApt(missing) {
  console.log(`Installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const update = capture('apt-get', [...patient, 'update'], { env });
  const names = installable(missing);
  const install = capture('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...names], {
    env,
    limitSeconds: 1200,
  });
  if (install.ok) return true;
  console.error([update.stderr, install.stderr].join('\n').trim().split('\n').slice(-5).join('\n'));
  console.error(`apt-get could not install: ${names.join(' ')}`);
  return false;
}

/**
 * Makes sure of the libraries and programs that npm cannot bring. As root on Debian or Ubuntu it installs them;
 * elsewhere on Linux it prints what to do. macOS and Windows need none.
 *
 * @param {Purpose} purpose
 * @param {{ keytarIsBuilt: boolean }} state
 * @returns {boolean} whether everything is there
 */
export function ensureSystemPackages(purpose, { keytarIsBuilt }) {
  if (process.platform !== 'linux') return true;

  if (!isOnPath('apt-get') || !isOnPath('dpkg-query')) {
    if (purpose !== 'test') return true;
    const missing = programsForTests.filter((program) => !isOnPath(program));
    if (!browsers.some(isOnPath)) missing.push('chromium');
    if (missing.length > 0)
      console.error(`The tests need these programs; install them: ${missing.join(' ')}`);
    return missing.length === 0;
  }

  const missing = missingFrom([
    ...(keytarIsBuilt ? [] : forBuilding),
    ...(purpose === 'serve' ? forKeytar : forElectron),
    ...(purpose === 'test' ? forTests : []),
  ]);
  if (missing.length === 0) return true;
  if (process.getuid?.() === 0) return installWithApt(missing);

  console.error('Some system packages are missing. To install them, run:');
  console.error(
    `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${installable(missing).join(' ')}`,
  );
  return false;
}
