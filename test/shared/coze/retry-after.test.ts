import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../shared/coze/retry-after.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const now = epochMilliseconds(Date.UTC(2026, 0, 2, 3, 4, 5));

it.each([
  ['1', 1],
  [' 30 ', 30],
  ['0', 1],
  ['999999999', 86_400],
  ['Fri, 02 Jan 2026 03:05:05 GMT', 60],
  ['Fri, 02 Jan 2026 03:00:00 GMT', 1],
  ['', null],
  ['soon', null],
  ['-5 apples', null],
])('reads %j as %j seconds', (value, seconds) => {
  expect(retryAfterSeconds(value, now)).toBe(seconds);
});

it('is whole, from one second to a day, whatever is sent', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const seconds = retryAfterSeconds(value, now);
      expect(seconds === null || (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400)).toBe(true);
    }),
  );
});
