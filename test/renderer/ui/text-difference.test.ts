import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, lineFeedsOnly } from '../../../renderer/ui/text-difference.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '中', '🫘') });

test('the difference makes one text of the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = difference(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});

test('what an editor keeps of a text is the same once more', () => {
  fc.assert(
    fc.property(text, (given) => {
      const kept = lineFeedsOnly(given);
      expect(Text.of(kept.split('\n')).toString()).toBe(kept);
      expect(lineFeedsOnly(kept)).toBe(kept);
      expect(kept).not.toContain('\r');
    }),
  );
});

test('the change is no larger than what changed', () => {
  expect(difference('{"a":1,"b":2}', '{"a":17,"b":2}')).toEqual({ from: 6, to: 6, insert: '7' });
  expect(difference('same', 'same')).toEqual({ from: 4, to: 4, insert: '' });
});
