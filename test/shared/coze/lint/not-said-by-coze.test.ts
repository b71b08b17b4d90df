import { expect, test } from 'vitest';
import { lintAssertion } from '../../../../shared/coze/lint/lint-assertion.ts';
import { notSaidByCoze } from '../../../../shared/coze/lint/not-said-by-coze.ts';
import { decodeToken } from '../../../../shared/jwt/decode-token.ts';
import { claims, cn, goodHeader, header } from '../../../fixtures/jwt/coze-assertions.ts';
import { encodeToken } from '../../../fixtures/jwt/encode-token.ts';

function left(headerText: string, payloadText: string): readonly string[] {
  const token = decodeToken(encodeToken(headerText, payloadText));
  return notSaidByCoze(token.findings, lintAssertion(token, cn)).map(({ code, path }) => `${code} ${path}`);
}

test('what Coze says about a member is not said again', () => {
  expect(left(goodHeader, claims({ iat: '"1735689600"' }))).toEqual([]);
});

test('a member that occurs twice is named, whatever Coze says about it', () => {
  const payload = claims({ aud: '"coze"' }).replace('"aud"', '"aud":"a","aud"');
  expect(left(goodHeader, payload)).toEqual(['duplicate-member /aud']);
});

test('an error is not lost to a warning of Coze’s', () => {
  expect(left(header({ crit: '[]' }), claims())).toEqual(['crit-invalid /crit']);
});

test('each bad entry of crit has a place of its own', () => {
  expect(left(header({ crit: '["exp",7]' }), claims())).toEqual([
    'crit-invalid /crit/0',
    'crit-invalid /crit/1',
  ]);
});

test('that the payload is empty is said by what is missing', () => {
  expect(left(goodHeader, '')).toEqual([]);
});
