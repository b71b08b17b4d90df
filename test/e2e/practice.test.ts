import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { pick, type Screens, screensOf } from './screens.ts';

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp();
  screens = screensOf(run.page);
  await screens.go('practice');
});
afterAll(() => run.close());

const button = (name: string) => screens.main.getByRole('button', { name, exact: true });
const tab = (name: string) => screens.main.getByRole('tab', { name, exact: true }).click();
const log = () => screens.main.getByRole('list', { name: screens.t.practice.log.title, exact: true });
const checks = () => screens.main.getByRole('list', { name: screens.t.practice.request.checks, exact: true });
const check = (words: string) => checks().getByRole('button', { name: words });

test('leads through the whole flow, step by step, and shows each request as it was checked', async () => {
  const { t } = screens;
  const { steps, again, seeRequest } = t.practice.flow;
  await button(steps.key.action).click();
  await button(steps.app.action).click();
  await button(steps.sign.action).click();
  await button(steps.exchange.action).click();
  await button(steps.call.action).click();
  await button(again).waitFor();
  await expect.poll(() => log().getByRole('listitem').count()).toBe(2);
  await button(seeRequest).click();
  const { title } = t.practiceChecks['token-alive'];
  await expect.poll(() => check(title).innerText()).toContain(t.practice.request.states.passed);

  await log().getByRole('button', { name: 'oauth2/token' }).click();
  const kid = check(t.practiceChecks['kid-registered'].title);
  await kid.click();
  await screens.main.getByText(t.practiceChecks['kid-registered'].says).waitFor();
  expect(await checks().getByRole('listitem').count()).toBe(23);
  expect(await screens.main.innerText()).not.toMatch(/czs_[A-Za-z0-9_-]{8}|eyJ[A-Za-z0-9]{8}/);
});

test('is broken by a switch, says so in the rail, and a failed mint leads to what was refused', async () => {
  const { main, page, t } = screens;
  const { faults } = t.practice;
  await tab(t.practice.tabs.faults);
  await pick(main.getByRole('switch', { name: faults.channelUnbound.name, exact: true }));
  await main.getByRole('list', { name: faults.active }).getByText(faults.channelUnbound.name).waitFor();
  const rail = page.getByRole('navigation').getByRole('button', { name: t.frame.screens.practice });
  const described = await rail.getAttribute('aria-describedby');
  expect(await page.locator(`#${described}`).textContent()).toBe(faults.on);

  await button(t.practice.mintWith).click();
  await screens.mintButton.click();
  await button(t.practice.see).click();
  const bound = check(t.practiceChecks['channel-bound'].title);
  await expect.poll(() => bound.innerText()).toContain(t.practice.request.states.failed);
  expect(await bound.getAttribute('aria-expanded')).toBe('true');

  await button(faults.allOff).click();
  await main.getByText(faults.none, { exact: true }).waitFor();
});

test('goes by keyboard from request to request, filters, pauses and clears', async () => {
  const { main, page, t } = screens;
  await log().getByRole('button').first().focus();
  await page.keyboard.press('End');
  await expect.poll(() => log().locator('[aria-current]').innerText()).toContain('oauth2/token');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => log().locator('[aria-current]').innerText()).toContain('/v1/users/me');

  await main.getByText(t.practice.log.onlyRefused, { exact: true }).click();
  await expect.poll(() => log().getByRole('listitem').count()).toBe(1);
  await main.getByText(t.practice.log.onlyRefused, { exact: true }).click();

  await button(t.practice.log.pause).click();
  const before = await log().getByRole('listitem').count();
  const { practice } = (await callForValue(page, 'app.snapshot', null)) as {
    readonly practice: { readonly url: string };
  };
  const long = `/v1/${'very-long-name/'.repeat(40)}`;
  await Promise.all(Array.from({ length: 60 }, () => fetch(`${practice.url}${long}`)));
  await main.getByRole('button', { name: /60/ }).waitFor();
  expect(await log().getByRole('listitem').count()).toBe(before);
  await main.getByRole('button', { name: /60/ }).click();
  await expect.poll(() => log().getByRole('listitem').first().innerText()).toContain('404');
  const drawn = await log().getByRole('listitem').count();
  expect(drawn).toBeLessThan(40);
  await button(t.practice.log.clear).click();
  await main.getByText(t.practice.log.empty, { exact: true }).waitFor();
});

/** @throws Error as node:net gives it when the port cannot be had */
async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

test('says which port is taken, and takes a free one instead', async () => {
  const { main, t } = screens;
  const { practice } = (await callForValue(screens.page, 'app.snapshot', null)) as {
    readonly practice: { readonly port: number };
  };
  await button(t.practice.stop).click();
  const port = main.getByRole('textbox', { name: t.practice.port, exact: true });
  // The port is free only when the last connection to practice Coze has ended.
  const other = await eventually(() => listenOn(practice.port));
  try {
    await port.fill(String(practice.port));
    await port.press('Enter');
    await main.getByText(screens.problem('practice/port-in-use', { port: practice.port }).title).waitFor();
    await button(t.frame.remedies['use-free-port']).click();
    await button(t.practice.stop).waitFor();
  } finally {
    other.close();
  }

  await button(t.practice.reset).click();
  await screens.page
    .getByRole('alertdialog')
    .getByRole('button', { name: t.practice.resetAction, exact: true })
    .click();
  await screens.page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await button(t.practice.stop).waitFor();
});
