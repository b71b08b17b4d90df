import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { world } from '../../electron/practice/world.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, parseCountdown, retype, type Screens, screensOf } from './screens.ts';

describe.each([
  ['en', 'light'],
  ['zh', 'dark'],
] as const)('from the first start to an answer, %s and %s', (language, colours) => {
  let run: LaunchedApp;
  let screens: Screens;

  beforeAll(async () => {
    run = await launchApp({ language, colours, keychain: 'unlocked' });
    screens = screensOf(run.page, language);
  });
  afterAll(() => run.close());

  test('the first page is in the system’s language and colours and offers two ways in', async () => {
    const { main, t, page } = screens;
    await main.getByRole('heading', { name: t.mint.welcome.title, exact: true }).waitFor();
    await main.getByRole('button', { name: t.mint.welcome.own, exact: true }).waitFor();
    expect(await page.getByText(t.frame.noToken, { exact: true }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(isDark).toBe(colours === 'dark');
    expect(ground).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('one button sets up practice Coze and mints a token, which counts down', async () => {
    const { tokens, secondsLeft } = screens;
    await screens.tryPractice();
    const inList = async () => {
      const words = (await tokens.first().innerText()).split('\n');
      return words.map(parseCountdown).find((seconds) => seconds !== null) ?? null;
    };
    const read = async () => {
      const [bar, list] = await Promise.all([secondsLeft(), inList()]);
      if (bar === null || list === null) throw new Error('there is no countdown');
      return { bar, list, at: performance.now() };
    };
    const first = await read();
    expect(first.bar).toBeGreaterThan(880);
    expect(first.bar).toBeLessThanOrEqual(900);
    await expect.poll(secondsLeft).toBeLessThanOrEqual(first.bar - 2);
    const second = await read();
    const passed = (second.at - first.at) / 1000;
    expect(Math.abs(first.bar - second.bar - passed)).toBeLessThan(1.6);
    expect(Math.abs(first.list - second.list - passed)).toBeLessThan(1.6);
    expect(await tokens.count()).toBe(1);
  });

  test('the current user is answered with every digit of the id, and with the log id', async () => {
    const { answer, page, t } = screens;
    await screens.go('console');
    await screens.chooseEndpoint('users_me');
    await screens.send(200);
    expect(await page.getByTestId('envelope-code').innerText()).toBe(fill(t.console.code, { code: 0 }));
    expect(await screens.answerText()).toContain(`"user_id": ${world.userId},`);
    await answer.getByRole('tab', { name: t.answer.tabs.headers }).click();
    const logId = await answer
      .getByRole('row', { name: /^x-tt-logid / })
      .getByRole('cell')
      .innerText();
    expect(logId).toMatch(/^\d{14}[0-9A-F]+$/i);
    expect(await answer.getByRole('status').first().innerText()).toContain(logId);
    await answer.getByRole('tab', { name: t.answer.tabs.body, exact: true }).click();
  });

  test('agents are listed, and one is read by its id in the path', async () => {
    const { page } = screens;
    await screens.chooseEndpoint('bots_list_draft_published');
    await page.getByRole('textbox', { name: 'workspace_id' }).fill(world.workspaceId);
    await screens.send(200);
    const inSight = world.botIds.slice(0, 2);
    for (const id of inSight) expect(await screens.answerText()).toContain(`"id": ${id},`);
    await screens.chooseEndpoint('get_metadata_draft_published');
    await page.getByRole('textbox', { name: 'bot_id' }).fill(world.botIds[1]);
    await screens.send(200);
    expect(await screens.answerText()).toContain(world.bots[1].name);
    await page.getByRole('code').getByText(`/v1/bots/${world.botIds[1]}`, { exact: true }).waitFor();
  });

  test('a chat is started and looked up', async () => {
    const { page, t } = screens;
    await screens.chooseEndpoint('chat_v3');
    const body = {
      bot_id: world.botIds[0],
      user_id: 'u-1001',
      stream: false,
      auto_save_history: true,
      additional_messages: [{ role: 'user', type: 'question', content: '你好', content_type: 'text' }],
    };
    await retype(page.getByRole('textbox', { name: t.console.body, exact: true }), JSON.stringify(body));
    await screens.send(200);
    const chat = await screens.answerText();
    const chatId = /"id": "?(\d+)/.exec(chat)?.[1] ?? '';
    const conversationId = /"conversation_id": "?(\d+)/.exec(chat)?.[1] ?? '';
    expect(chatId).toMatch(/^\d{19}$/);
    await screens.chooseEndpoint('retrieve_chat');
    await page.getByRole('textbox', { name: 'conversation_id' }).fill(conversationId);
    await page.getByRole('textbox', { name: 'chat_id' }).fill(chatId);
    await screens.send(200);
    expect(await screens.answerText()).toMatch(new RegExp(`"id": "?${chatId}\\b`));
  });

  test('a chat whose stream is cancelled is cancelled at Coze, too', async () => {
    const { page, t, answer } = screens;
    await callForValue(page, 'practice.setFaults', { eventPaceMilliseconds: 400 });
    await screens.chooseEndpoint('chat_v3');
    const body = {
      bot_id: world.botIds[0],
      user_id: 'u-1002',
      stream: true,
      additional_messages: [{ role: 'user', type: 'question', content: '你好', content_type: 'text' }],
    };
    await retype(page.getByRole('textbox', { name: t.console.body, exact: true }), JSON.stringify(body));
    await page.keyboard.press('ControlOrMeta+Enter');
    // Coze cancels a chat only while it is in progress.
    await answer.getByText(fill(t.answer.status, { status: 'in_progress' }), { exact: true }).waitFor();
    await answer.getByRole('button', { name: t.answer.cancelChat, exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await answer.getByText(t.answer.cancelDone, { exact: true }).waitFor();
    await answer.getByText(t.answer.endingNotes.cancelledBoth, { exact: true }).waitFor();
  });

  test('nothing went wrong in the page on the way', () => {
    expect(run.consoleErrors).toEqual([]);
  });
});
