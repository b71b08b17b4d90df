import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cause, type CauseCode, cause } from '../../shared/coze/causes/cause.ts';
import { describeCause } from '../../shared/i18n/describe-cause.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import type { Remedy } from '../../shared/remedies.ts';
import { callForValue } from './call-bridge.ts';
import {
  type Answer,
  type HostileTokenEndpoint,
  startHostileTokenEndpoint,
} from './hostile-token-endpoint.ts';
import { keysScreenOf } from './keys-screen.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, type Language, type Screens, screensOf, startsWith } from './screens.ts';
import { makeThrowawayApp, type OutsidePractice, startOutsidePractice } from './throwaway-app.ts';

const logId = '20260102030405ABCDEF0123456789ABCD';
const demo = makeThrowawayApp();

let run: LaunchedApp;
let screens: Screens;
let language: Language = 'en';
let server: HostileTokenEndpoint;
let outside: OutsidePractice;

beforeAll(async () => {
  [server, outside] = await Promise.all([startHostileTokenEndpoint(), startOutsidePractice()]);
  outside.register(demo);
  run = await launchApp();
  screens = screensOf(run.page);
  await screens.go('keys');
  const keysScreen = keysScreenOf(screens);
  await keysScreen.paste(demo.pem);
  await keysScreen.saveKey('private_key', demo.kid, 'this-run');
  await keysScreen.createApp({ ...demo, baseUrl: server.url, keyLabel: 'private_key' });
  await screens.go('mint');
  await field('sessionName').fill('u-1001');
});

afterAll(async () => {
  await run.close();
  await Promise.all([server.close(), outside.practice.stop()]);
});

const field = (name: 'sessionName' | 'lifetime') =>
  screens.main.getByRole('textbox', { name: screens.t.mint[name], exact: true });

const button = (name: string) => screens.main.getByRole('button', { name, exact: true });

const json =
  (status: number, body: unknown): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-tt-logid': logId });
    response.end(JSON.stringify(body));
  };

const alert = () => screens.main.getByRole('alert');

/** The likely causes in their order. */
const causesShown = () => alert().getByRole('listitem').locator('button[aria-expanded]').allInnerTexts();

const openServerWords = () =>
  alert().getByRole('button', { name: screens.t.frame.serverSaid, exact: true }).click();

/** What is said about a cause; the tests’ base URL is the one that most of them name. */
function saidOf(code: CauseCode, params: Cause['params'] = {}) {
  return describeCause(cause(code, { host: new URL(server.url).host, ...params }), language);
}

/** The alert of a mint that failed, once it says `code`. */
async function expectFailure(code: ProblemCode, params: Problem['params'] = {}): Promise<string> {
  const { title, why } = screens.problem(code, params);
  await expect.poll(() => alert().allInnerTexts()).toEqual([expect.stringContaining(title)]);
  const words = await alert().innerText();
  expect(words).toContain(why);
  return words;
}

async function mintAgainst(answer: Answer): Promise<void> {
  server.answerWith(answer);
  await screens.mintButton.click();
}

const refused = (errorCode: string, errorMessage: string, kind: string) =>
  ({ errorCode, errorMessage, kind }) as const;

type Case = readonly [
  what: string,
  answer: Answer,
  code: ProblemCode,
  params: Problem['params'],
  seen: string,
  /** The cause that is named first; null where nobody knows one. */
  first: CauseCode | null,
];

const html: Answer = (response) => {
  response.writeHead(502, { 'content-type': 'text/html', 'x-tt-logid': logId });
  response.end('<html><body>Bad gateway at the edge</body></html>');
};
const limited: Answer = (response) => {
  response.writeHead(429, { 'retry-after': '4', 'x-tt-logid': logId }).end();
};
const empty: Answer = (response) => {
  response.writeHead(200, { 'x-tt-logid': logId }).end();
};

