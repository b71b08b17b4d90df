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
 * The parts of vitest's JSON report that are read. A file that could not be loaded has its error in `message`.
 *
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} TestResult
 * @typedef {{ name: string, status: string, message: string, assertionResults: TestResult[] }} FileResult
 * @typedef {{ testResults: FileResult[] }} Report one result a file, whose `name` is its path
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

/** How many lines of an error are told; the rest stands where the test ran. */
const MESSAGE_LINES = 12;

/**
 * What to tell of the tests that failed, for the end of a run, where thousands of lines no longer stand above it.
 *
 * @param {Report | null} report null when vitest wrote none
 * @returns {string[]} a text each: the file, the name of the test, and the beginning of its error
 */
export function failuresOf(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    /** @param {string} test @param {string} error */
    const told = (test, error) =>
      [`${name}${test}`, ...error.split('\n').slice(0, MESSAGE_LINES)].join('\n    ');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [told('', message)] : [];
    return failed.map(({ fullName, failureMessages = [] }) =>
      told(` > ${fullName}`, failureMessages.join('\n')),
    );
  });
}

/**
 * @param {string} path where vitest was to write its report
 * @returns {Report | null} null when it wrote none
 */
export function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
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
