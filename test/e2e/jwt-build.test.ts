import { createPublicKey, verify } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../shared/bridge.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, pick, retype, type Screens, screensOf, startsWith } from './screens.ts';

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp({ keychain: 'unlocked' });
  screens = screensOf(run.page);
  await screens.tryPractice();
  await screens.go('jwt');
  await pick(screens.main.getByRole('radio', { name: screens.t.jwt.modes.build, exact: true }));
});
afterAll(() => run.close());

const field = (name: string) => screens.main.getByRole('textbox', { name, exact: true });
const button = (name: string) => screens.main.getByRole('button', { name, exact: true });
const json = (name: 'header' | 'payload') => field(screens.t.jwt[name]);
const token = () => field(screens.t.build.token);
const findings = () => screens.main.getByRole('region', { name: screens.t.jwt.findings, exact: true });

/** The text of an editor, line by line, as it is written there. */
async function textOf(editor: Locator): Promise<string> {
  const lines = await editor.locator('.cm-line').allInnerTexts();
  return lines.map((line) => line.replaceAll('\u00a0', ' ').replace(/\n$/, '')).join('\n');
}

async function payload(): Promise<Record<string, unknown>> {
  return JSON.parse(await textOf(json('payload'))) as Record<string, unknown>;
}

async function compactToken(): Promise<string> {
  return (await textOf(token())).replaceAll('\n', '');
}

/** Signs, and waits for another token than the one before. */
async function sign(before = ''): Promise<string> {
  await screens.main.getByRole('button', { name: startsWith(screens.t.build.sign) }).click();
  await expect.poll(compactToken).not.toBe(before);
  return compactToken();
}

const undo = () => screens.page.keyboard.press('ControlOrMeta+z');
const redo = () => screens.page.keyboard.press('ControlOrMeta+Shift+z');

test('a fresh assertion is the app’s own, and has nothing that Coze would reject', async () => {
  const { t } = screens;
  await findings().getByText(t.build.fineCoze, { exact: true }).waitFor();
  const { iss, aud, iat, exp, jti } = await payload();
  expect(await field('iss').inputValue()).toBe(iss);
  expect(aud).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(Number(exp) - Number(iat)).toBe(600);
  expect(jti).toMatch(/^[\w-]{43}$/);
});

test('the JSON follows the form at every keystroke, and the form the JSON', async () => {
  const { t, page } = screens;
  await field(t.mint.sessionName).focus();
  for (const typed of ['u', 'u-', 'u-1']) {
    await page.keyboard.type(typed.slice(-1));
    await expect.poll(async () => (await payload())['session_name']).toBe(typed);
  }
  await retype(json('payload'), '{"iss":"42","x":{"id":7342866812345678901},"session_name":"u-2"}');
  await expect.poll(() => field('iss').inputValue()).toBe('42');
  expect(await field(t.mint.sessionName).inputValue()).toBe('u-2');
});

test('what the form does not know stays, digit by digit', async () => {
  await field('iss').fill('43');
  await expect
    .poll(() => textOf(json('payload')))
    .toBe('{"iss":"43","x":{"id":7342866812345678901},"session_name":"u-2"}');
});

test('an error in the JSON loses nothing of the form, and undo goes back over both', async () => {
  const { main, page, t } = screens;
  await json('payload').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(',');
  await main.getByText(t.build.locked, { exact: true }).waitFor();
  expect(await field('iss').inputValue()).toBe('43');
  expect(await field('iss').getAttribute('readonly')).not.toBeNull();
  await undo();
  await expect.poll(() => field('iss').getAttribute('readonly')).toBeNull();
  await undo();
  await expect.poll(() => field('iss').inputValue()).toBe('42');
  await field('iss').focus();
  await undo();
  await expect.poll(async () => (await payload())['session_name']).toBe('u-1');
  await redo();
  await expect.poll(() => field('iss').inputValue()).toBe('42');
});

