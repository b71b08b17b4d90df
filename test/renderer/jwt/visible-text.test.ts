import { expect, test } from 'vitest';
import { visibleText } from '../../../renderer/jwt/visible-text.ts';

test('writes out what shows nothing or turns text around', () => {
  expect(visibleText('a\u202eb\u0000c\u200bd\ufeff')).toBe('a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d⟨U+FEFF⟩');
});

test('leaves Chinese, emoji, tabs and line ends as they are', () => {
  expect(visibleText('扣子 👩‍💻\t\n')).toBe('扣子 👩‍💻\t\n');
});
