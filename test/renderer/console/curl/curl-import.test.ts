import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { zh } from '../../../../renderer/i18n/zh.ts';
import { curlTextsEn } from '../../../../shared/i18n/curl-texts.en.ts';
import { curlTextsZh } from '../../../../shared/i18n/curl-texts.zh.ts';

// Notes go by themselves after a while: this is a page of its own.
vi.resetModules();
const { useToastStore } = await import('../../../../renderer/app/toast-store.ts');
const { closeCurlDialog, openCurl, useCurlDialog } = await import(
  '../../../../renderer/console/curl/curl-import.ts'
);
const { openFreeRequest, tabOf, useTabsStore } = await import('../../../../renderer/console/tabs-store.ts');

beforeAll(() => i18next.init({ lng: 'en', resources: { en, zh }, interpolation: { escapeValue: false } }));
beforeEach(() => {
  vi.useFakeTimers();
  openFreeRequest();
});
afterEach(async () => {
  closeCurlDialog();
  useTabsStore.setState({ tabs: [], selectedId: null, closed: [] });
  vi.runAllTimers();
  vi.useRealTimers();
  await i18next.changeLanguage('en');
});

const address = () => tabOf(useTabsStore.getState())?.history.present.address;
const said = () => useToastStore.getState().toasts.map(({ text }) => text);
const { curl } = en.request;

test('an ordinary command becomes the request without a word', () => {
  expect(openCurl('curl https://a.example/x')).toBe(true);
  expect([address(), useCurlDialog.getState().isOpen, said()]).toEqual(['https://a.example/x', false, []]);
});

test('what was read otherwise than it stands there is said in passing', () => {
  openCurl(`curl a.example/x -d '{"a":1}'`);
  expect(useCurlDialog.getState().isOpen).toBe(false);
  expect(address()).toBe('https://a.example/x');
  expect(said()).toEqual([
    curlTextsEn['curl.url-without-scheme'],
    curlTextsEn['curl.json-sent-as-form'],
    curl.laidOut,
  ]);
});

test('what is in sight already is not said twice', () => {
  openCurl('curl a.example/x');
  openCurl('curl a.example/y');
  expect(said()).toEqual([curlTextsEn['curl.url-without-scheme']]);
});

test('it is said in the language of the screens', async () => {
  await i18next.changeLanguage('zh');
  openCurl(
    `curl https://api.coze.cn/v1/workflow/run -H 'Authorization: Bearer pat_OYDacMzM3WyOWV3Dtj2bHRMymzxP' -d '{"workflow_id":"1"}'`,
  );
  expect(said()).toEqual([
    zh.request.curl.token,
    curlTextsZh['curl.json-sent-as-form'],
    zh.request.curl.laidOut,
  ]);
});

test.each([
  'curl https://a.example/1 -d a=1 --next https://a.example/2',
  'curl https://a.example/1 ; curl https://a.example/2',
  'curl https://a.example/1 https://a.example/2',
  'curl “https://a.example/1”',
  'curl https://a.example/1?access_token=abcdefgh',
  "curl https://a.example/1 -H 'X-Api-Key: k'",
  'curl https://a.example/1 -T a.bin',
  'curl https://a.example/1 --unknown',
  'curl ftp://a.example/1',
])('the dialog comes first where something would be left behind: %s', (text) => {
  expect(openCurl(text)).toBe(true);
  expect(useCurlDialog.getState()).toEqual({ isOpen: true, text });
  expect([address(), said()]).toEqual(['', []]);
});

test('the dialog comes first where there is more to say than is read in passing', () => {
  openCurl(`curl api.coze.cn/v1/bots?a=1&b=2 -H 'Authorization: Bearer abcdefgh' -d '{"a":1}'`);
  expect(useCurlDialog.getState().isOpen).toBe(true);
});
