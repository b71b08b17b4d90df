import { describe, expect, it } from 'vitest';
import { countNew, filterLog, isRefused } from '../../../renderer/practice/filter-log.ts';
import type { PracticeEntry } from '../../../shared/practice-schema.ts';

const entry = (number: number, changes: Partial<PracticeEntry> = {}): PracticeEntry => ({
  number,
  at: 1_767_323_045_000,
  logId: `20260102030405${number}`,
  method: 'GET',
  path: '/v1/users/me',
  endpointId: 'users_me',
  app: { clientId: '1190000000137', name: '练习应用' },
  status: 200,
  durationMs: 3,
  refusedWith: null,
  fault: null,
  ...changes,
});

const token = { method: 'POST', path: '/api/permission/oauth2/token', endpointId: 'oauth_token_jwt' };
const entries = [
  entry(4, { refusedWith: '4101' }),
  entry(3, { ...token, status: 401, refusedWith: 'invalid_client' }),
  entry(2, { status: 500 }),
  entry(1, { ...token, app: null }),
];
const nameOf = (id: string | null) => (id === 'users_me' ? '查看当前用户' : 'Exchange');
const all = { search: '', onlyRefused: false, pausedAt: null };
const numbers = (filter: Partial<typeof all> | { readonly pausedAt: number }) =>
  filterLog(entries, { ...all, ...filter }, nameOf).map(({ number }) => number);

describe('the filter of the log', () => {
  it('keeps the order and everything when nothing is asked for', () => {
    expect(numbers({})).toEqual([4, 3, 2, 1]);
  });

  it.each([
    ['oauth2', [3, 1]],
    ['POST invalid', [3]],
    ['当前用户', [4, 2]],
    ['练习应用 4101', [4]],
    ['202601020304051', [1]],
    ['401', [3]],
    ['nothing like it', []],
  ])('finds %j among what the rows tell', (search, found) => {
    expect(numbers({ search })).toEqual(found);
  });

  it('shows only what was refused, by Coze’s code or by the HTTP status', () => {
    expect(numbers({ onlyRefused: true })).toEqual([4, 3, 2]);
    expect(isRefused(entry(1, { refusedWith: '4101', status: 200 }))).toBe(true);
    expect(isRefused(entry(1))).toBe(false);
  });

  it('holds back what came after the pause, and counts it', () => {
    expect(numbers({ pausedAt: 2 })).toEqual([2, 1]);
    expect(countNew(entries, 2)).toBe(2);
    expect(countNew(entries, null)).toBe(0);
  });
});
