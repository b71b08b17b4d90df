import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withTold } from '../../../renderer/app/practice-log-store.ts';
import type { PracticeEntry } from '../../../shared/practice-schema.ts';

const entry = (number: number, durationMs: number | null = null) => ({ number, durationMs }) as PracticeEntry;
const numbers = (entries: readonly PracticeEntry[]) => entries.map(({ number }) => number);

describe('the log that the screens keep', () => {
  it('takes what is new to its top and leaves what did not change as it is', () => {
    const before = [entry(2), entry(1)];
    const now = withTold(before, { entries: [entry(3)], firstNumber: 1 });
    expect(numbers(now)).toEqual([3, 2, 1]);
    expect(now[1]).toBe(before[0]);
  });

  it('changes an entry in its place', () => {
    expect(withTold([entry(2), entry(1)], { entries: [entry(1, 7)], firstNumber: 1 })).toEqual([
      entry(2),
      entry(1, 7),
    ]);
  });

  it('drops what is gone, and everything when the log was cleared', () => {
    expect(numbers(withTold([entry(3), entry(2), entry(1)], { entries: [], firstNumber: 3 }))).toEqual([3]);
    const cleared = { entries: [], firstNumber: Number.MAX_SAFE_INTEGER };
    expect(withTold([entry(1)], cleared)).toEqual([]);
  });

  it('is always in order and names each request once', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 30 }), (before, told, firstNumber) => {
        const known = before.toSorted((a, b) => b - a).map((number) => entry(number));
        const now = numbers(withTold(known, { entries: told.map((number) => entry(number)), firstNumber }));
        expect(now).toEqual([...new Set(now)].toSorted((a, b) => b - a));
        for (const number of before)
          expect(now.includes(number)).toBe(number >= firstNumber || told.includes(number));
      }),
    );
  });
});
