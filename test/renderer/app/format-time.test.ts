import { expect, test } from 'vitest';
import { formatRelative } from '../../../renderer/app/format-time.ts';

const now = Date.UTC(2026, 2, 1);
const day = 86_400_000;

test.each([
  [-15 * 366 * day, 'zh', '15 年前'],
  [-3 * day, 'zh', '3 天前'],
  [2 * 3_600_000, 'zh', '2 小时后'],
  [-day, 'zh', '昨天'],
  [-3 * day, 'en', '3 days ago'],
  [5 * 60_000, 'en', 'in 5 minutes'],
])('%d ms from now in %s: %s', (away, language, words) => {
  expect(formatRelative(now + away, now, language)).toBe(words);
});