test('what is pasted and what is typed right after it are two steps to undo', async () => {
  const { page } = screens;
  await retype(json('payload'), '{"iss":"44"}');
  await run.writeClipboard('{"iss":"45"}');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await page.keyboard.type('x');
  await expect.poll(() => textOf(json('payload'))).toBe('{"iss":"45"}x');
  await undo();
  await expect.poll(() => textOf(json('payload'))).toBe('{"iss":"45"}');
  await undo();
  await expect.poll(() => textOf(json('payload'))).toBe('{"iss":"44"}');
});

test('a device is chosen and typed in the form, and a button gives a new jti', async () => {
  const { main, page, t } = screens;
  await button(t.build.startOver).click();
  const { jti } = await payload();
  const choose = async (kind: keyof typeof t.mint.devices) => {
    await main.getByRole('button', { name: new RegExp(`${t.mint.device}$`) }).click();
    await page.getByRole('option', { name: t.mint.devices[kind], exact: true }).click();
  };
  const device = async () => (await payload())['session_context'];
  await choose('device-id');
  await field(t.mint.deviceValue).fill('d-1');
  await expect.poll(device).toEqual({ device_info: { device_id: 'd-1' } });
  await choose('custom-consumer');
  await expect.poll(device).toEqual({ device_info: { custom_consumer: 'd-1' } });
  await choose('none');
  await expect.poll(device).toBeUndefined();
  await button(t.build.newJtiName).click();
  await expect.poll(async () => (await payload())['jti']).not.toBe(jti);
  expect((await payload())['jti']).toMatch(/^[\w-]{43}$/);
});

test('the mouse goes between Inspect and Build', async () => {
  const mode = (name: 'inspect' | 'build') =>
    screens.main.getByRole('radio', { name: screens.t.jwt.modes[name], exact: true });
  for (const name of ['inspect', 'build'] as const) {
    await pick(mode(name));
    expect(await mode(name).isChecked()).toBe(true);
  }
});

test('the arrow keys go between Inspect and Build, and from there the keyboard signs', async () => {
  const { main, page, t } = screens;
  const mode = (name: keyof typeof t.jwt.modes) =>
    main.getByRole('radio', { name: t.jwt.modes[name], exact: true });
  await mode('build').focus();
  await page.keyboard.press('ArrowLeft');
  await field(t.jwt.input).waitFor();
  await page.keyboard.press('ArrowRight');
  await json('payload').waitFor();
  expect(await mode('build').evaluate((radio) => radio === document.activeElement)).toBe(true);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(compactToken).toMatch(/^eyJ/);
});

test('a lifetime is typed as a length of time; one that is none changes nothing', async () => {
  const { t, page, main } = screens;
  await button(t.build.startOver).click();
  await field(t.build.lifetime).fill('1h30m');
  const length = async () => {
    const { iat, exp } = await payload();
    return Number(exp) - Number(iat);
  };
  await expect.poll(length).toBe(5400);
  await page.keyboard.press('Tab');
  await expect.poll(() => field(t.build.lifetime).inputValue()).toBe('+1h30m');
  await field(t.build.lifetime).fill('soon');
  await main.getByText(t.build.lifetimeProblem, { exact: true }).waitFor();
  expect(await length()).toBe(5400);
});

test('findings come as one types, each with its fix, and all of them at once', async () => {
  const { t } = screens;
  await retype(json('header'), '{"alg":"HS256","typ":"JWT","kid":"x"}');
  await retype(json('payload'), '{"iss":7,"aud":"https://api.coze.cn/","iat":"1","jti":"x","foo":1}');
  await findings().getByText('"alg" is "HS256"; Coze takes RS256 only').waitFor();
  await findings()
    .getByRole('button', { name: fill(t.build.fix.set, { value: '"RS256"' }), exact: true })
    .click();
  await expect.poll(() => textOf(json('header'))).toContain('"alg":"RS256"');
  await findings()
    .getByRole('button', { name: startsWith(t.build.fixAll.replace(' ({{count}})', '')) })
    .click();
  await findings().getByText(t.build.fineCoze, { exact: true }).waitFor();
});

