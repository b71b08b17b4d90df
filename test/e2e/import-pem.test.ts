import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Normalisation } from '../../shared/coze/key.ts';
import { type KeysScreen, keysScreenOf } from './keys-screen.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { dropFile, fill, type Screens, screensOf } from './screens.ts';
import { makeThrowawayApp, type OutsidePractice, startOutsidePractice } from './throwaway-app.ts';

let run: LaunchedApp;
let screens: Screens;
let keysScreen: KeysScreen;
let outside: OutsidePractice;
let folder: string;

function show(launched: LaunchedApp): void {
  run = launched;
  screens = screensOf(run.page);
  keysScreen = keysScreenOf(screens);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coze-mint-import-'));
  outside = await startOutsidePractice();
  show(await launchApp({ keychain: 'unlocked' }));
  await screens.go('keys');
});

afterAll(async () => {
  await run.close();
  await outside.practice.stop();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => screens.closeDialogs());

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function chooseFile(path: string): Promise<void> {
  await keysScreen.openImport();
  await run.answerFileDialog(path);
  const { importDialog } = keysScreen;
  await importDialog.getByRole('button', { name: screens.t.keys.import.choose, exact: true }).click();
}

async function saidToBePutRight(): Promise<readonly string[]> {
  const items = keysScreen.importDialog.getByRole('status').getByRole('listitem');
  await items.first().waitFor();
  return items.allInnerTexts();
}

const wordsFor = (...codes: readonly Normalisation[]) =>
  codes.map((code) => screens.t.keys.normalisations[code]);

async function cancel(): Promise<void> {
  const { importDialog } = keysScreen;
  await importDialog.getByRole('button', { name: screens.t.frame.cancel, exact: true }).click();
  await importDialog.waitFor({ state: 'detached' });
}

async function mintAndCount(): Promise<number> {
  await screens.go('mint');
  const before = await screens.tokens.count();
  await screens.mintButton.click();
  await expect.poll(() => screens.tokens.count()).toBe(before + 1);
  return before + 1;
}

test('a pasted PEM signs for an app, and both are still there after a restart', async () => {
  const app = makeThrowawayApp();
  outside.register(app);
  await keysScreen.paste(app.pem);
  await keysScreen.saveKey('private_key', app.kid);
  await keysScreen.createApp({ ...app, baseUrl: outside.url, keyLabel: 'private_key' });
  expect(await mintAndCount()).toBe(1);

  show(await run.restart());
  expect(await mintAndCount()).toBe(1);
  await screens.go('keys');
  await expect.poll(() => keysScreen.namesIn(keysScreen.apps)).toEqual([app.name]);
  await expect.poll(() => keysScreen.namesIn(keysScreen.keys)).toEqual(['private_key']);
  const accepted = outside.practice.log().filter((entry) => entry.status === 200);
  expect(accepted).toHaveLength(2);
});

test('a text that suffered on its way is read, and what was put right is said', async () => {
  const { pem } = makeThrowawayApp();
  await chooseFile(await fileOf('.env', `PRIVATE_KEY="${pem.trim().replaceAll('\n', '\\n')}"\r\n`));
  expect((await saidToBePutRight()).toSorted()).toEqual(
    wordsFor('crlf', 'literal-newlines', 'quotes', 'surrounding-text').toSorted(),
  );
  await cancel();
});

test('a file from the dialog is named after itself, and PKCS#1 is said to be converted', async () => {
  const { privateKey } = makeThrowawayApp();
  const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'der' });
  await chooseFile(await fileOf('demo channel.der', pkcs1));
  expect(await saidToBePutRight()).toEqual(wordsFor('pkcs1', 'der'));
  const label = keysScreen.importDialog.getByRole('textbox', { name: screens.t.keys.import.label });
  expect(await label.inputValue()).toBe('demo channel');
  await cancel();
});

test('a file dialog that is closed leaves everything as it was', async () => {
  await keysScreen.openImport();
  await keysScreen.pasteField.fill('half a ke');
  await run.answerFileDialog(null);
  await keysScreen.importDialog
    .getByRole('button', { name: screens.t.keys.import.choose, exact: true })
    .click();
  expect(await keysScreen.pasteField.inputValue()).toBe('half a ke');
  expect(await keysScreen.importDialog.getByRole('alert').count()).toBe(0);
  await cancel();
});

