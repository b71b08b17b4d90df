import { expect, test } from 'vitest';
import { reorder } from '../../../renderer/keys/reorder.ts';

test.each([
  [['c'], 'a', 'before', ['c', 'a', 'b', 'd']],
  [['a'], 'd', 'after', ['b', 'c', 'd', 'a']],
  [['a', 'c'], 'd', 'before', ['b', 'a', 'c', 'd']],
  [['b'], 'b', 'after', ['a', 'b', 'c', 'd']],
] as const)('%j goes %s %s', (moved, target, position, expected) => {
  expect(reorder(['a', 'b', 'c', 'd'], moved, target, position)).toEqual(expected);
});
