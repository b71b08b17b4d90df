import { expect, it } from 'vitest';
import { chipsShown, oddityOf, shownAtMost } from '../../../renderer/scope/chips-shown.ts';

it('keeps ids that are unlike ids in sight, beside the field for more', () => {
  expect(chipsShown(['bot_x', '1', '9223372036854775808', '2'])).toEqual([
    '1',
    '2',
    'bot_x',
    '9223372036854775808',
  ]);
  const many = Array.from({ length: shownAtMost + 50 }, (_, index) => String(index + 1));
  const shown = chipsShown([...many, 'bot_x']);
  expect(shown).toHaveLength(shownAtMost);
  expect(shown.at(-1)).toBe('bot_x');
  expect(shown.at(-2)).toBe('299');
});

it('tells what is odd about an id', () => {
  expect([oddityOf('x'), oddityOf('9223372036854775808'), oddityOf('7342866812345678901')]).toEqual([
    'notAnId',
    'tooLarge',
    null,
  ]);
});
