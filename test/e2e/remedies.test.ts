import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../shared/bridge.ts';
import type { ConsoleRun } from '../../shared/console-run.ts';
import { type CauseCode, cause } from '../../shared/coze/causes/cause.ts';
import { endpoints } from '../../shared/coze/endpoints.ts';
import { checkNames, type DoctorReport } from '../../shared/doctor.ts';
import { type Problem, ProblemError } from '../../shared/problem.ts';
import type { Remedy } from '../../shared/remedies.ts';
import { sampleRun } from '../renderer/run-samples.ts';
import { askedFor } from './asked-for.ts';
import { callForValue } from './call-bridge.ts';
import { keysScreenOf } from './keys-screen.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, type ScreenName, type Screens, screensOf, startsWith } from './screens.ts';
import { makeThrowawayApp } from './throwaway-app.ts';

const demo = makeThrowawayApp();
const scope = { account_permission: { permission_list: ['Connector.botChat'] } };

let run: LaunchedApp;
let screens: Screens;
let appId: string;

beforeAll(async () => {
  run = await launchApp();
  screens = screensOf(run.page);
});
afterAll(() => run.close());

const snapshot = async () => (await callForValue(run.page, 'app.snapshot', null)) as Snapshot;
const alert = () => screens.main.getByRole('alert');
const press = (name: string) => alert().getByRole('button', { name, exact: true }).click();
const label = (name: Remedy) => screens.t.frame.remedies[name];
const opened = (name: ScreenName) =>
  screens.page.getByRole('main', { name: screens.t.frame.screens[name], exact: true }).waitFor();

test('a key is kept for this run only where the keychain is not there', async () => {
  const { problem } = new ProblemError('keychain/unavailable', { remedies: ['hold-for-this-run'] });
  await run.standIn('practice.setUp', { ok: false, problem });
  await screens.main.getByRole('button', { name: screens.t.mint.welcome.practice, exact: true }).click();
  await press(label('hold-for-this-run'));
  await expect.poll(() => askedFor(run, 'practice.setUp')).toHaveLength(2);
  expect((await askedFor(run, 'practice.setUp')).at(-1)).toEqual({ hold: 'this-run' });
  await run.standIn('practice.setUp', null);
});

test('a failure stays explained as it was when the fault behind it is switched off', async () => {
  const { mint } = screens.t;
  await screens.main.getByRole('button', { name: mint.welcome.practice, exact: true }).click();
  await expect.poll(() => screens.tokens.count()).toBe(1);
  await callForValue(run.page, 'practice.setFaults', { keyRemoved: true });
  await screens.mintButton.click();
  await alert().waitFor();
  const words = await alert().innerText();
  await callForValue(run.page, 'practice.setFaults', { keyRemoved: false });
  await expect.poll(async () => (await snapshot()).practice.faults.keyRemoved).toBe(false);
  expect(await alert().innerText()).toBe(words);
  await screens.go('practice');
  await screens.go('mint');
  expect(await alert().innerText()).toBe(words);
  await callForValue(run.page, 'tokens.forgetAll', null);
  const { id } = (await snapshot()).profile.apps[0] ?? { id: '' };
  await callForValue(run.page, 'apps.delete', { appId: id });
});

test('end-practice-faults switches off what practice Coze was told to do wrong, and mints', async () => {
  const { mint, frame } = screens.t;
  await screens.main.getByRole('button', { name: mint.welcome.practice, exact: true }).click();
  await expect.poll(() => screens.tokens.count()).toBe(1);
  const fault = { kind: 'rate-limited' } as const;
  await callForValue(run.page, 'practice.setFaults', {
    nextAnswers: { fault, times: 20 },
    appDeactivated: true,
  });
  await screens.mintButton.click();
  await press(frame.remedies['end-practice-faults']);
  await expect.poll(() => screens.tokens.count()).toBe(2);
  expect(await alert().count()).toBe(0);
  const { id } = (await snapshot()).profile.apps[0] ?? { id: '' };
  await callForValue(run.page, 'apps.delete', { appId: id });
});

