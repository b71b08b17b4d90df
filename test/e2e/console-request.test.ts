import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { world } from '../../electron/practice/world.ts';
import { curlTextsEn } from '../../shared/i18n/curl-texts.en.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { type RequestTabs, requestTabsOf } from './request-tabs.ts';
import { fill, retype, type Screens, screensOf, startsWith } from './screens.ts';

let run: LaunchedApp;
let screens: Screens;
let tabs: RequestTabs;

beforeAll(async () => {
  run = await launchApp({ keychain: 'unlocked' });
  screens = screensOf(run.page);
  tabs = requestTabsOf(run, screens);
  await screens.tryPractice();
  await screens.go('console');
});
afterAll(() => run.close());
beforeEach(() => screens.closeDialogs());

const press = (keys: string) => screens.page.keyboard.press(keys);
const box = (name: string): Locator => screens.main.getByRole('textbox', { name, exact: true });
const json = () => box(screens.t.console.body);
const address = () => box(screens.t.request.address);
const sendButton = () => screens.main.getByRole('button', { name: startsWith(screens.t.console.send) });
const openTabs = () =>
  screens.main
    .getByRole('tablist', { name: screens.t.request.tabs.label, exact: true })
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => tab.textContent));

async function textOf(editor: Locator): Promise<string> {
  const lines = await editor.locator('.cm-line').allInnerTexts();
  return lines.map((line) => line.replaceAll('\u00a0', ' ').replace(/\n$/, '')).join('\n');
}

