import { expect, test } from 'vitest';
import { causeCodes } from '../../../shared/coze/causes/cause.ts';
import { causeTextsEn } from '../../../shared/i18n/cause-texts.en.ts';
import { causeTextsZh } from '../../../shared/i18n/cause-texts.zh.ts';
import { describeCause } from '../../../shared/i18n/describe-cause.ts';
import { supportTextsEn } from '../../../shared/i18n/support-texts.en.ts';
import { supportTextsZh } from '../../../shared/i18n/support-texts.zh.ts';

const parts = ['what', 'why', 'todo'] as const;
const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

test.each(causeCodes)('%s says what, why and what to do in both languages, with the same values', (code) => {
  const [en, zh] = [causeTextsEn[code], causeTextsZh[code]];
  for (const part of parts) {
    expect(en[part]).not.toBe('');
    expect(zh[part]).toMatch(/[\u4e00-\u9fff]/);
    expect([part, params(zh[part])]).toEqual([part, params(en[part])]);
    expect(zh[part]).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/);
  }
  expect(en.what).not.toMatch(/\.$/);
  expect(en.why).toMatch(/[.…]$/);
  expect(en.todo).toMatch(/[.…]$/);
});

test('the two languages have the same causes', () => {
  expect(Object.keys(causeTextsEn)).toEqual([...causeCodes]);
  expect(Object.keys(causeTextsZh)).toEqual([...causeCodes]);
});

test('the labels of the report mention the same values', () => {
  for (const [key, text] of Object.entries(supportTextsEn)) {
    expect([key, params(supportTextsZh[key as keyof typeof supportTextsEn])]).toEqual([key, params(text)]);
  }
});

test.each([
  [90, '90 s', '90 秒'],
  [300, '5 min', '5 分钟'],
  [7200, '2 h', '2 小时'],
  [259_200, '3 d', '3 天'],
])('a clock that is %d s off is told in units that one can picture', (seconds, en, zh) => {
  const cause = { code: 'clock-ahead', params: { seconds } } as const;
  expect(describeCause(cause, 'en').what).toBe(`This computer’s clock is ${en} ahead`);
  expect(describeCause(cause, 'zh').what).toBe(`本机时间快了 ${zh}`);
});
