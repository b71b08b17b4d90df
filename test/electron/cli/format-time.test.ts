import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeTime } from '../../../electron/cli/format-time.ts';
import { epochMilliseconds, epochSeconds } from '../../../shared/time.ts';

const now = 1_800_000_000;
const at = (seconds: number, language: 'en' | 'zh') =>
  relativeTime(epochSeconds(now + seconds), epochMilliseconds(now * 1000), language);

test.each([
  [0, 'in 0 seconds', '0秒钟后'],
  [1, 'in 1 second', '1秒钟后'],
  [-59, '59 seconds ago', '59秒钟前'],
  [-60, '1 minute ago', '1分钟前'],
  [7199, 'in 1 hour', '1小时后'],
  [-86_400 * 29, '29 days ago', '29天前'],
  [86_400 * 70, 'in 2 months', '2个月后'],
  [31_557_600 * 3, 'in 3 years', '3年后'],
  [31_557_600 * 1_234_567, 'in 1,234,567 years', '1,234,567年后'],
])('%d seconds are "%s" and "%s"', (seconds, en, zh) => {
  expect([at(seconds, 'en'), at(seconds, 'zh')]).toEqual([en, zh]);
});

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const format = new Intl.RelativeTimeFormat(language);

  test.each([
    ['second', 1, 59],
    ['minute', 60, 59],
    ['hour', 3600, 23],
    ['day', 86_400, 29],
    ['month', 2_629_800, 11],
    ['year', 31_557_600, 1_000_000],
  ] as const)('a count of %ss is said as Intl.RelativeTimeFormat says it', (unit, size, most) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.boolean(), (count, isPast) => {
        const signed = isPast ? -count : count;
        expect(at(signed * size, language)).toBe(format.format(signed, unit));
      }),
    );
  });
});
