import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root } from '../run.mjs';

/**
 * One package as both of npm's lock files list it.
 *
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 */

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm itself writes down what it installed, as the last
 * thing that it does; an optional package may be absent where it cannot be built or is for another platform.
 *
 * @returns {boolean}
 */
export function npmPackagesAreCurrent() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(join(root, record))) return false;
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf(record);
  return Object.entries(wanted).every(([path, { version, integrity, optional = false }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return optional;
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * Native modules are compiled against Node's headers. Where Node brought them along, there is nothing to download.
 *
 * @returns {NodeJS.ProcessEnv}
 */
function environmentForBuilding() {
  const prefix = join(process.execPath, '..', '..');
  if (!existsSync(join(prefix, 'include', 'node', 'node_version.h'))) return process.env;
  return { npm_config_nodedir: prefix, ...process.env };
}

/**
 * @param {readonly string[]} args
 * @returns {{ ok: boolean, stdout: string, stderr: string }}
 */
function npm(args) {
  const env = environmentForBuilding();
  // Under `npm start` this is the very npm that was called, on every platform.
  const itself = process.env['npm_execpath'];
  if (itself !== undefined && /npm-cli\.c?js$/.test(itself)) {
    return capture(process.execPath, [itself, ...args], { env });
  }
  return capture(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env });
}

/**
 * Installs the npm packages exactly as locked, when that is not what is installed.
 *
 * @returns {boolean} whether they are there
 */
export function ensureNpmPackages() {
  if (npmPackagesAreCurrent()) return true;
  console.log('Installing npm packages as locked; the first time this takes a minute or two.');
  const result = npm(['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']);
  if (result.ok) return true;
  const said = result.stderr + result.stdout;
  if (unreachable.test(said)) {
    console.error(
      'npm could not reach its registry. Check the network, or the proxy in `npm config`, and run this again.',
    );
  } else {
    console.error(`${said.trim()}\nnpm ci failed; what it said stands above.`);
  }
  return false;
}

const keytarBinary = join(root, 'node_modules/keytar/build/Release/keytar.node');

/** Whether the keychain's module is there for this machine. */
export function keytarIsBuilt() {
  return existsSync(keytarBinary) && statSync(keytarBinary).size > 0;
}

/** Whether this machine can compile keytar at all: it needs libsecret's headers on Linux. */
function keytarCanBeBuilt() {
  return process.platform !== 'linux' || capture('pkg-config', ['--exists', 'libsecret-1']).ok;
}

/**
 * keytar is optional: npm drops it without a word where it cannot be built. When what it needs has arrived since,
 * this builds it.
 *
 * @returns {boolean} whether it is built
 */
export function ensureKeytar() {
  if (keytarIsBuilt()) return true;
  if (!keytarCanBeBuilt()) return false;
  console.log('Building keytar, which speaks to the keychain.');
  const isInstalled = existsSync(join(root, 'node_modules/keytar/package.json'));
  const result = npm(
    isInstalled ? ['rebuild', 'keytar'] : ['ci', '--no-audit', '--no-fund', '--prefer-offline'],
  );
  if (keytarIsBuilt()) return true;
  console.error(result.stderr.trim().split('\n').slice(-15).join('\n'));
  return false;
}
