import { expect, test } from 'vitest';
import { findingsTextsEn } from '../../../shared/i18n/findings-texts.en.ts';
import { findingsTextsZh } from '../../../shared/i18n/findings-texts.zh.ts';

const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

test('both languages have the same keys and mention the same parameters', () => {
  expect(Object.keys(findingsTextsZh)).toEqual(Object.keys(findingsTextsEn));
  for (const [key, text] of Object.entries(findingsTextsEn)) {
    expect([key, params(findingsTextsZh[key as keyof typeof findingsTextsEn])]).toEqual([key, params(text)]);
  }
});