test('a file is dropped anywhere on the screen', async () => {
  const { pem } = makeThrowawayApp();
  await dropFile(run.page, 'dropped.pem', pem);
  await keysScreen.saveKey('dropped');
  await expect.poll(() => keysScreen.namesIn(keysScreen.keys)).toContain('dropped');
});

test('a key that is there already is not stored twice', async () => {
  const { pem } = makeThrowawayApp();
  await keysScreen.paste(pem);
  await keysScreen.saveKey('first');
  await keysScreen.paste(pem);
  const { importDialog } = keysScreen;
  await importDialog.getByText(fill(screens.t.keys.import.duplicate, { label: 'first' })).waitFor();
  const save = importDialog.getByRole('button', { name: screens.t.keys.import.saveKeychain, exact: true });
  expect(await save.isDisabled()).toBe(true);
  await cancel();
});

test('app ID and kid in each other’s place are noticed and change places by one button', async () => {
  const { clientId, kid, pem } = makeThrowawayApp();
  const { t, main } = screens;
  await keysScreen.paste(pem);
  await keysScreen.saveKey('swapped');
  await keysScreen.openNewApp();
  await keysScreen.attachKey('swapped');
  const idField = keysScreen.field(t.keys.form.clientId);
  const kidField = keysScreen.field('kid');
  await idField.fill(kid);
  await kidField.fill(clientId);
  await main.getByText(t.keys.findings['app-id-is-kid'], { exact: true }).waitFor();
  await main.getByText(t.keys.findings['kid-is-app-id'], { exact: true }).waitFor();
  await main.getByRole('button', { name: t.keys.findings.swap, exact: true }).click();
  expect(await idField.inputValue()).toBe(clientId);
  expect(await kidField.inputValue()).toBe(kid);
  expect(await main.getByText(t.keys.findings['app-id-is-kid'], { exact: true }).count()).toBe(0);
  await main.getByRole('button', { name: t.frame.cancel, exact: true }).click();
});

test('after a refusal the keyboard is still in the dialog, so that Escape closes it', async () => {
  const { importDialog } = keysScreen;
  await keysScreen.paste('my private key is in the other file');
  await importDialog.getByRole('alert').waitFor();
  const isInside = () => importDialog.evaluate((dialog) => dialog.contains(document.activeElement));
  await expect.poll(isInside).toBe(true);
  await run.page.keyboard.press('Escape');
  await importDialog.waitFor({ state: 'detached' });
});

describe('coze_oauth_config.json', () => {
  test.each([
    ['jwt', 'pasted'],
    ['server', 'chosen'],
  ] as const)('of client_type %s, %s, becomes an app that mints', async (clientType, way) => {
    const app = makeThrowawayApp();
    outside.register(app);
    const { t, main } = screens;
    const config = JSON.stringify({
      client_type: clientType,
      client_id: app.clientId,
      private_key: app.pem,
      public_key_id: app.kid,
      coze_www_base: outside.url,
      coze_api_base: outside.url,
    });
    await screens.go('keys');
    if (way === 'pasted') await keysScreen.paste(config);
    else await chooseFile(await fileOf('coze_oauth_config.json', config));
    await keysScreen.importDialog.getByText(t.keys.import.configFound, { exact: true }).waitFor();
    await keysScreen.saveKey(`${clientType} key`);
    expect(await keysScreen.field(t.keys.form.clientId).inputValue()).toBe(app.clientId);
    expect(await keysScreen.field(t.keys.form.baseUrl).inputValue()).toBe(outside.url);
    expect(await keysScreen.field('kid').inputValue()).toBe(app.kid);
    await keysScreen.field(t.keys.form.name).fill(app.name);
    await main.getByRole('button', { name: t.frame.save, exact: true }).click();
    await main.getByRole('heading', { name: app.name, exact: true }).waitFor();
    await mintAndCount();
    await screens.tokens.filter({ hasText: app.name }).waitFor();
  });
});

test('nothing went wrong in the page on the way', () => {
  expect(run.consoleErrors).toEqual([]);
});
