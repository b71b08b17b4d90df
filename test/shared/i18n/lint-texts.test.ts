import { expect, test } from 'vitest';
import { lintAssertion } from '../../../shared/coze/lint/lint-assertion.ts';
import { describeLintFinding } from '../../../shared/i18n/describe-lint-finding.ts';
import { lintTextsEn } from '../../../shared/i18n/lint-texts.en.ts';
import { lintTextsZh } from '../../../shared/i18n/lint-texts.zh.ts';
import { decodeToken } from '../../../shared/jwt/decode-token.ts';
import { claims, cn, goodHeader, wrongAssertions } from '../../fixtures/jwt/coze-assertions.ts';
import { encodeToken } from '../../fixtures/jwt/encode-token.ts';

const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

test('both languages have the same keys, and mention the same parameters in every sentence that has any', () => {
  expect(Object.keys(lintTextsZh)).toEqual(Object.keys(lintTextsEn));
  for (const [key, text] of Object.entries(lintTextsEn)) {
    expect([key, params(lintTextsZh[key as keyof typeof lintTextsEn])]).toEqual([key, params(text)]);
  }
});

test.each(['zh', 'en'] as const)('every finding fills all parameters of its texts: %s', (language) => {
  for (const { header = goodHeader, payload = claims(), context = cn } of wrongAssertions) {
    for (const found of lintAssertion(decodeToken(encodeToken(header, payload)), context)) {
      const { message, remedy } = describeLintFinding(found, language, (text) => text);
      expect(`${message}${remedy}`).not.toContain('{{');
    }
  }
});

test('what is quoted from the token is shown as the place asks for it', () => {
  const found = { code: 'typ-not-jwt', params: { name: 'typ', value: 'j\u0007' } } as const;
  const { message } = describeLintFinding(found, 'zh', (text) => text.replace('\u0007', '␇'));
  expect(message).toBe('typ 是“j␇”，文档规定固定为 JWT');
});

test('lengths of time are told in words', () => {
  const message = (language: 'zh' | 'en', code: 'expired' | 'lifetime-long', seconds: number) =>
    describeLintFinding({ code, params: { seconds } }, language, (text) => text).message;
  expect(message('en', 'expired', 31_539_060)).toBe('The assertion expired 365 days 1 h ago');
  expect(message('zh', 'expired', 31_539_060)).toBe('令牌已于 365 天 1 小时前过期');
  expect(message('en', 'lifetime-long', 4200)).toContain('valid for 1 h 10 min;');
  expect(message('zh', 'lifetime-long', 4200)).toContain('有效期长达 1 小时 10 分钟；');
});
