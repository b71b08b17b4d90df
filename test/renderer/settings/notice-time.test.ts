import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNoticeTime } from '../../../renderer/settings/notice-time.ts';
import { lengthOfTime } from '../../../shared/i18n/length-of-time.ts';

describe('readNoticeTime', () => {
  it.each([
    ['30', 30],
    [' 30 s ', 30],
    ['5min', 300],
    ['2 Minutes', 120],
    ['1h 30m', 5400],
    ['24 h', 86_400],
    ['5 分钟', 300],
    ['1 小时 10 分', 4200],
  ])('reads %s', (text, seconds) => {
    expect(readNoticeTime(text, [])).toEqual({ kind: 'time', seconds });
  });

  it.each([
    ['', 'unreadable'],
    ['soon', 'unreadable'],
    ['5 parsecs', 'unreadable'],
    ['1 2', 'unreadable'],
    ['-30', 'unreadable'],
    ['1.5 h', 'unreadable'],
    ['4 s', 'range'],
    ['25 h', 'range'],
    ['10000000', 'range'],
    ['99999999999999 h', 'range'],
    ['2 min', 'known'],
  ] as const)('refuses “%s”: %s', (text, problem) => {
    expect(readNoticeTime(text, [120])).toEqual({ kind: 'problem', problem });
  });

  it('takes no sixth', () => {
    expect(readNoticeTime('6', [10, 20, 30, 40, 50])).toEqual({ kind: 'problem', problem: 'full' });
  });

  it('reads what the chips say, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 3599 }), fc.constantFrom('en', 'zh'), (seconds, language) => {
        expect(readNoticeTime(lengthOfTime(seconds, language as 'en' | 'zh'), [])).toEqual({
          kind: 'time',
          seconds,
        });
      }),
    );
  });

  it('gives a time of the contract or a problem, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readNoticeTime(text, []);
        if (reading.kind === 'time') expect(reading.seconds).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
