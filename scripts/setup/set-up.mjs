import { ensureKeytar, ensureNpmPackages, keytarIsBuilt } from './npm-packages.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * What a machine has after set-up.
 *
 * @typedef {object} SetUp
 * @property {boolean} npmPackages nothing runs without them
 * @property {boolean} systemPackages the desktop's libraries; for tests also a display, a keychain and a browser
 * @property {boolean} keytar the module that speaks to the keychain
 */

/**
 * Brings a fresh machine to where the project runs; does nothing, quickly, on one that is there already.
 *
 * @param {import('./system-packages.mjs').Purpose} purpose
 * @returns {SetUp}
 */
export function setUp(purpose) {
  // Before npm, because npm compiles keytar against them.
  const systemPackages = ensureSystemPackages(purpose, { keytarIsBuilt: keytarIsBuilt() });
  const npmPackages = ensureNpmPackages();
  return { systemPackages, npmPackages, keytar: npmPackages && ensureKeytar() };
}
