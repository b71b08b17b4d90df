import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callBridge, callForValue } from './call-bridge.ts';
import { patience, type Screens, screensOf, startsWith } from './screens.ts';
import { launchServe, type ServedApp } from './serve-launch.ts';
import { makeThrowawayApp } from './throwaway-app.ts';

const clipboardText = (served: ServedApp) => served.page.evaluate(() => navigator.clipboard.readText());

describe.each([
  ['en', 'light'],
  ['zh', 'dark'],
] as const)('in a browser, %s and %s', (language, colours) => {
  let served: ServedApp;
  let screens: Screens;

  beforeAll(async () => {
    served = await launchServe({ language, colours, keychain: 'unlocked' });
    screens = screensOf(served.page, language);
  });
  afterAll(() => served.close());

  test('the link opens the screens, in the browser’s language and colours, and leaves the address', async () => {
    const { main, t, page } = screens;
    await main.getByRole('heading', { name: t.mint.welcome.title, exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(page.url()).toBe(`${served.origin}/`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(served.terminal()).toContain('A browser has used a link.');
  });

  test('a token is minted with practice Coze', async () => {
    await screens.tryPractice();
    expect(await screens.tokens.count()).toBe(1);
    expect(await screens.secondsLeft()).toBeGreaterThan(880);
  });

  test('a token is copied by the page, and leaves the clipboard when its time has come', async () => {
    const { page, t } = screens;
    await page.bringToFront();
    await callForValue(page, 'settings.change', { clipboardSeconds: 1 });
    const copy = t.mint.token.copyToken;
    await screens.tokens.first().getByRole('button', { name: copy, exact: true }).click();
    await expect.poll(() => clipboardText(served), patience).toMatch(/^czs_/);
    await expect.poll(() => clipboardText(served), patience).toBe('');
    await callForValue(page, 'settings.change', { clipboardSeconds: 60 });
  });

  test('everything is there again when the page is loaded again', async () => {
    await served.page.reload();
    await expect.poll(screens.secondsLeft, patience).toBeGreaterThan(800);
    expect(await screens.tokens.count()).toBe(1);
  });

  test('a lost connection is said, and healed without losing what stands on the screen', async () => {
    const { page, t } = screens;
    await screens.go('jwt');
    const editor = page.getByRole('main').getByRole('textbox').first();
    await editor.click();
    await page.keyboard.insertText('a.b.c');
    served.line.cut();
    const lost = page.getByRole('dialog', { name: t.connection.lost.title, exact: true });
    await lost.waitFor();
    const meanwhile = callBridge(page, 'settings.change', { theme: 'dark' });
    served.line.mend();
    await lost.waitFor({ state: 'detached' });
    expect(await meanwhile).toMatchObject({ ok: true });
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(await editor.innerText()).toContain('a.b.c');
    await screens.go('mint');
    await screens.mintButton.click();
    await expect.poll(() => screens.tokens.count(), patience).toBe(2);
  });

  test('a second browser needs a link of its own', async () => {
    const { t } = screens;
    const stranger = await served.openBrowser(served.origin);
    await stranger.page.getByRole('dialog', { name: t.connection.noSession.title, exact: true }).waitFor();
    const link = await served.nextLink();
    await stranger.page.goto(link);
    const theirs = screensOf(stranger.page, language);
    await expect.poll(() => theirs.tokens.count(), patience).toBe(2);
    const thief = await served.openBrowser(link);
    await thief.page.getByRole('dialog', { name: t.connection.linkUsed.title, exact: true }).waitFor();
    await Promise.all([stranger.context.close(), thief.context.close()]);
  });

  test('settings give out a link, and say what a browser does otherwise', async () => {
    const { page, t } = screens;
    await screens.go('settings');
    await page.getByText(t.connection.noticesHint, { exact: true }).waitFor();
    await page.getByText(t.connection.clipboardHint, { exact: true }).waitFor();
    await page.getByRole('button', { name: t.connection.makeLink, exact: true }).click();
    const link = await page.getByText(startsWith(`${served.origin}/#`)).innerText();
    const other = await served.openBrowser(link);
    await screensOf(other.page, language).tokens.first().waitFor();
    await other.context.close();
  });

  test('a key is read from a file that the browser lets the person choose', async () => {
    const file = join(served.userData, '..', 'chosen.pem');
    await writeFile(file, makeThrowawayApp().pem);
    served.answerFileDialog(file);
    const answer = await callBridge(served.page, 'import.pick', null);
    expect(answer).toMatchObject({ ok: true, value: { kind: 'key', draft: { fileName: 'chosen.pem' } } });
  });

  test('nothing went wrong in the page on the way, but for the line that was cut', () => {
    const others = served.consoleErrors.filter((text) => !text.includes('net::ERR_'));
    expect(others).toEqual([]);
  });

  test('ends cleanly with its terminal, and the page says so', async () => {
    expect(await served.end('SIGHUP')).toBe(0);
    const { ended } = screens.t.connection;
    await served.page.getByRole('dialog', { name: ended.title, exact: true }).waitFor();
  });
});
