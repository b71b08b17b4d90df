import { expect, it } from 'vitest';
import { createActivityList } from '../../../electron/tokens/activity-list.ts';

it('keeps the newest 500 entries, newest first', () => {
  let count = 0;
  const list = createActivityList(
    () => {
      count += 1;
      return `a${count}`;
    },
    () => undefined,
  );
  const entry = {
    at: 1,
    kind: 'mint',
    appName: '店铺',
    subject: 'key',
    claims: [],
    jti: null,
    clockCorrectedMs: null,
    elapsedMs: 1,
    status: 200,
    logId: null,
    problem: null,
  } as const;
  for (let index = 0; index < 501; index += 1) list.add({ ...entry, claims: [] });
  expect(list.entries()).toHaveLength(500);
  expect(list.entries()[0]?.id).toBe('a501');
  expect(list.entries().at(-1)?.id).toBe('a2');
});
