import { describe, expect, it } from 'vitest';
import { countReport, failuresOf, sumUp } from '../../scripts/count-tests.mjs';

const file = (status: string, ...statuses: readonly string[]) => ({
  name: 'some.test.ts',
  status,
  message: status === 'failed' ? 'cannot be loaded' : '',
  assertionResults: statuses.map((each, index) => ({
    status: each,
    fullName: `test ${index}`,
    failureMessages: each === 'failed' ? [`not ${index}\n${'at somewhere\n'.repeat(40)}`] : [],
  })),
});

describe('the count of a test run', () => {
  it('is that of the single tests', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed')] };
    expect(countReport(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('takes a file that could not be loaded for a failure', () => {
    expect(countReport({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('takes a hook that failed after passing tests for a failure', () => {
    expect(countReport({ testResults: [file('failed', 'passed')] }, 1).failed).toBe(1);
  });

  it.each(['skipped', 'pending', 'todo', 'disabled'])('counts %s as skipped', (status) => {
    const count = countReport({ testResults: [file('passed', status)] }, 0);
    expect(count).toEqual({ passed: 0, failed: 0, skipped: 1 });
  });

  it('takes a run without any test for a failure', () => {
    expect(countReport({ testResults: [] }, 0).failed).toBe(1);
    expect(countReport(null, 0).failed).toBe(1);
  });

  it('takes a bad end of a run whose tests passed for a failure', () => {
    expect(countReport({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
  });

  it('sums up in one line, which speaks of skipped tests only when there are any', () => {
    expect(
      sumUp([
        { passed: 2, failed: 0, skipped: 0 },
        { passed: 3, failed: 1, skipped: 0 },
      ]),
    ).toBe('5 passed, 1 failed');
    expect(sumUp([{ passed: 2, failed: 0, skipped: 1 }])).toBe('2 passed, 0 failed, 1 skipped');
  });

  it('tells which tests failed and how their errors begin, and of a file that has none its own', () => {
    const report = {
      testResults: [file('failed', 'passed', 'failed'), file('failed'), file('passed', 'passed')],
    };
    const [test, loading, ...more] = failuresOf(report);
    expect(test?.split('\n').slice(0, 3)).toEqual(['some.test.ts > test 1', '    not 1', '    at somewhere']);
    expect(test?.split('\n')).toHaveLength(13);
    expect(loading).toBe('some.test.ts\n    cannot be loaded');
    expect(more).toEqual([]);
    expect(failuresOf(null)).toEqual([]);
  });
});
