import { existsSync, readFileSync } from 'node:fs';

/**
 * How the tests of one project ended.
 *
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped also those marked as still to do
 */

/**
 * The part of vitest's JSON report that is counted.
 *
 * @typedef {object} Report
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one a file
 */

/**
 * Counts vitest's JSON report test by test. A file that could not be loaded has no tests in the report; it counts as
 * one failure, and so does a run that ended badly although each test passed (an error that nobody awaited).
 *
 * @param {Report | null} report null when vitest wrote none
 * @param {number} exitCode vitest's own
 * @returns {Count}
 */
export function countReport(report, exitCode) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') count.passed += 1;
      else if (status === 'failed') count.failed += 1;
      else count.skipped += 1;
    }
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      count.failed += 1;
    }
  }
  const ranNothing = count.passed + count.failed + count.skipped === 0;
  if (count.failed === 0 && (exitCode !== 0 || ranNothing)) count.failed = 1;
  return count;
}

/**
 * @param {string} path where vitest was to write its report
 * @param {number} exitCode vitest's own
 * @returns {Count}
 */
export function countReportFile(path, exitCode) {
  return countReport(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null, exitCode);
}

/**
 * The last line of a run.
 *
 * @param {readonly Count[]} counts
 * @returns {string}
 */
export function sumUp(counts) {
  /** @param {keyof Count} kind */
  const total = (kind) => counts.reduce((sum, count) => sum + count[kind], 0);
  const skipped = total('skipped');
  return `${total('passed')} passed, ${total('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