describe('the remedies of a mint that failed', () => {
  beforeAll(async () => {
    await screens.go('keys');
    const keysScreen = keysScreenOf(screens);
    await keysScreen.paste(demo.pem);
    await keysScreen.saveKey('private_key', demo.kid, 'this-run');
    const keyId = (await snapshot()).profile.keys.find(({ kid }) => kid === demo.kid)?.id ?? '';
    const saved = (await callForValue(run.page, 'apps.save', {
      id: null,
      fields: {
        name: 'Home',
        region: { kind: 'cn' },
        clientId: demo.clientId,
        variant: { kind: 'channel' },
        keyIds: [keyId],
        keyInUse: keyId,
      },
    })) as { readonly id: string };
    appId = saved.id;
    const { defaults } = (await snapshot()).profile.apps[0] ?? {};
    if (defaults === undefined) throw new Error('There is no app.');
    await callForValue(run.page, 'apps.setDefaults', { appId, defaults: { ...defaults, scope } });
  });

  /** Nothing is signed or sent: every mint fails with this. */
  async function failWith(problem: Problem): Promise<number> {
    await screens.go('mint');
    await run.standIn('tokens.mint', { ok: false, problem });
    const before = (await askedFor(run, 'tokens.mint')).length;
    await screens.mintButton.click();
    await alert().waitFor();
    await expect.poll(() => askedFor(run, 'tokens.mint')).toHaveLength(before + 1);
    await expect.poll(() => screens.mintButton.isEnabled()).toBe(true);
    return before + 1;
  }

  const mintedAfter = (count: number) =>
    expect.poll(() => askedFor(run, 'tokens.mint')).toHaveLength(count + 1);

  const refused = (kind: string, errorMessage: string, at = Date.now(), serverTime: number | null = null) =>
    new ProblemError('exchange/refused', {
      params: { errorCode: 'invalid_client', errorMessage, kind },
      server: { status: 401, logId: null, contentType: 'application/json', at, serverTime, body: '{}' },
    }).problem;

  test.each([
    ['retry', new ProblemError('http/timeout', { params: { host: 'api.coze.cn', phase: 'answer' } }).problem],
    ['mint-again', refused('app-deactivated', 'app is currently deactivated by the owner')],
    ['unlock-keychain', new ProblemError('keychain/locked', { remedies: ['unlock-keychain'] }).problem],
  ] as const)('%s mints once more', async (remedy, problem) => {
    const count = await failWith(problem);
    await press(label(remedy));
    await mintedAfter(count);
  });

  test('edit-app opens the form of the app', async () => {
    await failWith(refused('client-invalid', 'iss does not fit'));
    await press(label('edit-app'));
    await opened('keys');
    await screens.main.getByRole('heading', { name: 'Home', exact: true }).waitFor();
  });

  test('add-key opens the import of a key into the form of the app', async () => {
    await failWith(new ProblemError('keychain/not-found', { remedies: ['add-key'] }).problem);
    await press(label('add-key'));
    await opened('keys');
    const { pasteField, importDialog } = keysScreenOf(screens);
    await pasteField.fill(makeThrowawayApp().pem);
    await importDialog.getByRole('button', { name: screens.t.keys.import.read, exact: true }).click();
    await keysScreenOf(screens).saveKey('the new one', 'kid-of-the-new-one', 'this-run');
    const { inUse } = screens.t.keys.form;
    await screens.main.getByRole('radio', { name: `${inUse}: the new one`, exact: true }).waitFor();
    await screens.main.getByRole('heading', { name: 'Home', exact: true }).waitFor();
  });

  test('edit-scope opens the scope that was sent', async () => {
    await failWith(refused('parameter', 'invalid request: scope'));
    await press(label('edit-scope'));
    await opened('scope');
    await screens.main.getByText('Connector.botChat').first().waitFor();
  });

  test('add-ca-file opens the setting for own certificates; the certificate stands in the message', async () => {
    const certSubject = 'CN=api.coze.cn';
    const certIssuer = 'CN=Example Proxy';
    const certFingerprint = 'AB:CD:EF';
    const shown = { certSubject, certIssuer, certFingerprint, certFrom: '2026-01-02T00:00:00.000Z' };
    const params = { host: 'api.coze.cn', reason: 'SELF_SIGNED_CERT_IN_CHAIN', ...shown };
    await failWith(new ProblemError('http/tls', { params: { ...params, certTo: '2027-03-04' } }).problem);
    for (const part of [certSubject, certIssuer, certFingerprint, '2026-01-02', '2027-03-04']) {
      expect(await alert().innerText()).toContain(part);
    }
    await press(label('add-ca-file'));
    await opened('settings');
    const field = screens.main.getByRole('textbox', { name: screens.t.settings.caFile, exact: true });
    await expect
      .poll(() => field.evaluate((input) => input === input.ownerDocument.activeElement))
      .toBe(true);
  });

  test('edit-proxy says which setting names the proxy, and opens it', async () => {
    const proxy = { proxy: 'http://127.0.0.1:9', proxySource: 'own' };
    const params = { host: 'api.coze.cn', reason: 'proxy-refused', ...proxy };
    await failWith(new ProblemError('http/unreachable', { params, remedies: ['retry'] }).problem);
    expect(await alert().innerText()).toContain(
      'http://127.0.0.1:9 is set in this app under Settings → Proxy',
    );
    await press(label('edit-proxy'));
    await opened('settings');
    await screens.main.locator('[data-setting="proxy"]').waitFor();
  });

  test('switch-region changes the app and mints there', async () => {
    const count = await failWith(refused('kid-not-registered', 'invalid jwt: kid not been registred'));
    await press(fill(label('switch-region'), { region: screens.t.frame.regions.com }));
    await mintedAfter(count);
    expect((await snapshot()).profile.apps[0]?.region).toEqual({ kind: 'com' });
    await press(fill(label('switch-region'), { region: screens.t.frame.regions.cn }));
    await mintedAfter(count + 1);
    expect((await snapshot()).profile.apps[0]?.region).toEqual({ kind: 'cn' });
  });

  test('use-server-clock switches the setting on and mints', async () => {
    await callForValue(run.page, 'settings.change', { useServerClock: false });
    const at = Date.now();
    const count = await failWith(refused('client-invalid', 'token is expired', at, at + 3_600_000));
    await press(label('use-server-clock'));
    await mintedAfter(count);
    expect((await snapshot()).profile.settings.useServerClock).toBe(true);
  });

  test('the shortcut mints while a button of the failure has the focus, and does not press that', async () => {
    const count = await failWith(refused('client-invalid', 'iss does not fit'));
    await alert()
      .getByRole('button', { name: label('edit-app'), exact: true })
      .focus();
    await run.page.keyboard.press('ControlOrMeta+Enter');
    await mintedAfter(count);
    await opened('mint');
    await alert().getByRole('button', { name: screens.t.frame.serverSaid, exact: true }).focus();
    await expect.poll(() => screens.mintButton.isEnabled()).toBe(true);
    await run.page.keyboard.press('ControlOrMeta+Enter');
    await mintedAfter(count + 1);
  });
});