const cases: readonly Case[] = [
  [
    'a web page',
    html,
    'exchange/unexpected',
    { status: 502, reason: 'html' },
    'Bad gateway at the edge',
    'gateway-down',
  ],
  [
    'an empty answer',
    empty,
    'exchange/unexpected',
    { status: 200, reason: 'empty' },
    '(empty body)',
    'base-url',
  ],
  [
    '200 with an API error',
    json(200, { code: 4100, msg: 'authentication is invalid' }),
    'exchange/unexpected',
    { status: 200, reason: 'envelope-error' },
    'authentication is invalid',
    'base-url',
  ],
  [
    'no expires_in',
    json(200, { access_token: 'czs_x' }),
    'exchange/unexpected',
    { status: 200, reason: 'expires-missing' },
    '"access_token"',
    null,
  ],
  [
    'a deactivated app',
    json(400, { error_code: 'invalid_request', error_message: 'app is currently deactivated by the owner' }),
    'exchange/refused',
    refused('invalid_request', 'app is currently deactivated by the owner', 'app-deactivated'),
    'currently deactivated',
    'app-deactivated',
  ],
  [
    'an error that no document knows',
    json(418, { error_code: 'teapot', error_message: 'short and stout' }),
    'exchange/refused',
    refused('teapot', 'short and stout', 'unknown'),
    'short and stout',
    null,
  ],
];

test.each(cases)(
  '%s is explained, with the server’s words one click away and the log id in sight',
  async (_, answer, code, params, seen, first) => {
    await mintAgainst(answer);
    const words = await expectFailure(code, params);
    const { todo } = screens.problem(code, params);
    expect(words).toContain(logId);
    if (first === null) {
      expect(words).toContain(todo);
      expect(words).not.toContain(screens.t.frame.causes.title);
    } else {
      expect(await alert().locator('pre').isVisible()).toBe(false);
      expect((await causesShown())[0]).toBe(saidOf(first).what);
      expect(words).toContain(saidOf(first).todo);
      await openServerWords();
    }
    await expect.poll(() => alert().innerText()).toContain(seen);
    expect(await field('sessionName').inputValue()).toBe('u-1001');
    expect(await screens.mintButton.isEnabled()).toBe(true);
    expect(await screens.tokens.count()).toBe(0);
  },
);

test('a kid that is not registered is explained, and the app can be edited from there', async () => {
  const message = 'invalid jwt: kid not been registred';
  await mintAgainst(json(400, { error_code: 'invalid_client', error_message: message }));
  const params = refused('invalid_client', message, 'kid-not-registered');
  const words = await expectFailure('exchange/refused', params);
  const { means } = screens.problem('exchange/refused', params);
  expect(means).not.toBe('');
  expect(words).toContain(means);
  // The other region is offered for the official two only.
  expect(
    await alert()
      .getByRole('button', { name: remedy('switch-region').split('{{')[0] ?? '' })
      .count(),
  ).toBe(0);
  await alert()
    .getByRole('button', { name: remedy('edit-app'), exact: true })
    .click();
  await screens.main.getByRole('heading', { name: demo.name, exact: true }).waitFor();
  await screens.go('mint');
  expect(await field('sessionName').inputValue()).toBe('u-1001');
});

test('minting again can wait a moment, and the wait can be called off', async () => {
  await mintAgainst(limited);
  const wait = alert().getByRole('button', {
    name: fill(remedy('mint-later'), { seconds: 4 }),
    exact: true,
  });
  const counting = alert().getByRole('button', {
    name: startsWith(screens.t.frame.causes.waiting.split('{{')[0] ?? ''),
  });
  await wait.click();
  await counting.click();
  server.answerWith(empty);
  await wait.click();
  await counting.waitFor();
  const { why } = screens.problem('exchange/unexpected', { status: 200, reason: 'empty' });
  await alert().getByText(why, { exact: true }).waitFor();
  await expectFailure('exchange/unexpected', { status: 200, reason: 'empty' });
});

test('an answer that does not come is cancelled at once', async () => {
  await mintAgainst(() => undefined);
  await expect.poll(() => server.waiting()).toBe(1);
  const pressed = performance.now();
  await button(screens.t.mint.cancel).click();
  const { title } = screens.problem('cancelled');
  await screens.main.getByRole('status').filter({ hasText: title }).first().waitFor();
  // The exchange itself gives up after thirty seconds.
  expect(performance.now() - pressed).toBeLessThan(15_000);
  await expect.poll(() => server.waiting()).toBe(0);
  expect(await field('sessionName').inputValue()).toBe('u-1001');
});

test('a connection that breaks is said to have broken', async () => {
  await mintAgainst((response) => response.socket?.destroy());
  const { host } = new URL(server.url);
  await expectFailure('http/reset', { host });
  await alert().getByRole('button', { name: screens.t.frame.requestFacts, exact: true }).click();
  await expect.poll(() => alert().innerText()).toContain('http/reset (answer)');
});

