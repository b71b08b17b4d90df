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

test.each([
  ['own', 'is set in this app under Settings → Proxy', '本应用的“设置 → 代理”中指定的代理'],
  ['system', 'is set in the system’s network settings', '系统网络设置中指定的代理'],
  ['environment', 'is set in the environment (HTTPS_PROXY', '环境变量（HTTPS_PROXY 等）中指定的代理'],
])('a proxy that does not run is named with its place: %s', (proxySource, en, zh) => {
  const cause = { code: 'proxy-refused', params: { proxy: 'http://127.0.0.1:9', proxySource } } as const;
  expect(describeCause(cause, 'en').why).toContain(`http://127.0.0.1:9 ${en}`);
  expect(describeCause(cause, 'zh').why).toContain(zh);
  expect(describeCause(cause, 'en').todo).toContain('Settings → Proxy');
  expect(describeCause(cause, 'zh').todo).toContain('“设置 → 代理”');
});

test.each(causeCodes)('%s leaves no value open and says no unit twice', (code) => {
  const given = {
    ...{ kid: 'k', length: 3, age: 20, seconds: 1, here: 'cn', other: 'com', host: 'h', from: 'f', to: 't' },
    ...{ name: 'n', status: 502, proxy: 'http://p:1', proxySource: 'own' },
  };
  for (const language of ['zh', 'en'] as const) {
    const { what, why, todo } = describeCause({ code, params: given }, language);
    expect(`${what} ${why} ${todo}`).not.toMatch(/\{\{| s s\b|秒 ?秒/);
  }
});
