import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, pick, type Screens, screensOf } from './screens.ts';

let server: Server;
let origin: string;
let run: LaunchedApp;
let screens: Screens;

/** Answers with how many requests have come, which is how the answers are told apart. */
function startCounting(): Server {
  let count = 0;
  return createServer((request, response) => {
    count += 1;
    const status = request.url?.startsWith('/missing') ? 404 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(`{"answer":${count}}`);
  });
}

beforeAll(async () => {
  server = startCounting();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  run = await launchApp();
  screens = screensOf(run.page);
  await screens.tryPractice();
  await screens.go('console');
  await screens.page.getByRole('button', { name: screens.t.request.tabs.new, exact: true }).first().click();
});

afterAll(async () => {
  await run.close();
  server.close();
});

const address = () => screens.page.getByRole('textbox', { name: screens.t.request.address, exact: true });
const runsMenu = () => screens.answer.getByRole('button', { name: /^Run |earlier runs$/ });
const items = () => screens.page.getByRole('menuitem');
const history = () => screens.page.getByRole('region', { name: screens.t.history.title, exact: true });
const entries = () => history().getByRole('option');

/** The number in the answer that is shown. */
async function expectAnswer(count: number): Promise<void> {
  const tree = screens.answer.getByRole('tree', { name: screens.t.answer.jsonTree, exact: true });
  await tree.getByText(String(count), { exact: true }).waitFor();
}

async function send(count: number): Promise<void> {
  await screens.page.keyboard.press('ControlOrMeta+Enter');
  await expectAnswer(count);
}

async function sendTo(path: string, count: number): Promise<void> {
  await address().fill(origin + path);
  await send(count);
}

test('earlier runs of a tab are looked at and compared; a new one is shown at once', async () => {
  const { page, answer, t } = screens;
  await sendTo('/count', 1);
  for (const count of [2, 3]) await send(count);
  await runsMenu().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => items().count()).toBe(3);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expectAnswer(1);
  expect(await runsMenu().innerText()).toBe(fill(t.answer.runs.place, { at: 1, count: 3 }));

  await answer.getByRole('tab', { name: t.answer.tabs.compare, exact: true }).click();
  const comparison = answer.getByRole('region', { name: t.answer.compare.label, exact: true });
  await comparison.getByText('"answer": 3').waitFor();
  await comparison.getByText('"answer": 1').waitFor();
  await answer.getByRole('button', { name: t.answer.compare.with }).click();
  await page.getByRole('option').last().click();
  await comparison.getByText('"answer": 2').waitFor();

  await answer.getByRole('tab', { name: t.answer.tabs.body, exact: true }).click();
  await answer.getByRole('button', { name: t.answer.runs.newest, exact: true }).click();
  await expectAnswer(3);
  await runsMenu().click();
  await items().last().click();
  await expectAnswer(1);
  await send(4);
  expect(await runsMenu().innerText()).toBe(fill(t.answer.runs.place, { at: 4, count: 4 }));
});

test('what has left the memory opens from the history', async () => {
  const { page, t } = screens;
  for (let count = 5; count <= 11; count += 1) await send(count);
  await runsMenu().click();
  await page.getByText(t.answer.runs.past, { exact: true }).waitFor();
  await items().last().click();
  await expectAnswer(1);
  expect(await runsMenu().innerText()).toBe(fill(t.answer.runs.place, { at: 1, count: 11 }));
});

test('the history is searched, and what it has is opened and sent again', async () => {
  const { main, t } = screens;
  await sendTo('/missing/one', 12);
  await pick(main.getByRole('radio', { name: t.history.title, exact: true }));
  const search = main.getByRole('searchbox', { name: t.history.search, exact: true });
  await search.fill('/missing 404');
  await expect.poll(() => entries().count()).toBe(1);
  await search.fill('/nowhere');
  await main.getByText(fill(t.history.noMatch, { query: '/nowhere' }), { exact: true }).waitFor();
  await search.fill('/missing');
  await expect.poll(() => entries().count()).toBe(1);
  await entries().first().dblclick();
  const requests = main.getByRole('tablist', { name: t.request.tabs.label, exact: true }).getByRole('tab');
  await expect.poll(() => requests.count()).toBe(2);
  await expect.poll(() => address().inputValue()).toBe(`${origin}/missing/one`);
  await expectAnswer(12);
  await send(13);
  await expect.poll(() => entries().count()).toBe(2);
});

test('two answers of the history are compared', async () => {
  const { page, t } = screens;
  await entries().nth(0).click();
  await entries()
    .nth(1)
    .click({ modifiers: ['ControlOrMeta'] });
  await history().getByRole('button', { name: t.history.compare, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t.history.compareTitle, exact: true });
  await dialog.getByText('"answer": 12').waitFor();
  await dialog.getByText('"answer": 13').waitFor();
  await screens.closeDialogs();
});

test('the history is cleared after a question', async () => {
  const { page, t } = screens;
  await history().getByRole('searchbox', { name: t.history.search, exact: true }).fill('');
  await expect.poll(() => entries().count()).toBeGreaterThan(2);
  await entries().first().click();
  await page.keyboard.press('Escape');
  await history().getByRole('button', { name: t.history.clear, exact: true }).click();
  const question = page.getByRole('alertdialog', { name: t.history.clearTitle, exact: true });
  await question.getByRole('button', { name: t.history.clearAll, exact: true }).click();
  await question.waitFor({ state: 'detached' });
  await history().getByText(t.history.empty, { exact: true }).waitFor();
});

test('after a restart panels are as they were, and earlier runs open from the history', async () => {
  const splitter = (name: string) => screens.main.getByRole('separator', { name, exact: true });
  const size = async (name: string) => Math.round(Number(await splitter(name).getAttribute('aria-valuenow')));
  const { requestSize, sideSize } = screens.t.console.layout;
  await send(14);
  await run.resize(1000, 700);
  await splitter(requestSize).press('End');
  const most = await size(requestSize);
  await splitter(requestSize).press('Enter');
  const least = await size(requestSize);
  expect(least).toBeLessThan(20);
  await splitter(requestSize).press('Enter');
  await expect.poll(() => size(requestSize)).toBe(most);
  await splitter(requestSize).press('ArrowUp');
  await splitter(sideSize).press('ArrowRight');
  const chosen = [await size(requestSize), await size(sideSize)];
  expect(chosen[0]).toBeLessThan(most);

  run = await run.restart();
  screens = screensOf(run.page);
  await run.resize(1000, 700);
  await screens.go('console');
  await expect.poll(async () => [await size(requestSize), await size(sideSize)]).toEqual(chosen);
  await runsMenu().click();
  await items().first().click();
  await expectAnswer(14);
  await splitter(requestSize).dblclick();
  await splitter(sideSize).dblclick();
  await expect.poll(() => size(sideSize)).not.toBe(chosen[1]);
  expect(run.consoleErrors).toEqual([]);
});
