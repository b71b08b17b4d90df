import './setup/node-version.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, buildDesktop } from './build.mjs';
import { countReport, failuresOf, readReport, sumUp } from './count-tests.mjs';
import { root, runPackage } from './run.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { setUp } from './setup/set-up.mjs';

/**
 * A step of the run. What is no test counts as nothing when it succeeds and as one failure when it does not, so that
 * the last line never looks green when the run is not.
 *
 * @typedef {import('./count-tests.mjs').Count} Count
 * @typedef {{ name: string, work: () => Promise<Count> | Count }} Step
 */

/** @type {Count} */
const nothing = { passed: 0, failed: 0, skipped: 0 };
/** @type {Count} */
const oneFailure = { passed: 0, failed: 1, skipped: 0 };

/** Set by who knows that this machine can have no Electron, and said so. */
const electronIsOutOfReach = process.env['ELECTRON_TESTS_UNAVAILABLE'] === '1';
let electronTestsRan = true;
/** @type {string[]} */
const failures = [];

/** @param {...number} exitCodes @returns {Count} */
const allZero = (...exitCodes) => (exitCodes.every((code) => code === 0) ? nothing : oneFailure);

/**
 * @param {string} project as vitest.config.ts names it
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Count>}
 */
async function runTests(project, env = process.env) {
  const report = join(root, 'node_modules/.cache/tests', `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runPackage('vitest/vitest.mjs', ['run', '--project', project, ...reporters], {
    env,
  });
  const told = readReport(report);
  failures.push(...failuresOf(told).map((failure) => `${project}: ${failure}`));
  return countReport(told, exitCode);
}

/** @returns {Count} */
function prepare() {
  const { npmPackages, systemPackages, keytar } = setUp('test');
  if (!npmPackages) {
    console.log(`\n${sumUp([oneFailure])}`);
    process.exit(1);
  }
  if (!keytar) console.error('keytar is not built, so the keychain cannot be tested.');
  return systemPackages && keytar ? nothing : oneFailure;
}

/** @returns {Promise<Count>} */
async function runElectronTests() {
  const electron = findElectron();
  if (electron.found) {
    // Without a display to inherit, the tests start one of their own, and no window appears on a developer's.
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    return runTests('e2e', { ...env, ELECTRON_OVERRIDE_DIST_PATH: electron.folder });
  }
  console.error(electron.reason);
  electronTestsRan = false;
  return electronIsOutOfReach ? nothing : oneFailure;
}

/** @type {readonly Step[]} */
const steps = [
  { name: 'set-up', work: prepare },
  { name: 'types', work: async () => allZero(await runPackage('@typescript/native/bin/tsc', ['--build'])) },
  {
    name: 'lint',
    work: async () =>
      allZero(
        await runPackage('@biomejs/biome/bin/biome', ['check', '.']),
        await runPackage('dependency-cruiser/bin/dependency-cruise.mjs', ['shared', 'electron', 'renderer']),
      ),
  },
  { name: 'unit', work: () => runTests('unit') },
  { name: 'build', work: async () => allZero(await buildDesktop(), await buildCommandLine()) },
  { name: 'integration', work: () => runTests('integration') },
  { name: 'e2e', work: runElectronTests },
  { name: 'e2e-browser', work: () => runTests('e2e-browser') },
];

/**
 * @param {readonly string[]} args
 * @returns {readonly Step[]} all of them, or set-up and those that `--only types,unit` names
 */
function chosen(args) {
  if (args.length === 0) return steps;
  const names = args[1]?.split(',') ?? [];
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (args[0] !== '--only' || args.length !== 2 || unknown.length > 0) {
    console.error(`usage: npm test [-- --only ${steps.map(({ name }) => name).join(',')}]`);
    process.exit(2);
  }
  return steps.filter(({ name }) => name === 'set-up' || names.includes(name));
}

/** @type {{ name: string, seconds: number, count: Count }[]} */
const results = [];
for (const { name, work } of chosen(process.argv.slice(2))) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const count = await work();
  results.push({ name, seconds: (performance.now() - began) / 1000, count });
}

/** @param {{ name: string, count: Count }} result */
function verdict({ name, count }) {
  if (count.failed > 0 || count.skipped > 0) return 'FAILED';
  return name === 'e2e' && !electronTestsRan ? 'NOT RUN' : 'ok';
}

console.log('');
for (const result of results) {
  const { name, seconds, count } = result;
  const isTests = count !== nothing && count !== oneFailure;
  const columns = [name.padEnd(12), `${seconds.toFixed(1).padStart(6)} s`, verdict(result).padEnd(7)];
  console.log([...columns, isTests ? sumUp([count]) : ''].join('  ').trimEnd());
}
if (!electronTestsRan) {
  console.log(
    '\n!! There is no Electron here: THE END-TO-END TESTS DID NOT RUN IN IT. What stands above says nothing about the app itself.',
  );
}
for (const failure of failures) console.log(`\n${failure}`);
const counts = results.map(({ count }) => count);
console.log(`\n${sumUp(counts)}`);
// A test that is skipped shows nothing, so it does not pass.
process.exitCode = counts.every(({ failed, skipped }) => failed === 0 && skipped === 0) ? 0 : 1;