/** Every cause below stands in one report, as no real run would find them. */
const all: readonly CauseCode[] = [
  'other-region',
  'clock-ahead',
  'keychain-locked',
  'keychain-removed',
  'scope-refused',
  'base-url',
  'tls-interception',
  'proxy-refused',
  'offline',
];

function reportWith(codes: readonly CauseCode[]): DoctorReport {
  return {
    state: 'stopped',
    question: null,
    cause: 'exchange',
    appId,
    appName: 'Home',
    region: { kind: 'cn' },
    clientId: demo.clientId,
    keyId: null,
    kid: demo.kid,
    scope,
    variant: 'channel',
    endpointId: null,
    startedAt: Date.now(),
    endedAt: Date.now(),
    version: '0.1.0',
    platform: 'linux',
    checks: checkNames.map((name) => ({
      name,
      state: name === 'exchange' ? 'failed' : 'skipped',
      finding: name === 'exchange' ? 'exchange-refused' : 'skipped-cause-found',
      params: { errorCode: 'invalid_client', errorMessage: 'no' },
      seen: [],
      causes:
        name === 'exchange'
          ? codes.map((code) => cause(code, { seconds: 3600, host: 'x', other: 'com', here: 'cn' }))
          : [],
      lint: [],
      problem: null,
      elapsedMs: 1,
    })),
  };
}

