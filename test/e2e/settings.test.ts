import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from './launch.ts';
import { type Language, pick, type Screens, screensOf, startsWith } from './screens.ts';

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp();
  await look('en');
});
afterAll(() => run.close());

async function look(language: Language): Promise<void> {
  screens = screensOf(run.page, language);
  await screens.go('settings');
}

const radio = (group: string, name: string) =>
  screens.main
    .getByRole('radiogroup', { name: group, exact: true })
    .getByRole('radio', { name, exact: true });
const choice = (name: string) => screens.main.getByRole('button', { name: new RegExp(`${name}$`) });

test('language and theme change at once', async () => {
  const { t, page } = screens;
  await pick(radio(t.settings.theme, t.settings.themes.dark));
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await pick(radio(t.settings.language, t.settings.languages.zh));
  await page.getByRole('heading', { name: '设置', exact: true }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh');
  screens = screensOf(page, 'zh');
});

test('an own proxy is named by its address, and a wrong one is refused', async () => {
  const { t, main } = screens;
  await pick(radio(t.settings.proxy, t.settings.proxyKinds.own));
  const url = main.getByRole('textbox', { name: t.settings.proxyUrl, exact: true });
  const save = main.getByRole('button', { name: t.settings.saveProxy, exact: true });
  await url.fill('ftp://proxy.example');
  await save.click();
  await main.getByRole('alert').waitFor();
  await url.fill('http://proxy.example:3128');
  await save.click();
  await main
    .getByText(/proxy\.example:3128/)
    .first()
    .waitFor();
  await expect.poll(() => main.getByRole('alert').count()).toBe(0);
});

test('the history has a size of its own', async () => {
  const { t, main, page } = screens;
  const { historyEntries, historyCounts, historySize, historySizes } = t.settings;
  await choice(historyEntries).click();
  await page.getByRole('option', { name: historyCounts['200'], exact: true }).click();
  await choice(historySize).click();
  await page.getByRole('option', { name: historySizes['64'], exact: true }).click();
  await main.getByRole('button', { name: startsWith(historyCounts['200']) }).waitFor();
});

test('all of it is kept after a restart', async () => {
  run = await run.restart();
  await look('zh');
  const { t, main, page } = screens;
  const { historyCounts, historySizes } = t.settings;
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(await radio(t.settings.theme, t.settings.themes.dark).isChecked()).toBe(true);
  expect(await radio(t.settings.proxy, t.settings.proxyKinds.own).isChecked()).toBe(true);
  const url = main.getByRole('textbox', { name: t.settings.proxyUrl, exact: true });
  expect(await url.inputValue()).toBe('http://proxy.example:3128');
  await main.getByRole('button', { name: startsWith(historyCounts['200']) }).waitFor();
  await main.getByRole('button', { name: startsWith(historySizes['64']) }).waitFor();
  expect(run.consoleErrors).toEqual([]);
});
