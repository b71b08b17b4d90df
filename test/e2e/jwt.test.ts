import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findingsTextsEn } from '../../shared/i18n/findings-texts.en.ts';
import { encodeToken } from '../fixtures/jwt/encode-token.ts';
import { hs256Token } from '../fixtures/jwt/rfc-tokens.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { dropFile, fill, pick, type Screens, screensOf } from './screens.ts';

const maskedSample = readFileSync(
  new URL('../fixtures/jwt/coze-channel-sample.txt', import.meta.url),
  'utf8',
);

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp();
  screens = screensOf(run.page);
  await screens.go('jwt');
});

beforeEach(async () => {
  const clear = screens.main.getByRole('button', { name: screens.t.jwt.clear, exact: true });
  if ((await clear.count()) > 0) await clear.click();
});

afterAll(() => run.close());

/** Pastes with the clipboard, as a person does. */
async function paste(text: string): Promise<void> {
  const { page, t } = screens;
  const editor = page.getByRole('textbox', { name: t.jwt.input, exact: true });
  await run.writeClipboard(text);
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+v');
}

const table = (name: 'header' | 'payload') =>
  screens.main.getByRole('table', { name: screens.t.jwt[name], exact: true });

const claim = (name: string) =>
  table('payload')
    .getByRole('row')
    .filter({ has: screens.page.getByRole('rowheader', { name, exact: true }) });

const findings = () => screens.main.getByRole('region', { name: screens.t.jwt.findings, exact: true });

test('an empty page says what it is for and shows an example on request', async () => {
  const { main, t } = screens;
  await main.getByText(t.jwt.empty, { exact: true }).waitFor();
  await main.getByRole('button', { name: t.jwt.example, exact: true }).click();
  await claim('iss').filter({ hasText: 'joe' }).waitFor();
});

test('the example of RFC 7515 is taken apart, with the date of exp and a signature that is not checked', async () => {
  const { main, t } = screens;
  await paste(hs256Token);
  await table('header').getByRole('row').filter({ hasText: 'HS256' }).waitFor();
  const exp = claim('exp');
  await exp.filter({ hasText: '1300819380' }).waitFor();
  expect(await exp.innerText()).toContain('2011-03-22T18:43:00Z');
  await claim('http://example.com/is_root').filter({ hasText: 'true' }).waitFor();
  const state = t.jwt.signature['not-checked'];
  await main.getByRole('status').filter({ hasText: state }).waitFor();
  await main.getByText(t.jwt.signature.hint, { exact: true }).waitFor();
});

test('the token in a curl command is found', async () => {
  await paste(`curl -s https://api.coze.cn/v1/users/me \\\n  -H 'Authorization: Bearer ${hs256Token}'`);
  await claim('iss').filter({ hasText: 'joe' }).waitFor();
});

test('a file that is dropped is searched for tokens', async () => {
  await dropFile(
    run.page,
    'app.log',
    `2026-11-22 INFO token=${encodeToken('{"alg":"RS256"}', '{"iss":"log"}')}`,
  );
  await claim('iss').filter({ hasText: 'log' }).waitFor();
});

test('of two tokens in a text either can be chosen', async () => {
  const { main, page, t } = screens;
  const other = encodeToken('{"alg":"RS256"}', '{"iss":"second"}');
  await paste(`first ${hs256Token}\nsecond ${other}\n`);
  await claim('iss').filter({ hasText: 'joe' }).waitFor();
  await main.getByRole('button', { name: fill(t.jwt.found_other, { count: 2 }) }).click();
  await page
    .getByRole('option')
    .filter({ hasText: fill(t.jwt.nth, { n: 2 }) })
    .click();
  await claim('iss').filter({ hasText: 'second' }).waitFor();
});

test('the masked sample of the documentation is read as far as it goes, and said to be masked', async () => {
  await paste(maskedSample);
  await findings()
    .getByText(fill(findingsTextsEn['finding.masked'], { character: '*' }))
    .first()
    .waitFor();
  await screens.main.getByText('"iss":"310000000002"').waitFor();
});

test('Chinese claims are read, and every digit of a 64-bit integer stays', async () => {
  const { main, t } = screens;
  const payload = '{"昵称":"练习用户","uid":9223372036854775807,"amount":1.10}';
  await paste(encodeToken('{"alg":"RS256","typ":"JWT"}', payload));
  await claim('昵称').filter({ hasText: '练习用户' }).waitFor();
  await claim('uid').filter({ hasText: '9223372036854775807' }).waitFor();
  await claim('amount').filter({ hasText: '1.10' }).waitFor();
  await pick(main.getByRole('radio', { name: t.jwt.json, exact: true }));
  const json = main.getByRole('textbox', { name: t.jwt.payload, exact: true });
  await expect.poll(() => json.innerText()).toContain('"uid": 9223372036854775807');
  await pick(main.getByRole('radio', { name: t.jwt.claims, exact: true }));
});

test('text without a token is said to hold none, and is kept', async () => {
  const { main, page, t } = screens;
  await paste('czs_not a JWT at all');
  await main.getByText(t.jwt.noneFound, { exact: true }).waitFor();
  const editor = page.getByRole('textbox', { name: t.jwt.input, exact: true });
  expect(await editor.innerText()).toContain('czs_not a JWT at all');
});

test('nothing of it left the page, and nothing went wrong', async () => {
  const into = await run.crossed('in');
  expect(into.filter((text) => text.includes(hs256Token.slice(0, 20)))).toEqual([]);
  expect(run.consoleErrors).toEqual([]);
});
