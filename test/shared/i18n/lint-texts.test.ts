import { expect, test } from 'vitest';
import { lintAssertion } from '../../../shared/coze/lint/lint-assertion.ts';
import { describeLintFinding, lintTextsIn } from '../../../shared/i18n/describe-lint-finding.ts';
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
      const { message, remedy } = describeLintFinding(found, lintTextsIn(language), (text) => text);
      expect(`${message}${remedy}`).not.toContain('{{');
    }
  }
});

test('what is quoted from the token is shown as the place asks for it', () => {
  const found = { code: 'typ-not-jwt', params: { name: 'typ', value: 'j\u0007' } } as const;
  const { message } = describeLintFinding(found, lintTextsIn('zh'), (text) => text.replace('\u0007', '␇'));
  expect(message).toBe('typ 是“j␇”，文档规定固定为 JWT');
});
