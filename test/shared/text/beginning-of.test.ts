import { expect, test } from 'vitest';
import { beginningOf } from '../../../shared/text/beginning-of.ts';

test.each([
  ['abc', 3, 'abc'],
  ['abc', 2, 'ab'],
  ['a😀b', 2, 'a'],
  ['a😀b', 3, 'a😀'],
  ['a\ud83db', 2, 'a\ud83d'],
])('of %j, %i: %j', (text, length, beginning) => {
  expect(beginningOf(text, length)).toBe(beginning);
});
