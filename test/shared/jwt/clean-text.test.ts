import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, isUncleanPaste } from '../../../shared/jwt/clean-text.ts';
import { findTokens } from '../../../shared/jwt/find-tokens.ts';
import { hs256Token } from '../../fixtures/jwt/rfc-tokens.ts';

describe('cleanText', () => {
  test.each([
    ['plain text', '令牌：eyJ。', '令牌：eyJ。'],
    ['zero-width characters', 'ab\u200bc\u200d\u2060d\u00ade\ufeff', 'abcde'],
    ['colours', '\u001b[1;32mok\u001b[0m', 'ok'],
    ['a zero-width space that holds a word and a token apart', 'x\u200beyJ', 'x eyJ'],
    ['a zero-width space between two parts of a token', 'eyJ.\u200beyJ', 'eyJ.eyJ'],
    ['full-width marks inside a word', 'a．b－c＿d．', 'a.b-c_d．'],
    ['full-width letters that begin a token', '＝ｅｙＪｈｂＧｃｉＯ．', '＝eyJhbGciO.'],
    ['full-width letters that do not', 'Ｂｅａｒｅｒ　', 'Ｂｅａｒｅｒ　'],
    ['percent-encoded marks', 'a%2Eb%2dc%5F%5f &%2E', 'a.b-c__ &%2E'],
  ])('%s', (_name, source, text) => {
    expect(cleanText(source).text).toBe(text);
  });

  test('every character that was kept is found where it stands in the source', () => {
    const piece = fc.constantFrom(
      'a',
      '\u200b',
      '\ufeff',
      '\u001b[0m',
      '.',
      '．',
      '%2E',
      'eyJ',
      'ｅｙＪｈｂＧｃｉ',
      '扣',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('');
        const { text, startOf, endOf } = cleanText(source);
        for (let at = 0; at < text.length; at += 1) {
          const character = text.charAt(at);
          const original = source.slice(startOf(at), endOf(at + 1));
          const fullWidth = String.fromCharCode(character.charCodeAt(0) + 0xfee0);
          if (character !== ' ') expect([character, fullWidth, '%2E']).toContain(original);
          if (at > 0) expect(startOf(at)).toBeGreaterThanOrEqual(endOf(at));
        }
        expect(startOf(text.length)).toBe(source.length);
      }),
    );
  });
});

describe('findTokens in an unclean text', () => {
  test('a place is where the token stands in the source', () => {
    const spread = `${hs256Token.slice(0, 50)}\u200b${hs256Token.slice(50)}`;
    const [found] = findTokens(`令牌\u200b：${spread}\u200b。`).tokens;
    expect(found).toEqual({
      text: hs256Token,
      start: 4,
      end: 4 + spread.length,
      lines: 1,
      cleaned: true,
      times: 1,
    });
    expect(isUncleanPaste(spread)).toBe(true);
    expect(isUncleanPaste(hs256Token)).toBe(false);
  });

  test.each([
    ['zero-width spaces', '\u200b'.repeat(1_000_000)],
    ['letters and zero-width spaces', 'a\u200b'.repeat(500_000)],
    ['full-width letters', 'ｅｙ'.repeat(500_000)],
    ['percent signs', `a${'%2E'.repeat(330_000)}`],
    ['escapes', '\u001b['.repeat(500_000)],
    ['soft line breaks', `eyJhbGciOiJub25lIn0.a${'=\na'.repeat(300_000)}`],
    ['joined strings', `"eyJhbGciOiJub25lIn0.a${'" + "a'.repeat(160_000)}`],
    ['marks of quoting', `eyJhbGciOiJub25lIn0.a${'\n> > > '.repeat(120_000)}`],
  ])('a megabyte of %s comes back', (_name, source) => {
    expect(findTokens(source).tokens.length).toBeLessThanOrEqual(1000);
  });
});
