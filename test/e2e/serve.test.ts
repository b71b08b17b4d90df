import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../shared/bridge.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { callBridge, callForValue } from './call-bridge.ts';
import { keepWriting } from './keep-writing.ts';
import { type Screens, screensOf, startsWith } from './screens.ts';
import { launchServe, type ServedApp } from './serve-launch.ts';

const language = 'zh';

let served: ServedApp;
let screens: Screens;

beforeAll(async () => {
  served = await launchServe({ language, colours: 'dark', keychain: 'unlocked' });
  screens = screensOf(served.page, language);
});
afterAll(() => served.close());

test('the link opens the screens, and leaves the address', async () => {
  const { page } = screens;
  await screens.tryPractice();
  expect(page.url()).toBe(`${served.origin}/`);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(served.terminal()).toContain('A browser has used a link.');
});

test('a token is copied by the page, and leaves the clipboard when its time has come', async () => {
  const { page, t } = screens;
  await page.bringToFront();
  await callForValue(page, 'settings.change', { clipboardSeconds: 1 });
  const copy = t.mint.token.copyToken;
  await screens.tokens.first().getByRole('button', { name: copy, exact: true }).click();
  await expect.poll(served.readClipboard).toMatch(/^czs_/);
  await expect.poll(served.readClipboard).toBe('');
  await callForValue(page, 'settings.change', { clipboardSeconds: 60 });
});

test('a token that ends soon is announced on the page, and renewed from there', async () => {
  const { page, t } = screens;
  const snapshot = async () => (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  const [app] = (await snapshot()).profile.apps;
  if (app === undefined) throw new Error('Practice Coze has set up no app.');
  await callForValue(page, 'settings.change', { notifyBeforeSeconds: [6] });
  const options = { ...app.defaults, durationSeconds: 12 };
  const { id } = (await callForValue(page, 'tokens.mint', { appId: app.id, options })) as AccessToken;
  const notices = page.getByRole('region', { name: t.frame.notifications, exact: true });
  await notices.getByText(app.name).waitFor();
  await notices.getByRole('button', { name: startsWith(t.mint.token.renew) }).click();
  await expect.poll(async () => (await snapshot()).tokens[0]?.replaces).toBe(id);
  const [renewed] = (await snapshot()).tokens;
  for (const tokenId of [id, renewed?.id ?? '']) await callForValue(page, 'tokens.forget', { tokenId });
  await callForValue(page, 'settings.change', { notifyBeforeSeconds: [120, 30] });
});

test('everything is there again when the page is loaded again', async () => {
  await served.page.reload();
  await expect.poll(screens.secondsLeft).toBeGreaterThan(800);
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
  await expect.poll(() => screens.tokens.count()).toBe(2);
});

test('a second browser needs a link of its own', async () => {
  const { t } = screens;
  const stranger = await served.openBrowser(served.origin);
  await stranger.page.getByRole('dialog', { name: t.connection.noSession.title, exact: true }).waitFor();
  const link = await served.nextLink();
  await stranger.page.goto(link);
  const theirs = screensOf(stranger.page, language);
  await expect.poll(() => theirs.tokens.count()).toBe(2);
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

test('nothing went wrong in the page on the way, but for the line that was cut', () => {
  const others = served.consoleErrors.filter((text) => !text.includes('net::ERR_'));
  expect(others).toEqual([]);
});

test('ends cleanly with its terminal, also in the middle of writing, and the page says so', async () => {
  await keepWriting(served);
  expect(await served.end('SIGHUP')).toBe(0);
  const { ended } = screens.t.connection;
  await served.page.getByRole('dialog', { name: ended.title, exact: true }).waitFor();
});
