import { describe, expect, it } from 'vitest';
import { byDay, daysAgo } from '../../../../renderer/console/history/days.ts';
import { record } from '../../../electron/storage/history/records.ts';

const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime();
const entry = (id: string, time: number) => record(id, time).entry;

describe('byDay', () => {
  it('puts the entries of each local day together, in their order', () => {
    const days = byDay([entry('c', at(2, 0)), entry('b', at(1, 23)), entry('a', at(1, 0))]);
    expect(days.map(({ id, entries }) => [id, entries.map(({ historyId }) => historyId)])).toEqual([
      ['2026-03-02', ['c']],
      ['2026-03-01', ['b', 'a']],
    ]);
    expect(byDay([])).toEqual([]);
  });
});

describe('daysAgo', () => {
  it('knows today and yesterday, across the end of a month', () => {
    expect(daysAgo({ id: '2026-03-01' }, at(1, 9))).toBe(0);
    expect(daysAgo({ id: '2026-02-28' }, at(1, 9))).toBe(1);
    expect(daysAgo({ id: '2026-02-27' }, at(1, 9))).toBeNull();
  });
});