describe('the doctor', () => {
  const runs = () => askedFor(run, 'doctor.run');
  const button = (name: string) => screens.main.getByRole('button', { name, exact: true });

  async function show(codes: readonly CauseCode[]): Promise<number> {
    await screens.go('doctor');
    await run.tell({ name: 'doctor', payload: { runId: 'stood-in', report: reportWith(codes) } });
    return (await runs()).length;
  }
  const ranAfter = (count: number) => expect.poll(runs).toHaveLength(count + 1);

  test('is run from a failure, on the app that failed', async () => {
    await run.standIn('doctor.run', { ok: true, value: { runId: 'stood-in' } });
    await screens.go('mint');
    await press(screens.t.frame.runDoctor);
    await opened('doctor');
    await expect.poll(runs).toEqual([{ appId, endpointId: null }]);
  });

  test.each([
    ['edit-app', 'keys'],
    ['edit-scope', 'scope'],
    ['add-ca-file', 'settings'],
    ['edit-proxy', 'settings'],
  ] as const)('%s leads to the screen of %s', async (remedy, screen) => {
    await show(all);
    await button(label(remedy)).click();
    await opened(screen);
  });

  test('add-key leads to the import of a key', async () => {
    await show(all);
    await button(label('add-key')).click();
    await keysScreenOf(screens).pasteField.waitFor();
    await screens.closeDialogs();
  });

  test('retry and unlock-keychain look again', async () => {
    const count = await show(all);
    await button(label('unlock-keychain')).click();
    await ranAfter(count);
    await show(['offline']);
    const rows = screens.main.getByRole('list');
    await rows.getByRole('button', { name: screens.t.doctor.runAgain, exact: true }).click();
    await ranAfter(count + 1);
  });

  test('use-server-clock and switch-region put it right and look again', async () => {
    await callForValue(run.page, 'settings.change', { useServerClock: false });
    const count = await show(all);
    await button(label('use-server-clock')).click();
    await ranAfter(count);
    expect((await snapshot()).profile.settings.useServerClock).toBe(true);
    await show(all);
    await button(fill(label('switch-region'), { region: screens.t.frame.regions.com })).click();
    await ranAfter(count + 1);
    expect((await snapshot()).profile.apps[0]?.region).toEqual({ kind: 'com' });
  });

  test('mint-later looks again after the wait, which counts down and can be called off', async () => {
    await screens.go('doctor');
    const checks = reportWith(['coze-internal']).checks.map((check) => ({
      ...check,
      causes: check.causes.map((found) => ({ ...found, params: { seconds: 3 } })),
    }));
    const report = { ...reportWith([]), checks };
    await run.tell({ name: 'doctor', payload: { runId: 'stood-in', report } });
    const count = (await runs()).length;
    const offer = fill(screens.t.doctor.runLater, { seconds: 3 });
    const [before = ''] = screens.t.doctor.runningLater.split('{{');
    await button(offer).click();
    await screens.main.getByRole('button', { name: startsWith(before) }).click();
    expect(await runs()).toHaveLength(count);
    await button(offer).click();
    await ranAfter(count);
  });

  test('is run from a call that failed, and from one that was refused, for that endpoint', async () => {
    const { id, name_en: name } = endpoints.find(({ path }) => path === '/v1/workspaces') ?? {
      id: '',
      name_en: '',
    };
    const field = screens.main.getByRole('combobox', { name: screens.t.doctor.endpoint, exact: true });
    const problem = new ProblemError('http/reset', { params: { host: 'api.coze.com', phase: 'answer' } })
      .problem;
    const head: ConsoleRun['head'] = {
      status: 401,
      statusText: 'Unauthorized',
      headers: [],
      logId: null,
      contentType: 'application/json',
      url: 'https://api.coze.com/v1/workspaces',
    };
    const envelope = { code: 4100, msg: 'authentication is invalid' };
    const ends: Partial<ConsoleRun>[] = [
      { stage: 'failed', problem },
      { stage: 'done', head, envelope, tokenId: 'stood-in' },
    ];
    for (const [index, end] of ends.entries()) {
      const runId = `stood-in-${index}`;
      await run.standIn('console.start', { ok: true, value: { runId } });
      await screens.go('console');
      await screens.chooseEndpoint(id);
      await screens.page.getByRole('button', { name: new RegExp(`^${screens.t.console.send}`) }).click();
      await run.tell({
        name: 'consoleRun',
        payload: { run: sampleRun(runId, { endpointId: id, ...end }) },
      });
      await screens.answer.getByRole('button', { name: screens.t.frame.runDoctor, exact: true }).click();
      await opened('doctor');
      await expect.poll(async () => (await runs()).at(-1)).toEqual({ appId, endpointId: id });
      expect(await field.inputValue()).toBe(name);
      await run.standIn('console.start', null);
    }
  });
});

test('nothing went wrong in the page on the way', () => {
  expect(run.consoleErrors).toEqual([]);
});
