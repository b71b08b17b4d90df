import { describe, expect, it } from 'vitest';
import { describeScopeFinding } from '../../../shared/i18n/describe-scope-finding.ts';
import { scopeTextsEn } from '../../../shared/i18n/scope-texts.en.ts';
import { scopeTextsZh } from '../../../shared/i18n/scope-texts.zh.ts';

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

describe('the texts about scopes', () => {
  it('name the same values in both languages', () => {
    for (const [key, text] of Object.entries(scopeTextsEn)) {
      const other = scopeTextsZh[key as keyof typeof scopeTextsEn];
      expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
    }
  });

  it('say why a text is no JSON', () => {
    const params = { reason: 'comma-expected', line: 2, column: 3 };
    expect(describeScopeFinding({ code: 'invalid-json', params }, 'en').message).toMatch(
      /line 2, column 3: \w/,
    );
    expect(describeScopeFinding({ code: 'invalid-json', params }, 'zh').message).toMatch(
      /第 2 行第 3 列.*：/,
    );
  });
});