test('a server that is gone cannot be reached, and trying again works once it is back', async () => {
  const { host, port } = new URL(server.url);
  await server.close();
  await screens.mintButton.click();
  await expectFailure('http/unreachable', { host, reason: 'refused' });
  await alert().getByRole('button', { name: screens.t.frame.requestFacts, exact: true }).click();
  await alert().getByText('ECONNREFUSED', { exact: true }).waitFor();
  await alert().getByRole('button', { name: screens.t.frame.copyForSupport, exact: true }).click();
  await expect.poll(run.readClipboard).toContain(': ECONNREFUSED\n');
  await outside.practice.stop();
  await outside.practice.start(Number(port));
  await screens.main
    .getByRole('alert')
    .getByRole('button', { name: remedy('retry'), exact: true })
    .click();
  await expect.poll(() => screens.tokens.count()).toBe(1);
  expect(await screens.main.getByRole('alert').count()).toBe(0);
  await screens.tokens.filter({ hasText: 'u-1001' }).waitFor();
});

test('a key that was taken out at Coze is refused with its log id, and mints again once it is back', async () => {
  outside.practice.setFaults({ keyRemoved: true });
  await screens.mintButton.click();
  const words = await expectFailure(
    'exchange/refused',
    refused('invalid_client', 'invalid jwt: kid not been registred', 'kid-not-registered'),
  );
  expect(words).toMatch(/\d{14}[0-9A-F]{10,}/);
  outside.practice.setFaults({ keyRemoved: false });
  await button(remedy('mint-again')).click();
  await expect.poll(() => screens.tokens.count()).toBe(2);
});

describe.each(['en', 'zh'] as const)('in %s', (spoken) => {
  beforeAll(async () => {
    language = spoken;
    await callForValue(run.page, 'settings.change', { language });
    screens = screensOf(run.page, language);
    await run.page.getByRole('main', { name: screens.t.frame.screens.mint, exact: true }).waitFor();
  });

  test('a kid that is not known is explained, and a button mints again once it is', async () => {
    outside.practice.setFaults({ keyRemoved: true });
    const before = await screens.tokens.count();
    await screens.mintButton.click();
    const message = 'invalid jwt: kid not been registred';
    await expectFailure('exchange/refused', refused('invalid_client', message, 'kid-not-registered'));
    // A key of these tests is new, unless they took long.
    const isNew = saidOf('key-new').what;
    expect((await causesShown()).filter((what) => what !== isNew)).toEqual(
      (['base-url', 'kid-unmatched', 'key-removed'] as const).map((code) => saidOf(code).what),
    );
    outside.practice.setFaults({ keyRemoved: false });
    await alert()
      .getByRole('button', { name: remedy('mint-again'), exact: true })
      .click();
    await expect.poll(() => screens.tokens.count()).toBe(before + 1);
    expect(await alert().count()).toBe(0);
  });

  test('a web page is explained, shown as source, and copied for support without secrets', async () => {
    outside.practice.setFaults({ nextAnswers: { fault: { kind: 'html' }, times: 1 } });
    await screens.mintButton.click();
    await expectFailure('exchange/unexpected', { status: 200, reason: 'html' });
    expect(await causesShown()).toEqual([saidOf('not-the-api').what, saidOf('captive-portal').what]);
    expect(await alert().locator('pre').isVisible()).toBe(false);
    await openServerWords();
    expect(await alert().locator('pre').innerText()).toMatch(/^<!doctype html>/i);
    await alert().getByRole('button', { name: screens.t.frame.copyForSupport, exact: true }).click();
    await alert().getByRole('button', { name: screens.t.frame.copiedForSupport, exact: true }).waitFor();
    const report = await run.readClipboard();
    expect(report).toContain('exchange/unexpected (html)');
    expect(report).toContain(`1. ${saidOf('not-the-api').what} [not-the-api]`);
    expect(report).toMatch(/<!doctype html>/i);
    for (const secret of [demo.kid, demo.clientId, demo.name, 'eyJ', 'czs_'])
      expect(report).not.toContain(secret);
    await button(screens.t.frame.dismiss).click();
    expect(await alert().count()).toBe(0);
  });
});

test('nothing went wrong in the page on the way', () => {
  expect(run.consoleErrors).toEqual([]);
});

function remedy(name: Remedy): string {
  return screens.t.frame.remedies[name];
}