async function paste(into: Locator, text: string): Promise<void> {
  await into.focus();
  await into.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('the palette opens an endpoint by its name in either language', async () => {
  const { page, t } = screens;
  await press('Control+k');
  await page.getByRole('dialog', { name: t.palette.title, exact: true }).waitFor();
  await page.keyboard.insertText('发起对话');
  await page.getByRole('option', { name: startsWith('Start chat (v3)') }).waitFor();
  await press('Enter');
  await page.getByRole('region', { name: 'Start chat (v3)', exact: true }).waitFor();
  expect(await openTabs()).toEqual(['POST Start chat (v3)']);
});

test('form and JSON follow each other; a broken JSON takes nothing away, and undo takes it back', async () => {
  const { t, main } = screens;
  const bot = box('bot_id');
  await bot.fill(world.botIds[0]);
  await expect.poll(() => textOf(json())).toContain(`"bot_id": "${world.botIds[0]}"`);
  await retype(json(), '{"bot_id": 7342866812345678901, "more": {"k": 1.10}, "n": {{count}}}');
  await expect.poll(() => bot.inputValue()).toBe('7342866812345678901');
  await main.getByText(/more, n$/).waitFor();
  await box('user_id').fill('u-1');
  expect(await textOf(json())).toContain('"more": {"k": 1.10}, "n": {{count}}');
  await box('shortcut_command').or(box('extra_params')).first().fill('{"latitude": ');
  await main.getByText(t.request.notObject, { exact: true }).waitFor();
  await main.getByText(t.request.obstacles['field-refused'].replace('{{names}}', '')).waitFor();
  expect(await sendButton().getAttribute('aria-disabled')).toBe('true');
  await press('Control+z');
  await expect.poll(() => main.getByText(t.request.notObject, { exact: true }).count()).toBe(0);
  await box('shortcut_command').or(box('extra_params')).first().fill('{"latitude": ');
  await main.getByText(t.request.notObject, { exact: true }).waitFor();
  await json().press('Control+End');
  await json().press('Enter');
  await expect.poll(() => main.getByText(t.request.notObject, { exact: true }).count()).toBe(0);
  await json().press('Control+End');
  await json().press('x');
  await main.getByText(t.request.formLocked, { exact: false }).waitFor();
  expect(await bot.inputValue()).toBe('7342866812345678901');
  await json().press('Control+z');
  await expect.poll(() => main.getByText(t.request.formLocked, { exact: false }).count()).toBe(0);
});

test('the keyboard goes from the search for endpoints into the tree', async () => {
  const { page, main, t } = screens;
  await main.getByRole('searchbox', { name: t.console.search, exact: true }).focus();
  await press('ArrowDown');
  const row = page.locator('[role=treegrid] [role=row]:focus');
  await row.waitFor();
  expect(await row.getAttribute('aria-level')).toBe('1');
});

test('a pasted curl command becomes the request, its token left out; it is sent from the keyboard', async () => {
  const { page, t, answer } = screens;
  await tabs.openNew();
  const body = JSON.stringify({
    bot_id: world.botIds[0],
    user_id: 'u-1',
    stream: false,
    additional_messages: [],
  });
  const token = 'czs_RQOhsc7vmUzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';
  await paste(
    address(),
    `curl -X POST 'https://api.coze.cn/v3/chat' -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${body}'`,
  );
  await page.getByRole('region', { name: 'Start chat (v3)', exact: true }).waitFor();
  await expect.poll(() => textOf(json())).toContain(world.botIds[0]);
  await press('Control+Enter');
  await expect.poll(() => answer.getByRole('status').first().innerText()).toContain('200');
  expect(await page.content()).not.toContain(token);
  await page.getByRole('button', { name: t.request.actions, exact: true }).click();
  await page.getByRole('menuitem', { name: t.request.copyAs.title, exact: true }).click();
  const code = page.getByRole('textbox', { name: t.request.copyAs.dialog, exact: true });
  await expect.poll(() => textOf(code)).toContain('from cozepy import');
});

test('of a pasted command nothing is lost without a word', async () => {
  const { page, main, t } = screens;
  await tabs.openNew();
  await paste(address(), "curl http://127.0.0.1:9/a -d '[1]'");
  const notes = page.getByRole('region', { name: t.frame.notifications, exact: true });
  await notes.getByText(curlTextsEn['curl.json-sent-as-form']).waitFor();
  await notes.getByText(t.request.curl.laidOut).waitFor();
  expect(await address().inputValue()).toBe('http://127.0.0.1:9/a');
  await paste(address(), 'curl http://127.0.0.1:9/b -d a=1 --next http://127.0.0.1:9/c');
  const dialog = page.getByRole('dialog', { name: t.request.curl.title, exact: true });
  await dialog.getByText(curlTextsEn['curl.other-command']).waitFor();
  expect(await main.getByText('127.0.0.1:9/b').count()).toBe(0);
});

test('code that a language cannot have says why', async () => {
  const { page, t } = screens;
  await tabs.openNew();
  await paste(address(), "curl -X GET http://127.0.0.1:9/a -H 'Content-Type: application/json' -d '{}'");
  await expect.poll(() => address().inputValue()).toBe('http://127.0.0.1:9/a');
  await page.getByRole('button', { name: t.request.actions, exact: true }).click();
  await page.getByRole('menuitem', { name: t.request.copyAs.title, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t.request.copyAs.dialog, exact: true });
  await dialog.getByText(t.request.copyAs.languages.node, { exact: true }).click();
  await dialog.getByText(t.request.copyAs.impossible['get-with-body'], { exact: true }).waitFor();
  await dialog.getByText(t.request.copyAs.languages.go, { exact: true }).click();
  await expect
    .poll(() => dialog.getByText(t.request.copyAs.impossible['get-with-body'], { exact: true }).count())
    .toBe(0);
});

test('only a request for a stream is said to stream, and only its refusal is JSON in place of one', async () => {
  const { page, main, t, answer } = screens;
  await tabs.openNew();
  const chat = (stream: boolean) =>
    `curl -X POST https://api.coze.cn/v3/chat -H 'Content-Type: application/json' -d '{"bot_id":"1","user_id":"u","stream":${stream}}'`;
  const notStream = answer.getByText(t.answer.notStream, { exact: true });
  const streams = main.getByText(t.request.stream, { exact: true });
  await paste(address(), chat(true));
  await streams.waitFor();
  await press('Control+Enter');
  await notStream.waitFor();
  await retype(json(), '{"bot_id":"1","user_id":"u","stream":false}');
  await expect.poll(() => streams.count()).toBe(0);
  await press('Control+Enter');
  await expect.poll(() => notStream.count()).toBe(0);
  await expect.poll(() => answer.getAttribute('aria-busy')).toBe('false');
  expect(await notStream.count()).toBe(0);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('variables fill a request in; those without a value are told before it is sent', async () => {
  const { page, main, t } = screens;
  await tabs.openNew();
  await address().fill('/v1/bots/{{bot}}');
  await main.getByText(t.request.obstacles['variables-unresolved'].replace('{{names}}', 'bot')).waitFor();
  expect(await sendButton().getAttribute('aria-disabled')).toBe('true');
  const variables = [{ name: 'bot', value: world.botIds[1], secret: false }];
  await callForValue(page, 'variables.save', { set: { id: 's1', name: 'Mine', variables }, secrets: [] });
  const { none, label } = t.request.variables;
  await main.getByRole('button', { name: `${none} ${label}`, exact: true }).click();
  await page.getByRole('option', { name: 'Mine', exact: true }).click();
  await screens.send(200);
});

test('a file falls onto its place in the form and is uploaded', async () => {
  const { page, t } = screens;
  await screens.chooseEndpoint('upload_files');
  const place = page.getByRole('group', {
    name: t.request.file.label.replace('{{name}}', 'file'),
    exact: true,
  });
  await place.evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['hello'], 'hello.txt', { type: 'text/plain' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  });
  await place.getByText('hello.txt', { exact: true }).waitFor();
  await screens.send(200);
  expect(await page.getByRole('main', { name: t.frame.screens.console, exact: true }).isVisible()).toBe(true);
});

test('another origin gets the token only when that is said of it', async () => {
  const { main, page, t } = screens;
  const { practice } = (await callForValue(page, 'app.snapshot', null)) as {
    readonly practice: { readonly port: number };
  };
  const origin = `http://localhost:${practice.port}`;
  await tabs.openNew();
  await paste(address(), `${origin}/v1/users/me?x=1`);
  expect(await address().inputValue()).toBe(`${origin}/v1/users/me`);
  const toggle = main.getByRole('switch', { name: t.request.otherOrigin.replace('{{origin}}', origin) });
  await toggle.waitFor();
  await screens.send(401);
  await toggle.locator('xpath=ancestor::label').click();
  await expect.poll(() => toggle.isChecked()).toBe(true);
  await screens.send(200);
});

test('Escape cancels what is on its way', async () => {
  const { page, answer, t } = screens;
  const fault = { kind: 'delay', milliseconds: 20_000 } as const;
  await callForValue(page, 'practice.setFaults', { nextAnswers: { fault, times: 1 } });
  await screens.chooseEndpoint('users_me');
  await press('Control+Enter');
  await expect.poll(() => answer.getAttribute('aria-busy')).toBe('true');
  await press('Escape');
  await expect.poll(() => answer.getAttribute('aria-busy')).toBe('false');
  await answer.getByText(t.answer.cancelledEarly, { exact: true }).waitFor();
});

test('the palette does what can be done with requests, shows the history and leads to a setting', async () => {
  const { page, main, t } = screens;
  const choose = async (query: string, name: string) => {
    await press('Control+k');
    await page.getByRole('dialog', { name: t.palette.title, exact: true }).waitFor();
    await page.keyboard.insertText(query);
    await page.getByRole('option', { name: startsWith(name) }).click();
  };
  const before = await openTabs();
  await choose('duplicate', t.palette.console.duplicate);
  await expect.poll(openTabs).toHaveLength(before.length + 1);
  await choose('tab', t.palette.console.closeTab);
  await expect.poll(openTabs).toEqual(before);
  await choose('history', t.palette.console.showHistory);
  await main.getByRole('searchbox', { name: t.history.search, exact: true }).waitFor();
  const isFocused = (field: Locator) => field.evaluate((input) => input.matches(':focus'));
  await choose('proxy', t.settings.proxy);
  await main.getByRole('heading', { name: t.settings.title, exact: true }).waitFor();
  const row = main.locator('[data-setting="proxy"]');
  await expect.poll(() => row.evaluate((found) => found.matches(':focus-within'))).toBe(true);
  await choose('endpoints', t.palette.console.searchEndpoints);
  const search = main.getByRole('searchbox', { name: t.console.search, exact: true });
  await expect.poll(() => isFocused(search)).toBe(true);
  await screens.chooseEndpoint('users_me');
});

test('tabs are closed, brought back, and still there with all that was typed when the page comes anew', async () => {
  const { page } = screens;
  const before = await openTabs();
  await tabs.closeThis();
  expect(await openTabs()).toEqual(before.filter((name) => name !== 'GET Get current user'));
  await tabs.reopen();
  expect(await openTabs()).toEqual(before);
  await tabs.goToNext();
  await address().fill('/v9/typed');
  await page.reload();
  await screens.go('console');
  await expect.poll(openTabs).toContain('POST /v9/typed');
  expect(await openTabs()).toHaveLength(before.length);
  expect(await address().inputValue()).toBe('/v9/typed');
});

test('the URL of a WebSocket, pasted, opens it; of one that nobody knows it is said what to do', async () => {
  const { main, t } = screens;
  const { obstacles } = t.request;
  await tabs.openNew();
  await paste(address(), 'wss://ws.coze.cn/v1/chat?bot_id=7342866812345678901');
  await main.getByRole('region', { name: 'Streaming voice chat (WebSocket)', exact: true }).waitFor();
  await main.getByRole('tab', { name: startsWith(t.socket.views.query) }).click();
  await expect.poll(() => box('bot_id').inputValue()).toBe('7342866812345678901');
  const elsewhere = fill(obstacles['socket-elsewhere'], { origin: 'wss://ws.coze.cn' });
  await main.getByText(elsewhere, { exact: true }).waitFor();
  await tabs.closeThis();
  await tabs.openNew();
  await address().fill('wss://ws.coze.cn/v1/none');
  await main.getByText(obstacles['address-socket'], { exact: true }).waitFor();
  await tabs.closeThis();
});

test('nothing went wrong in the page on the way', () => {
  expect(run.consoleErrors).toEqual([]);
});
