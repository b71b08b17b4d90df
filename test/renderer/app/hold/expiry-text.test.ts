import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpiry } from '../../../../renderer/app/hold/expiry-text.ts';
import { epochMilliseconds } from '../../../../shared/time.ts';

const now = epochMilliseconds(Date.UTC(2026, 2, 1, 12, 0, 0));
const local = (...parts: [number, number, number, number?, number?, number?]) =>
  new Date(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0).getTime() / 1000;

describe('readExpiry', () => {
  it('takes nothing for nobody knows', () => {
    expect(readExpiry('  ', now)).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['+30d', 30 * 86_400],
    ['+ 12 h', 12 * 3600],
    ['+90M', 90 * 60],
    ['+45s', 45],
    ['+2w', 14 * 86_400],
  ])('counts %s from now on', (text, seconds) => {
    expect(readExpiry(text, now)).toEqual({ kind: 'at', at: now / 1000 + seconds });
  });

  it.each([
    ['2027-01-31 18:30', local(2027, 1, 31, 18, 30)],
    ['2027-1-3T08:05:09', local(2027, 1, 3, 8, 5, 9)],
    ['2027-01-31', local(2027, 1, 31)],
    ['1900000000', 1_900_000_000],
  ])('reads %s', (text, at) => {
    expect(readExpiry(text, now)).toEqual({ kind: 'at', at });
  });

  it('says so when it is over already', () => {
    expect(readExpiry('2020-02-29 10:00', now)).toEqual({ kind: 'past', at: local(2020, 2, 29, 10) });
    expect(readExpiry('+0s', now).kind).toBe('past');
  });

  it.each([
    '30d',
    '+30',
    '+30y',
    'soon',
    '2027-02-30',
    '2027-13-01',
    '2027-01-01 24:00',
    '2027-01-01 10:60',
    '99999-01-01',
    '+999999999w',
    '1900000000000',
  ])('does not guess at %s', (text) => {
    expect(readExpiry(text, now)).toEqual({ kind: 'unreadable' });
  });

  it('gives a second that the contract takes, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\+\d{1,12}[smhdw]$/),
      fc.stringMatching(/^\d{4}-\d\d-\d\d$/),
    );
    fc.assert(
      fc.property(text, (any) => {
        const reading = readExpiry(any, now);
        if (reading.kind === 'unknown' || reading.kind === 'unreadable') return;
        expect(Number.isInteger(reading.at)).toBe(true);
        expect(reading.at).toBeGreaterThanOrEqual(0);
        expect(reading.at).toBeLessThanOrEqual(253_402_300_799);
        expect(reading.kind === 'past').toBe(reading.at * 1000 <= now);
      }),
    );
  });
});
