import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOfTime } from '../../../shared/i18n/length-of-time.ts';

test.each([
  [0, '0 s', '0 秒'],
  [1, '1 s', '1 秒'],
  [60, '1 min', '1 分钟'],
  [61, '1 min 1 s', '1 分钟 1 秒'],
  [3601, '1 h 1 s', '1 小时 1 秒'],
  [4200, '1 h 10 min', '1 小时 10 分钟'],
  [86_399, '23 h 59 min', '23 小时 59 分钟'],
  [86_400, '1 day', '1 天'],
  [172_800, '2 days', '2 天'],
  [31_539_060, '365 days 1 h', '365 天 1 小时'],
])('%i s are %s, %s', (seconds, english, chinese) => {
  expect([lengthOfTime(seconds, 'en'), lengthOfTime(seconds, 'zh')]).toEqual([english, chinese]);
});

test('any length is told in one or two units', () => {
  fc.assert(
    fc.property(fc.nat(1e12), (seconds) => {
      expect(lengthOfTime(seconds, 'en')).toMatch(/^\d+ (?:days?|h|min|s)(?: \d+ (?:h|min|s))?$/);
    }),
  );
});
