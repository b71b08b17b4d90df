import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pin } from '../../shared/pin.ts';
import { encodeToken } from '../fixtures/jwt/encode-token.ts';
import { jweToken } from '../fixtures/jwt/rfc-tokens.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, pick, retype, type Screens, screensOf } from './screens.ts';

const first = encodeToken('{"alg":"RS256"}', '{"iss":"one","exp":100}');
const second = encodeToken('{"alg":"RS256"}', '{"iss":"two","exp":700}');

let run: LaunchedApp;
let screens: Screens;

async function show(app: LaunchedApp): Promise<void> {
  run = app;
  screens = screensOf(app.page);
  await screens.go('jwt');
}

beforeAll(async () => show(await launchApp({ keychain: 'unlocked' })));
afterAll(() => run.close());

const input = () => screens.page.getByRole('textbox', { name: screens.t.jwt.input, exact: true });
const button = (name: string) => screens.main.getByRole('button', { name, exact: true });
const pins = () => screens.main.getByRole('region', { name: screens.t.jwt.pins.title, exact: true });
const keepBox = () => pins().getByRole('checkbox', { name: screens.t.jwt.pins.keep, exact: true });
const nameOf = (name: string) => pins().getByText(name, { exact: true });

async function pin(token: string, name: string): Promise<void> {
  await retype(input(), token);
  await button(screens.t.jwt.pins.pin).click();
  await nameOf(name).waitFor();
}

async function choosePin(name: string, action: string): Promise<void> {
  const { page, t } = screens;
  await button(fill(t.jwt.pins.actions, { name })).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('two tokens are compared side by side', async () => {
  const { main, page, t } = screens;
  await pin(first, 'one');
  await pin(second, 'two');
  await choosePin('one', t.jwt.pins.compare);
  const row = (path: string) => main.getByRole('row').filter({ hasText: path });
  await row('iss').filter({ hasText: 'two' }).filter({ hasText: 'one' }).waitFor();
  await row('exp').filter({ hasText: '-10m' }).waitFor();
  expect(await row('alg').count()).toBe(0);
  await pick(main.getByRole('radio', { name: t.jwt.compare.all, exact: true }));
  await row('alg').waitFor();
  await retype(page.getByRole('textbox', { name: t.jwt.compare.other, exact: true }), second);
  await main.getByText(t.jwt.compare.noDifference, { exact: true }).waitFor();
  await main.getByText(fill(t.jwt.compare.count_other, { count: 0 }), { exact: true }).waitFor();
  await button(t.jwt.compare.stop).click();
});

test('of two encrypted tokens nothing but the headers is compared', async () => {
  const { main, page, t } = screens;
  const cut = jweToken.lastIndexOf('.');
  const other = `${jweToken.slice(0, cut - 4)}AAAA${jweToken.slice(cut)}`;
  await retype(input(), jweToken);
  await button(t.jwt.compare.start).click();
  await retype(page.getByRole('textbox', { name: t.jwt.compare.other, exact: true }), other);
  await main.getByText(t.jwt.compare.encrypted['other-text'], { exact: true }).waitFor();
  await main.getByText(fill(t.jwt.compare.headerCount_other, { count: 0 }), { exact: true }).waitFor();
  expect(await main.getByText(t.jwt.compare.noDifference, { exact: true }).count()).toBe(0);
  expect(await main.getByText(t.jwt.compare.signature.same, { exact: true }).count()).toBe(0);
  await button(t.jwt.compare.stop).click();
});

test('a pin is renamed, and one that was taken away is brought back', async () => {
  const { page, t } = screens;
  await choosePin('one', t.jwt.pins.rename);
  await pins().getByRole('textbox', { name: t.jwt.pins.name, exact: true }).fill('生产 token');
  await page.keyboard.press('Enter');
  await nameOf('生产 token').waitFor();
  await choosePin('two', t.jwt.pins.unpin);
  await nameOf('two').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t.frame.undo, exact: true }).click();
  await nameOf('two').waitFor();
});

test('pins end with the app unless it is said that they stay', async () => {
  await show(await run.restart());
  await input().waitFor();
  expect(await pins().count()).toBe(0);
  await pin(first, 'one');
  await pick(keepBox());
  await expect.poll(() => keepBox().isChecked()).toBe(true);
  await pin(second, 'two');
  const kept = async () =>
    ((await callForValue(screens.page, 'pins.kept', null)) as readonly Pin[]).map(({ text }) => text);
  await expect.poll(kept).toEqual([second, first]);
  await show(await run.restart());
  await nameOf('one').waitFor();
  expect(await kept()).toEqual([second, first]);
  await nameOf('two').click();
  await expect.poll(async () => (await input().innerText()).replaceAll('\n', '')).toBe(second);
});

test('said that they do not stay, the keychain forgets them', async () => {
  await pick(keepBox());
  await expect.poll(() => keepBox().isChecked()).toBe(false);
  await nameOf('one').waitFor();
  expect(await callForValue(screens.page, 'pins.kept', null)).toEqual([]);
  await show(await run.restart());
  await input().waitFor();
  expect(await pins().count()).toBe(0);
});

test('a token of a mebibyte is read', async () => {
  const { main, page, t } = screens;
  const payload = JSON.stringify({ iss: 'large', blob: 'x'.repeat(700_000) });
  const large = encodeToken('{"alg":"RS256"}', payload);
  await run.writeClipboard(large);
  await input().focus();
  await page.keyboard.press('ControlOrMeta+v');
  const table = main.getByRole('table', { name: t.jwt.payload, exact: true });
  await table.getByRole('row').filter({ hasText: 'large' }).waitFor();
  await table.getByText(t.jwt.cut, { exact: true }).waitFor();
  await main
    .getByText(fill(t.jwt.bytes_other, { count: large.length }))
    .first()
    .waitFor();
});

test('nothing went wrong', () => {
  expect(run.consoleErrors).toEqual([]);
});
