import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { world } from '../../electron/practice/world.ts';
import type { Snapshot } from '../../shared/bridge.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, pick, retype, type Screens, screensOf, startsWith } from './screens.ts';

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp({ keychain: 'unlocked' });
  screens = screensOf(run.page);
});
afterAll(() => run.close());

const field = (name: string) => screens.main.getByRole('textbox', { name, exact: true });
const button = (name: string) => screens.page.getByRole('button', { name, exact: true });
const json = () => field(screens.t.scope.json);
const option = (name: string) => screens.main.getByRole('option', { name: startsWith(`${name} `) });
const chips = () => screens.main.getByRole('grid', { name: screens.t.scope.bots, exact: true });
const chip = (id: string) => chips().getByRole('row', { name: id });
const undo = () => screens.page.keyboard.press('ControlOrMeta+z');

async function textOf(editor: Locator): Promise<string> {
  const lines = await editor.locator('.cm-line:not(:has(.cm-placeholder))').allInnerTexts();
  return lines.map((line) => line.replaceAll('\u00a0', ' ').replace(/\n$/, '')).join('\n');
}

async function scope(): Promise<Record<string, unknown>> {
  return JSON.parse(await textOf(json())) as Record<string, unknown>;
}

async function paste(into: Locator, text: string): Promise<void> {
  await into.focus();
  await into.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function chooseFromMenu(entry: string): Promise<void> {
  await button(screens.t.scope.presets.actions).click();
  await screens.page.getByRole('menuitem', { name: entry, exact: true }).click();
}

async function presets(): Promise<readonly { readonly name: string; readonly scope: string }[]> {
  const { profile } = (await callForValue(screens.page, 'app.snapshot', null)) as Snapshot;
  return profile.apps[0]?.scopes ?? [];
}

const documented = {
  account_permission: { permission_list: ['Connector.botChat'] },
  attribute_constraint: {
    connector_bot_chat_attribute: { bot_id_list: ['7342866812345678901', '7342866812345678902'] },
  },
};

test('without an app it says what a scope is for, and leads to one', async () => {
  const { t, main } = screens;
  await screens.go('scope');
  await main.getByText(t.scope.noApp, { exact: true }).waitFor();
  expect(await button(t.scope.addApp).count()).toBe(1);
  await screens.go('mint');
  await screens.tryPractice();
  await screens.go('scope');
  await main.getByText(t.scope.none, { exact: true }).waitFor();
});

test('a permission is found by the endpoint that it is for, and goes into the JSON', async () => {
  const { t, main, page } = screens;
  await main
    .getByRole('searchbox', { name: t.scope.search, exact: true })
    .fill('POST https://api.coze.cn/v3/chat');
  await expect
    .poll(() => main.getByRole('listbox', { name: t.scope.permissions }).getByRole('option').count())
    .toBe(2);
  await option('Connector.botChat').click();
  await expect.poll(scope).toEqual({ account_permission: { permission_list: ['Connector.botChat'] } });
  await main.getByRole('searchbox', { name: t.scope.search, exact: true }).fill('');
  await page.keyboard.press('Tab');
});

test('a pasted list of ids becomes chips, each once, and leaves by the keyboard', async () => {
  const { t, main, page } = screens;
  const [one, two] = documented.attribute_constraint.connector_bot_chat_attribute.bot_id_list;
  await paste(field(t.scope.addBots), `["${one}", ${two}]\n`);
  await paste(field(t.scope.addBots), `${two}；${one}，bot_x`);
  await expect.poll(() => chips().getByRole('row').count()).toBe(3);
  const outcome = [
    fill(t.scope.added_one, { count: 1 }),
    fill(t.scope.ofThemOdd_one, { count: 1 }),
    fill(t.scope.alreadyThere_other, { count: 2 }),
  ];
  await main.getByText(outcome.join(t.scope.outcomeGap), { exact: true }).waitFor();
  await chip('bot_x').focus();
  await page.keyboard.press('Delete');
  await expect.poll(scope).toEqual(documented);
  await main.getByText(t.scope.fine, { exact: true }).waitFor();
});

test('below stands what it may call, and what no source tells', async () => {
  const { t, main } = screens;
  const calls = main.getByRole('region', { name: t.scope.calls.title, exact: true });
  await calls.getByRole('searchbox').fill('/v3/chat');
  const chat = calls.getByRole('option', { name: /chat/i }).first();
  expect(await chat.innerText()).toContain(fill(t.scope.calls.needs, { list: 'Connector.botChat' }));
  expect(await chat.innerText()).toContain(fill(t.scope.calls.bots_other, { count: 2 }));
  await calls.getByRole('searchbox').fill('');
  await pick(calls.getByRole('radio', { name: startsWith(t.scope.calls.kinds.refused) }));
  await expect.poll(() => calls.getByRole('option').count()).toBe(12);
});

test('the form follows the JSON and keeps what it does not know, digit by digit', async () => {
  await retype(json(), '{"x":[7342866812345678901],"account_permission":{"permission_list":["chat"]}}');
  await expect.poll(() => option('chat').getAttribute('aria-selected')).toBe('true');
  await option('listBot').click();
  await expect
    .poll(() => textOf(json()))
    .toBe('{"x":[7342866812345678901],"account_permission":{"permission_list":["chat", "listBot"]}}');
});

test('an error in the JSON loses nothing of the form, and undo goes back over both', async () => {
  const { t, main, page } = screens;
  await json().focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(',');
  await main.getByText(t.scope.locked, { exact: true }).waitFor();
  expect(await option('listBot').getAttribute('aria-selected')).toBe('true');
  expect(await option('listBot').getAttribute('aria-disabled')).toBe('true');
  await undo();
  await expect.poll(() => option('listBot').getAttribute('aria-disabled')).toBeNull();
  await undo();
  await expect.poll(() => option('listBot').getAttribute('aria-selected')).toBe('false');
  await option('edit').focus();
  await undo();
  await expect.poll(scope).toEqual(documented);
});

test('numbers among the ids are put right with every digit', async () => {
  const { t, main } = screens;
  await retype(json(), JSON.stringify(documented).replaceAll(/"(\d{19})"/g, '$1'));
  await main.getByRole('button', { name: t.scope.fix['to-text'], exact: true }).click();
  await expect.poll(scope).toEqual(documented);
});

test('of a request body that was pasted whole, the scope is taken out', async () => {
  const { t, main } = screens;
  await retype(json(), JSON.stringify({ duration_seconds: 900, scope: documented }));
  await main.getByRole('button', { name: t.scope.fix.unwrap, exact: true }).click();
  await expect.poll(scope).toEqual(documented);
});

test('an icon of a permission says what it means under the pointer', async () => {
  const { t, page } = screens;
  await option('listBot').getByRole('img', { name: t.scope.unverified, exact: true }).hover();
  await page.getByRole('tooltip').filter({ hasText: t.scope.unverified }).waitFor();
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
});

test('a scope is kept under a name, and minted with by that name', async () => {
  const { t, main, page } = screens;
  await button(t.scope.presets.saveAs).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t.scope.presets.name, exact: true }).fill('两个智能体');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await button(t.scope.mint).click();
  await main.getByRole('button', { name: /两个智能体/ }).waitFor();
  await screens.mintButton.click();
  await expect.poll(() => screens.tokens.count()).toBe(2);
  const { tokens, profile } = (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  expect(tokens.map(({ options }) => options.scope)).toContainEqual(documented);
  expect(profile.apps[0]?.defaults.scope).toEqual(documented);
});

