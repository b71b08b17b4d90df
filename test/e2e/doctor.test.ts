import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BridgeEvent, Snapshot } from '../../shared/bridge.ts';
import { bridgeChannels } from '../../shared/bridge-channels.ts';
import { endpoints } from '../../shared/coze/endpoints.ts';
import type { DoctorReport } from '../../shared/doctor.ts';
import { describeVerdict } from '../../shared/i18n/describe-check.ts';
import { doctorTextsEn } from '../../shared/i18n/doctor-texts.en.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { type Screens, screensOf } from './screens.ts';

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp();
  screens = screensOf(run.page);
  await screens.tryPractice();
  await screens.go('doctor');
});
afterAll(() => run.close());

const texts = doctorTextsEn;
const fine = describeVerdict({ state: 'done', cause: null, checks: [] } as unknown as DoctorReport, 'en');
const check = (name: keyof typeof texts.checks) =>
  screens.main.getByRole('button', { name: new RegExp(`^${texts.checks[name].title} `) });
const verdict = () => screens.main.getByRole('heading', { level: 2 }).getByRole('status');

test('examines the practice app from the key to the API call, and keeps the token', async () => {
  const { main, page, t } = screens;
  await main.getByRole('combobox', { name: t.doctor.endpoint, exact: true }).fill('/v1/workspaces');
  const { name_en: name = '' } = endpoints.find(({ id }) => id === 'list_workspace') ?? {};
  await page.getByRole('option', { name, exact: true }).click();
  await main.getByRole('button', { name: t.doctor.run, exact: true }).click();
  await expect.poll(() => check('permission').innerText()).toContain(texts.states.failed);
  await expect.poll(() => check('token').innerText()).toContain(texts.findings['token-accepted']);
  await expect.poll(() => verdict().innerText()).toContain(texts.checks.permission.title);
  const { tokens } = (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  expect(tokens).toHaveLength(2);

  await main.getByRole('combobox', { name: t.doctor.endpoint, exact: true }).fill('');
  await page.keyboard.press('Tab');
  await main.getByRole('button', { name: t.doctor.runAgain, exact: true }).click();
  await expect.poll(() => verdict().innerText()).toBe(fine);
});

test('brings the check that failed into sight in the smallest window', async () => {
  const { main, page, t } = screens;
  await run.resize(900, 600);
  await main
    .getByRole('combobox', { name: t.doctor.endpoint, exact: true })
    .fill('https://api.coze.cn/v1/workspaces');
  const { name_en: name = '' } = endpoints.find(({ id }) => id === 'list_workspace') ?? {};
  await page.getByRole('option', { name, exact: true }).click();
  await main.getByRole('button', { name: t.doctor.runAgain, exact: true }).click();
  await expect.poll(() => verdict().innerText()).toContain(texts.checks.permission.title);
  const inSight = () =>
    check('permission').evaluate((trigger) => {
      const row = trigger.closest('li')?.getBoundingClientRect();
      const list = trigger.closest('ol')?.getBoundingClientRect();
      return row !== undefined && list !== undefined && row.bottom <= list.bottom && row.top >= list.top;
    });
  await expect.poll(inSight).toBe(true);

  await main.getByRole('combobox', { name: t.doctor.endpoint, exact: true }).fill('');
  await page.keyboard.press('Tab');
});

test('stops where nothing listens, goes on when asked, and copies a report without secrets', async () => {
  const { main, page, t } = screens;
  const { profile } = (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  const [first] = profile.apps;
  if (first === undefined) throw new Error('There is no app.');
  const { id: _, defaults: __, autoRenew: ___, scopes: ____, ...fields } = first;
  const region = { kind: 'custom', baseUrl: 'http://127.0.0.1:9' } as const;
  await callForValue(page, 'apps.save', { id: null, fields: { ...fields, name: 'Nobody there', region } });
  await main.getByRole('button', { name: t.doctor.run, exact: true }).click();
  await main.getByText('ECONNREFUSED', { exact: true }).waitFor();
  expect(await check('exchange').innerText()).toContain(texts.findings['skipped-cause-found']);

  await main.getByRole('button', { name: t.doctor.goOn, exact: true }).click();
  await expect.poll(() => check('exchange').innerText()).toContain(texts.findings['skipped-unreachable']);
  await main.getByRole('button', { name: t.frame.copyForSupport, exact: true }).click();
  const copied = run.readClipboard;
  await expect.poll(copied).toContain('ECONNREFUSED');
  expect(await copied()).not.toContain('Nobody there');
  expect(await copied()).not.toMatch(/eyJ|czs_[A-Za-z0-9]{6}|PRIVATE/);

  const current = ((await callForValue(page, 'app.snapshot', null)) as Snapshot).profile.currentAppId;
  const moved = { kind: 'custom', baseUrl: 'http://127.0.0.1:10' } as const;
  const [before] = t.doctor.ranBefore.split('{{');
  expect(await main.getByText(before ?? '').count()).toBe(0);
  await callForValue(page, 'apps.save', {
    id: current,
    fields: { ...fields, name: 'Nobody there', region: moved },
  });
  await main.getByText(before ?? '').waitFor();
});

test('ends with its window: an answer to its question changes nothing any more', async () => {
  const { page } = screens;
  const { profile } = (await callForValue(page, 'app.snapshot', null)) as Snapshot;
  const begin = async () => {
    const input = { appId: profile.currentAppId ?? '', endpointId: null };
    return ((await callForValue(page, 'doctor.run', input)) as { readonly runId: string }).runId;
  };
  const stateOf = async (runId: string) => {
    const told = (await run.crossed()).filter((text) => text.startsWith(`${bridgeChannels.event} `));
    const events = told.map((text) => JSON.parse(text.slice(bridgeChannels.event.length))[0] as BridgeEvent);
    return events
      .flatMap(({ name, payload }) =>
        name === 'doctor' && payload.runId === runId ? [payload.report.state] : [],
      )
      .at(-1);
  };
  const runId = await begin();
  await expect.poll(() => stateOf(runId)).toBe('stopped');
  await page.reload();
  await callForValue(page, 'doctor.answer', { runId, to: 'go-on', yes: true });
  const other = await begin();
  await expect.poll(() => stateOf(other)).toBe('stopped');
  // A browser's page does not live to hear how its run ended.
  expect(await stateOf(runId)).toBe(run.host === 'browser' ? 'stopped' : 'cancelled');
});
