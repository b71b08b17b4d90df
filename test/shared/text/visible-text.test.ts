import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleJson, visibleText } from '../../../shared/text/visible-text.ts';

test('writes out what shows nothing or turns text around', () => {
  expect(visibleText('a\u202eb\u0000c\u200bd\ufeff')).toBe('a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d⟨U+FEFF⟩');
});

test('leaves Chinese, emoji, tabs and line ends as they are', () => {
  expect(visibleText('扣子 👩‍💻\t\n')).toBe('扣子 👩‍💻\t\n');
});

test.each([
  ['31000\u200d0000002', '31000⟨U+200D⟩0000002'],
  ['a\u200cb', 'a⟨U+200C⟩b'],
  ['扣\u200d子', '扣⟨U+200D⟩子'],
  ['👩\u200dx', '👩⟨U+200D⟩x'],
  ['\u0645\u200d', '\u0645⟨U+200D⟩'],
  ['\u0661\u200d\u0662', '\u0661⟨U+200D⟩\u0662'],
  ['1\ufe0f0', '1⟨U+FE0F⟩0'],
  ['a\u3164b\u115fc\u1160d\uffa0', 'a⟨U+3164⟩b⟨U+115F⟩c⟨U+1160⟩d⟨U+FFA0⟩'],
  ['a\u00a0b\u2003c\u3000d\u2800', 'a⟨U+00A0⟩b⟨U+2003⟩c⟨U+3000⟩d⟨U+2800⟩'],
  ['a\u00adb\u034fc\u17b4', 'a⟨U+00AD⟩b⟨U+034F⟩c⟨U+17B4⟩'],
  ['a\u{e0067}b', 'a⟨U+E0067⟩b'],
  ['🏴\u{e0067}', '🏴⟨U+E0067⟩'],
  ['a\ud83db', 'a⟨U+D83D⟩b'],
  ['\ude00', '⟨U+DE00⟩'],
])('shows what hides in %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test.each([
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '👨🏽\u200d❤\ufe0f\u200d👨🏼',
  '🏴\u200d☠\ufe0f',
  '1\ufe0f\u20e3',
  '🇨🇳',
  '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
  '\u0915\u094d\u200d\u0937',
  '\u0d28\u0d4d\u200d\u0d2e',
])('leaves %j whole', (text) => {
  expect(visibleText(text)).toBe(text);
});

test('printable ASCII is shown as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(visibleText(text)).toBe(text);
    }),
  );
});

test('nothing hides between characters of ASCII', () => {
  const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1 });
  const blank = fc.constantFrom(
    ...'\u200b\u200c\u200d\u2060\u3164\u115f\u1160\uffa0\u00a0\u180e\ufe00\ufe0f',
  );
  fc.assert(
    fc.property(ascii, blank, ascii, (before, character, after) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      expect(visibleText(`${before}${character}${after}`)).toBe(`${before}⟨U+${code}⟩${after}`);
    }),
  );
});

test('JSON keeps its value when what hides in it is written out', () => {
  const value = { 'a\u200b': 'b\u061c\u{e0041}\u202e\u009b扣子\u3000' };
  const json = JSON.stringify(value);
  expect(visibleJson(json)).toBe('{"a\\u200b":"b\\u061c\\udb40\\udc41\\u202e\\u009b扣子\\u3000"}');
  expect(JSON.parse(visibleJson(json))).toEqual(value);
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (any) => {
      expect(JSON.stringify(JSON.parse(visibleJson(JSON.stringify(any))))).toBe(JSON.stringify(any));
    }),
  );
});
