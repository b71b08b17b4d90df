import { describe, expect, it } from 'vitest';
import { readClockOffset, roughClockOffset } from '../../../electron/tokens/clock-offset.ts';
import { epochMilliseconds } from '../../../shared/time.ts';

const sentAt = epochMilliseconds(Date.parse('2025-06-15T12:00:00.000Z'));

describe('the offset that an answer tells, 0 when it tells none', () => {
  it.each([
    [null, 0],
    ['yesterday', 0],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 0],
    ['Sat, 13 Sep 275760 00:00:00 GMT', 0],
    ['-271821-04-20T00:00:00Z', 0],
    ['Sun, 15 Jun 2025 12:00:00 GMT', 0],
    ['Sun, 15 Jun 2025 12:00:01 GMT', 0],
    ['Sun, 15 Jun 2025 13:00:00 GMT', 3_600_400],
    ['Sun, 15 Jun 2025 11:00:00 GMT', -3_599_600],
  ])('reads %s as %d', (dateHeader, expected) => {
    expect(readClockOffset({ dateHeader, firstByteMs: 200 }, sentAt) ?? 0).toBe(expected);
  });
});

describe('readClockOffset', () => {
  it('tells a clock that is right from one that nobody spoke of', () => {
    const answer = { dateHeader: 'Sun, 15 Jun 2025 12:00:00 GMT', firstByteMs: 200 };
    expect(readClockOffset(answer, sentAt)).toBe(0);
    expect(readClockOffset({ ...answer, dateHeader: null }, sentAt)).toBeNull();
    expect(readClockOffset({ ...answer, dateHeader: 'soon' }, sentAt)).toBeNull();
  });

  it('learns nothing from an answer out of a cache', () => {
    const answer = { dateHeader: 'Sun, 15 Jun 2025 11:00:00 GMT', firstByteMs: 20 };
    expect(readClockOffset({ ...answer, headers: [['age', '3600']] }, sentAt)).toBeNull();
    expect(readClockOffset({ ...answer, headers: [['Age', '0']] }, sentAt)).toBe(-3_599_510);
    expect(readClockOffset({ ...answer, headers: [['Age', 'old']] }, sentAt)).toBe(-3_599_510);
  });

  it('learns nothing from an answer that was long in coming, or that came before it was asked for', () => {
    const dateHeader = 'Sun, 15 Jun 2025 13:00:00 GMT';
    expect(readClockOffset({ dateHeader, firstByteMs: 90_000 }, sentAt)).toBeNull();
    expect(readClockOffset({ dateHeader, firstByteMs: -5_000 }, sentAt)).toBeNull();
  });
});

describe('roughClockOffset', () => {
  it('also reads an answer that was long in coming, unless the clocks may agree', () => {
    const slow = { firstByteMs: 10_000 };
    expect(roughClockOffset({ ...slow, dateHeader: 'Sun, 15 Jun 2025 14:00:05 GMT' }, sentAt)).toBe(
      7_200_500,
    );
    expect(roughClockOffset({ ...slow, dateHeader: 'Sun, 15 Jun 2025 12:00:09 GMT' }, sentAt)).toBe(0);
    expect(roughClockOffset({ ...slow, dateHeader: null }, sentAt)).toBeNull();
  });
});