test('signed with the key of the keychain, it is exchanged for a token, once', async () => {
  const { main, t } = screens;
  await button(t.build.startOver).click();
  const jwt = await sign();
  await button(t.build.exchange).click();
  await main.getByText(startsWith(t.build.exchanged.split('{{')[0] ?? '')).waitFor();
  expect(await button(t.build.exchange).isDisabled()).toBe(true);
  await findings().getByText('This "jti" has been sent before; Coze takes each assertion once').waitFor();
  await findings().getByRole('button', { name: t.build.fix['new-jti'], exact: true }).click();
  await findings().getByText(t.build.fineCoze, { exact: true }).waitFor();
  await main.getByText(t.build.outdated, { exact: true }).waitFor();
  expect(await sign(jwt)).not.toBe(jwt);
});

test('practice Coze’s refusal of a used assertion is shown in its own words', async () => {
  const { main, t } = screens;
  const before = await compactToken();
  await retype(
    json('payload'),
    (await textOf(json('payload'))).replace(
      /"jti": "[^"]*"/,
      '"jti": "twice-twice-twice-twice-twice-twice-1"',
    ),
  );
  const first = await sign(before);
  await button(t.build.exchange).click();
  await main.getByText(startsWith(t.build.exchanged.split('{{')[0] ?? '')).waitFor();
  await field(t.mint.sessionName).fill('again');
  await sign(first);
  await button(t.build.exchange).click();
  await main.getByRole('alert').filter({ hasText: 'jti' }).waitFor();
});

test('the code tabs give the same in each language, without a secret', async () => {
  const { page, t } = screens;
  for (const [language, mark] of [
    ['curl', '--data-raw'],
    ['python', 'import jwt'],
    ['node', "from 'jose'"],
    ['go', 'package main'],
    ['java', 'class'],
  ] as const) {
    const name = t.build.languages[language];
    await page.getByRole('tab', { name, exact: true }).click();
    await expect.poll(() => textOf(field(name))).toContain(mark);
    expect(await textOf(field(name))).not.toContain('PRIVATE KEY');
  }
  await page.getByRole('tab', { name: t.build.token, exact: true }).click();
});

test('any JWT is signed as it is typed, with PS512 and every digit', async () => {
  const { main, page, t } = screens;
  await pick(main.getByRole('radio', { name: t.jwt.rule.any, exact: true }));
  await main.getByRole('button', { name: startsWith('RS256 alg') }).click();
  await page.getByRole('option', { name: 'PS512', exact: true }).click();
  await retype(json('payload'), '{"id": 7342866812345678901, "名": "扣子 🫘"}');
  const jwt = await sign();
  const [header = '', claims = '', signature = ''] = jwt.split('.');
  expect(Buffer.from(claims, 'base64url').toString()).toBe('{"id":7342866812345678901,"名":"扣子 🫘"}');
  expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'PS512' });
  const { profile } = (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  const key = createPublicKey(profile.keys[0]?.publicKeyPem ?? '');
  const signed = Buffer.from(`${header}.${claims}`);
  const options = { key, padding: 6, saltLength: 64 };
  expect(verify('sha512', signed, options, Buffer.from(signature, 'base64url'))).toBe(true);
});

test('opened in Inspect, its signature is valid; from there it goes back into Build', async () => {
  const { main, t } = screens;
  await button(t.build.inspect).click();
  const valid = fill(t.jwt.signature.line, { state: t.jwt.signature.valid });
  await main.getByRole('status').filter({ hasText: valid }).waitFor();
  await button(t.jwt.toBuild).click();
  await expect.poll(() => textOf(json('payload'))).toContain('"id": 7342866812345678901');
});

test('no private key crossed the bridge, and nothing went wrong', async () => {
  const out = await run.crossed('out');
  expect(out.filter((text) => /PRIVATE KEY|"d":"/.test(text))).toEqual([]);
  expect(run.consoleErrors).toEqual([]);
});
