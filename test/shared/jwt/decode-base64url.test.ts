import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64url } from '../../../shared/jwt/decode-base64url.ts';

function issuesOf(text: string) {
  return decodeBase64url(text).issues.map(({ code, offset, character }) => [code, offset, character]);
}

describe('decodeBase64url', () => {
  test('reads what Node writes, without a word', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const {
          bytes: decoded,
          issues,
          complete,
        } = decodeBase64url(Buffer.from(bytes).toString('base64url'));
        expect(Buffer.from(decoded).equals(bytes)).toBe(true);
        expect([issues, complete]).toEqual([[], true]);
      }),
    );
  });

  test('reads standard base64 with padding, and says where it departs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        const { bytes: decoded, issues } = decodeBase64url(text);
        expect(Buffer.from(decoded).equals(bytes)).toBe(true);
        const offsetOf = (code: string) => issues.find((issue) => issue.code === code)?.offset ?? -1;
        expect(offsetOf('standard-base64')).toBe(text.search(/[+/]/));
        expect(offsetOf('padding')).toBe(text.indexOf('='));
      }),
    );
  });

  test.each([
    ['', []],
    ['AAAA', []],
    ['AAA\n A', [['whitespace-inside', 3, '\n']]],
    ['AAAA****', [['masked', 4, '*']]],
    ['AAAAA…', [['masked', 5, '…']]],
    ['AA中A', [['invalid-character', 2, '中']]],
    ['AAAAŁAAA', [['invalid-character', 4, 'Ł']]],
    ['AAAAA', [['length-impossible', 4, 'A']]],
    ['AAAAAB', [['trailing-bits', 5, 'B']]],
    ['+A/A', [['standard-base64', 0, '+']]],
    ['AA==', [['padding', 2, '=']]],
    ['AA==AA==', [['invalid-character', 2, '=']]],
    ['AA=AAAAAAA', [['invalid-character', 2, '=']]],
  ])('%j', (text, issues) => {
    expect(issuesOf(text)).toEqual(issues);
  });

  test('the place of a character counts the white space before it', () => {
    const { placeOf } = decodeBase64url('AA AA\nAA');
    expect([0, 1, 2, 3, 4, 5, 6].map(placeOf)).toEqual([0, 1, 3, 4, 6, 7, 8]);
  });
});
