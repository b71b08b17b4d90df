import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type KeysScreen, keysScreenOf } from './keys-screen.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, type Screens, screensOf } from './screens.ts';
import { makeThrowawayApp, type OutsidePractice, startOutsidePractice } from './throwaway-app.ts';

let run: LaunchedApp;
let screens: Screens;
let keysScreen: KeysScreen;
let outside: OutsidePractice;
const demo = makeThrowawayApp();

beforeAll(async () => {
  outside = await startOutsidePractice();
  outside.register(demo);
  run = await launchApp({ keychain: 'unlocked' });
  screens = screensOf(run.page);
  keysScreen = keysScreenOf(screens);
  await screens.go('keys');
  await keysScreen.paste(demo.pem);
  await keysScreen.saveKey('main key', demo.kid);
  await keysScreen.createApp({ ...demo, baseUrl: outside.url, keyLabel: 'main key' });
});

afterEach(() => screens.closeDialogs());

afterAll(async () => {
  await run.close();
  await outside.practice.stop();
});

const button = (name: string) => screens.main.getByRole('button', { name, exact: true });

async function undo(words: string): Promise<void> {
  const { page, t } = screens;
  const notice = page.getByRole('region', { name: t.frame.notifications, exact: true });
  await notice.getByText(words, { exact: true }).waitFor();
  await notice.getByRole('button', { name: t.frame.undo, exact: true }).click();
}

async function expectMint(): Promise<void> {
  await screens.go('mint');
  const before = await screens.tokens.count();
  await screens.mintButton.click();
  await expect.poll(() => screens.tokens.count()).toBe(before + 1);
  await screens.go('keys');
}

const appNames = () => keysScreen.namesIn(keysScreen.apps);
const keyNames = () => keysScreen.namesIn(keysScreen.keys);

test('an app is not saved without name and ID, and what is missing is said', async () => {
  const { t, main } = screens;
  await keysScreen.openNewApp();
  await button(t.frame.save).click();
  await main.getByText(t.keys.form.nameNeeded, { exact: true }).waitFor();
  await main.getByText(t.keys.form.clientIdNeeded, { exact: true }).waitFor();
  await button(t.frame.cancel).click();
  expect(await appNames()).toEqual([demo.name]);
});

test('an app is renamed, and the new name stands everywhere', async () => {
  const { t, page } = screens;
  await keysScreen.chooseApp(demo.name);
  await keysScreen.field(t.keys.form.name).fill('Demo renamed');
  await keysScreen.save();
  await expect.poll(appNames).toEqual(['Demo renamed']);
  await page.getByRole('button', { name: new RegExp(`^${t.frame.switcher} Demo renamed`) }).waitFor();
});

test('unsaved changes survive a look at another screen, and can be thrown away', async () => {
  const { t } = screens;
  await keysScreen.chooseApp('Demo renamed');
  const name = keysScreen.field(t.keys.form.name);
  await name.fill('Half a na');
  await screens.go('mint');
  await screens.go('keys');
  expect(await name.inputValue()).toBe('Half a na');
  await button(t.keys.form.discard).click();
  expect(await name.inputValue()).toBe('Demo renamed');
  expect(await button(t.frame.save).isDisabled()).toBe(true);
});

test('a deleted app comes back with its key when the deletion is undone', async () => {
  const { t } = screens;
  await keysScreen.chooseApp('Demo renamed');
  await keysScreen.delete(fill(t.keys.deleteApp.title, { name: 'Demo renamed' }));
  await expect.poll(appNames).toEqual([]);
  await undo(fill(t.keys.deletedApp, { name: 'Demo renamed' }));
  await expect.poll(appNames).toEqual(['Demo renamed']);
  await expectMint();
});

describe('a key', () => {
  test('is renamed', async () => {
    const { t } = screens;
    await keysScreen.chooseKey('main key');
    await keysScreen.field(t.keys.detail.label).fill('prod-2026');
    await keysScreen.save();
    await expect.poll(keyNames).toEqual(['prod-2026']);
  });

  test('that is deleted is said to be missed by its app, cannot sign, and signs again after undo', async () => {
    const { t, page, main } = screens;
    await keysScreen.chooseKey('prod-2026');
    await button(t.frame.delete).click();
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await dialog.getByText(fill(t.keys.deleteKey.usedBy, { names: 'Demo renamed' })).waitFor();
    await dialog.getByRole('button', { name: t.frame.delete, exact: true }).click();
    await expect.poll(keyNames).toEqual([]);
    await screens.go('mint');
    await main.getByRole('status').filter({ hasText: t.mint.noKey }).waitFor();
    await undo(fill(t.keys.deletedKey, { label: 'prod-2026' }));
    await screens.go('keys');
    await expect.poll(keyNames).toEqual(['prod-2026']);
    await expectMint();
  });

  test('is one of three at most, and the chosen one signs', async () => {
    const { t, main } = screens;
    const spare = [makeThrowawayApp(), makeThrowawayApp()];
    for (const [index, { pem, kid }] of spare.entries()) {
      await keysScreen.paste(pem);
      await keysScreen.saveKey(`spare ${index + 1}`, kid);
    }
    await keysScreen.chooseApp('Demo renamed');
    await keysScreen.attachKey('spare 1');
    expect(await button(t.keys.form.addKey).count()).toBe(1);
    await keysScreen.attachKey('spare 2');
    expect(await button(t.keys.form.addKey).count()).toBe(0);
    await main.getByRole('radio', { name: `${t.keys.form.inUse}: spare 2`, exact: true }).check();
    await keysScreen.save();
    await screens.go('mint');
    await screens.mintButton.click();
    await main.getByRole('alert').filter({ hasText: 'kid not been registred' }).waitFor();
    await screens.go('keys');
    const first = main.getByRole('radio', { name: `${t.keys.form.inUse}: prod-2026`, exact: true });
    await first.check();
    await keysScreen.save();
    await expectMint();
  });
});

test('apps change places by the keyboard alone, and stay so after a restart', async () => {
  const { t, page } = screens;
  const second = makeThrowawayApp();
  await keysScreen.createApp({ ...second, name: 'Second', baseUrl: outside.url, keyLabel: 'spare 1' });
  await expect.poll(appNames).toEqual(['Demo renamed', 'Second']);
  const row = keysScreen.apps.getByRole('row', { name: 'Second', exact: true });
  const handle = row.getByRole('button', { name: fill(t.keys.dragHandle, { name: 'Second' }) });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await handle.press('Enter');
  await expect.poll(focused).toBe('Insert after Second');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe('Insert before Demo renamed');
  await page.keyboard.press('Enter');
  await expect.poll(appNames).toEqual(['Second', 'Demo renamed']);
  run = await run.restart();
  screens = screensOf(run.page);
  keysScreen = keysScreenOf(screens);
  await screens.go('keys');
  await expect.poll(appNames).toEqual(['Second', 'Demo renamed']);
  expect(run.consoleErrors).toEqual([]);
});