test('names of agents are shown when the console has seen them', async () => {
  const { t, main, page } = screens;
  const { profile } = (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  const [app] = profile.apps;
  if (app === undefined) throw new Error('There is no app.');
  // Without a scope, so that the token may list the agents.
  await callForValue(page, 'tokens.mint', { appId: app.id, options: { ...app.defaults, scope: null } });
  await screens.go('console');
  await screens.chooseEndpoint('bots_list_draft_published');
  await field('workspace_id').fill(world.workspaceId);
  await screens.send(200);
  await screens.go('scope');
  const [bot] = world.bots;
  await field(t.scope.addBots).fill(bot.id);
  await page.keyboard.press('Enter');
  await chip(bot.name).waitFor();
  await chip(bot.name).getByRole('button').click();
  await expect.poll(scope).toEqual(documented);
  expect(await main.getByText(bot.name).count()).toBe(0);
});

test('presets are renamed, duplicated, compared, deleted, and brought back', async () => {
  const { t, page } = screens;
  await screens.go('scope');
  await chooseFromMenu(t.scope.presets.rename);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t.scope.presets.name, exact: true }).fill('Two');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await presets()).map(({ name }) => name)).toEqual(['Two']);
  await chooseFromMenu(t.scope.presets.duplicate);
  const copy = fill(t.scope.presets.copyOf, { name: 'Two' });
  await expect.poll(async () => (await presets()).map(({ name }) => name)).toEqual(['Two', copy]);
  await option('listBot').click();
  await button(t.scope.presets.save).click();
  await expect.poll(async () => (await presets())[1]?.scope).toContain('listBot');
  await chooseFromMenu(t.scope.presets.compare);
  await dialog.getByText(t.scope.diff.same, { exact: true }).waitFor();
  await dialog.getByRole('button', { name: startsWith(copy) }).click();
  await page.getByRole('option', { name: 'Two', exact: true }).click();
  await dialog.getByRole('cell', { name: 'listBot', exact: true }).waitFor();
  await dialog.getByRole('button', { name: t.frame.close, exact: true }).click();
  await chooseFromMenu(t.scope.presets.delete);
  await expect.poll(async () => (await presets()).length).toBe(1);
  await page
    .getByRole('region', { name: t.frame.notifications })
    .getByRole('button', { name: t.frame.undo })
    .click();
  await expect.poll(async () => (await presets()).map(({ name }) => name)).toEqual(['Two', copy]);
});

test('it says so where a scope has no effect', async () => {
  const { t, page, main } = screens;
  const { profile } = (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  const [app] = profile.apps;
  if (app === undefined) throw new Error('There is no app.');
  const { id, ...fields } = app;
  await callForValue(page, 'apps.save', { id, fields: { ...fields, variant: { kind: 'developer' } } });
  await main
    .getByText(startsWith(fill(t.scope.noEffect, { name: app.name, variant: '' }).slice(0, 40)))
    .waitFor();
  await callForValue(page, 'apps.save', { id, fields });
});

test('presets are there after a restart, and the mint form has the one that was used', async () => {
  run = await run.restart();
  screens = screensOf(run.page);
  const { main, t } = screens;
  await expect.poll(async () => (await presets()).length).toBe(2);
  await main.getByRole('button', { name: startsWith('Two') }).waitFor();
  await screens.go('scope');
  await expect.poll(scope).toEqual(documented);
  await main.getByText(t.scope.fine, { exact: true }).waitFor();
});
