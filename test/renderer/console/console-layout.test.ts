import { expect, test } from 'vitest';
import { arrangementFor, leastBesideEndpoints } from '../../../renderer/console/console-layout.ts';

test.each([
  [{ isWide: false, isVeryWide: false }, 'columns', 'rows'],
  [{ isWide: true, isVeryWide: false }, null, 'rows'],
  [{ isWide: true, isVeryWide: false }, 'columns', 'columns'],
  [{ isWide: true, isVeryWide: true }, null, 'columns'],
  [{ isWide: true, isVeryWide: true }, 'rows', 'rows'],
] as const)('in a window of %o with the choice %j the answer stands in %s', (room, chosen, expected) => {
  expect(arrangementFor(room, chosen)).toBe(expected);
});

test('the endpoints leave room for every control of request and answer', () => {
  expect(leastBesideEndpoints('columns', false)).toBe(821);
  expect(leastBesideEndpoints('rows', false)).toBe(460);
  expect(leastBesideEndpoints('rows', true)).toBe(360);
});
