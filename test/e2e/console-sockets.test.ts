import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerSocket, takeSocket } from '../integration/console/socket-server.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, retype, type Screens, screensOf, startsWith } from './screens.ts';

let server: Server;
let run: LaunchedApp;
let screens: Screens;
/** Paths that were asked for, with their queries. */
const asked: string[] = [];
/** What came in over the WebSockets. */
const came: (string | Buffer)[] = [];

const event = (eventType: string, data?: object) =>
  JSON.stringify({ id: 'e1', event_type: eventType, data, detail: { logid: 'log-event' } });

/** Answers as Coze's voice chat does. */
function answer(text: string, socket: ServerSocket): void {
  const { event_type: eventType } = JSON.parse(text) as { event_type: string };
  if (eventType === 'conversation.message.create') {
    const message = { id: '7401', type: 'answer', role: 'assistant' };
    for (const content of ['晴，', '二十度'])
      socket.send(event('conversation.message.delta', { ...message, content }));
    socket.send(event('conversation.audio.delta', { ...message, content: 'AAAA' }));
    socket.send(event('conversation.audio.completed', message));
  }
  if (eventType === 'conversation.clear') socket.send(event('error', { code: 4000, msg: 'no conversation' }));
  if (eventType === 'conversation.chat.cancel') socket.close(1008, 'idle for too long');
}

beforeAll(async () => {
  server = createServer();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined);
    asked.push(request.url ?? '');
    if (request.url?.startsWith('/v1/audio/speech')) {
      const body = '{"code":4100,"msg":"authentication is invalid"}';
      socket.end(
        `HTTP/1.1 401 Unauthorized\r\nX-Tt-Logid: log-2\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
      return;
    }
    if (request.url?.startsWith('/v1/audio/simult_interpretation')) return;
    if (request.url?.startsWith('/v1/audio/transcriptions')) {
      takeSocket(request, socket, () => undefined, { isDeafToClose: true }).send(Buffer.alloc(5000, 'a'));
      return;
    }
    takeSocket(request, socket, (data, open) => {
      came.push(data);
      if (typeof data === 'string') answer(data, open);
    }).send(event('chat.created'));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  run = await launchApp();
  screens = screensOf(run.page);
  await screens.tryPractice();
  await callForValue(run.page, 'tokens.hold', {
    name: 'My PAT',
    text: `pat_${'k7Qx9aB2'.repeat(8)}`,
    region: { kind: 'custom', baseUrl },
    expiresAt: null,
  });
  await screens.go('console');
});

afterAll(async () => {
  await run.close();
  server.closeAllConnections();
  server.close();
});

const region = () => screens.page.getByRole('region', { name: screens.t.socket.region, exact: true });
const status = () => region().getByRole('status').first();
const log = () => region().getByRole('listbox', { name: screens.t.socket.log, exact: true });
const button = (name: string) => screens.main.getByRole('button', { name: startsWith(name) });
const composed = () => screens.main.getByRole('textbox', { name: screens.t.socket.composed, exact: true });

/** The last texts that came in, read as JSON. */
const sentEvents = () =>
  came.filter((one) => typeof one === 'string').map((one) => JSON.parse(one) as Record<string, unknown>);

async function open(endpointId: string): Promise<void> {
  const { page, main, t } = screens;
  await screens.chooseEndpoint(endpointId);
  await main.getByRole('button', { name: new RegExp(`${t.console.token}$`) }).click();
  await page.getByRole('option', { name: startsWith('My PAT') }).click();
}

test('a practice app is told that practice Coze refuses WebSockets', async () => {
  const { t } = screens;
  await screens.chooseEndpoint('asr_api');
  await region().getByText(t.socket.practice, { exact: true }).waitFor();
  await button(t.socket.connect).click();
  await expect.poll(() => status().innerText()).toContain('501');
  await region().getByText(t.socket.practice, { exact: true }).waitFor();
});

test('a WebSocket is connected with its query, given events from templates, and heard', async () => {
  const { page, main, t } = screens;
  await open('streaming_chat_api');
  await main.getByRole('textbox', { name: 'bot_id', exact: true }).fill('7342866812345678901');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => status().innerText()).toContain(t.socket.stages.open);
  expect(asked.at(-1)).toBe('/v1/chat?bot_id=7342866812345678901');
  await status().getByText('log-1', { exact: true }).waitFor();

  await main.getByRole('button', { name: t.socket.template, exact: true }).click();
  await page.getByRole('menuitem', { name: startsWith('conversation.message.create') }).click();
  await main.getByText(fill(t.socket.placeholders, { names: '<text>' }), { exact: true }).waitFor();
  const text =
    '{"id":"","event_type":"conversation.message.create","data":{"content_type":"text","content":"天气？"}}';
  await composed().focus();
  await retype(composed(), `${text},`);
  await main.getByText(startsWith(t.socket.fault.split('{{')[0] ?? '')).waitFor();
  expect(await button(t.socket.send).getAttribute('aria-disabled')).toBe('true');
  await retype(composed(), text.replace('"天气？"', '{{question}}'));
  await main
    .getByText(fill(t.request.obstacles['variables-unresolved'], { names: 'question' }), { exact: true })
    .waitFor();
  expect(await button(t.socket.send).getAttribute('aria-disabled')).toBe('true');
  await retype(composed(), text);
  await page.keyboard.press('ControlOrMeta+Enter');

  const said = region().getByRole('region', { name: t.socket.transcript, exact: true });
  await said.getByText('天气？', { exact: true }).waitFor();
  await said.getByText('晴，二十度', { exact: true }).waitFor();
  await said.locator('audio').waitFor();
  expect(await log().getByRole('option').count()).toBe(6);
  expect(sentEvents()[0]).toMatchObject({ event_type: 'conversation.message.create' });
  expect(String(sentEvents()[0]?.['id'])).toMatch(/^[0-9a-f-]{36}$/);

  // The keys that connect and send do nothing where neither can be meant.
  await main.getByRole('tab', { name: t.socket.views.query, exact: true }).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await main.getByRole('tab', { name: t.socket.views.message, exact: true }).click();
  expect(await status().innerText()).toContain(t.socket.stages.open);
  expect(came).toHaveLength(1);

  await log().getByRole('option').nth(1).click();
  await region().getByRole('tree').getByText('"天气？"').waitFor();
});

test('the log is filtered by type, and cleared', async () => {
  const { page, t } = screens;
  await region()
    .getByRole('button', { name: new RegExp(`${t.socket.type}$`) })
    .click();
  await page.getByRole('option', { name: 'conversation.message.delta', exact: true }).click();
  await expect.poll(() => log().getByRole('option').count()).toBe(2);
  await region()
    .getByRole('button', { name: new RegExp(`${t.socket.type}$`) })
    .click();
  await page.getByRole('option', { name: t.socket.allTypes, exact: true }).click();
  await region().getByRole('button', { name: t.socket.clear, exact: true }).click();
  await expect.poll(() => log().getByRole('option').count()).toBe(0);
});

test('a file goes out in pieces, as events', async () => {
  const { main, t } = screens;
  const file = path.join(run.userData, 'voice.pcm');
  await writeFile(file, Buffer.alloc(7000, 1));
  await main.getByRole('tab', { name: startsWith(t.socket.views.sound) }).click();
  const choose = main.getByRole('button', { name: t.request.file.choose, exact: true });
  await run.answerFileDialog(file);
  await choose.click();
  await main.getByText('voice.pcm', { exact: true }).waitFor();
  await main.getByRole('textbox', { name: t.socket.pauseMs, exact: true }).fill('0');
  const before = came.length;
  await button(t.socket.sendFile).click();
  await expect.poll(() => came.length - before).toBe(2);
  const pieces = sentEvents().slice(-2);
  expect(pieces.map((piece) => piece['event_type'])).toEqual([
    'input_audio_buffer.append',
    'input_audio_buffer.append',
  ]);
  const lengths = pieces.map(({ data }) => Buffer.from((data as { delta: string }).delta, 'base64').length);
  expect(lengths).toEqual([4800, 2200]);
});

test('an error that comes as an event, and how the other side closes, are told with their meaning', async () => {
  const { page, main, t } = screens;
  await main.getByRole('tab', { name: t.socket.views.message, exact: true }).first().click();
  for (const [eventType, told] of [
    ['conversation.clear', '4000 no conversation'],
    ['conversation.chat.cancel', t.socket.meanings['1008']],
  ] as const) {
    await composed().focus();
    await retype(composed(), JSON.stringify({ id: '', event_type: eventType }));
    await page.keyboard.press('ControlOrMeta+Enter');
    await region().getByText(told).waitFor();
  }
  expect(await region().getByTestId('close-code').innerText()).toContain('1008 idle for too long');
});

test('a refused handshake says what Coze said; one that hangs is called off', async () => {
  const { page, t } = screens;
  await open('tts_api');
  await button(t.socket.connect).click();
  await expect.poll(() => status().innerText()).toContain('401');
  await region()
    .getByText(screens.problem('console/socket-refused', { host: 'x', status: 401 }).why)
    .waitFor();
  await region().getByText('4100 authentication is invalid').waitFor();
  await open('simult_interpretation');
  await button(t.socket.connect).click();
  await expect.poll(() => status().innerText()).toContain(t.socket.stages.connecting);
  await page.keyboard.press('Escape');
  await expect.poll(() => status().innerText()).toContain(t.socket.stages.cancelled);
});

test('bytes are shown in part, and that is said; a connection is cut when the other side does not let it go', async () => {
  const { t } = screens;
  await open('asr_api');
  await button(t.socket.connect).click();
  await log().getByRole('option').first().click();
  await region()
    .getByText(fill(t.answer.firstBytes, { count: 4096 }), { exact: true })
    .waitFor();
  await button(t.socket.disconnect).dblclick();
  await expect.poll(() => status().innerText()).toContain(`${t.socket.stages.closed} 1006`);
  await region().getByText(t.socket.meanings.unanswered, { exact: true }).waitFor();
});

test('after a restart what was written is there, and the connection is told to be gone', async () => {
  await screens.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  run = await run.restart();
  screens = screensOf(run.page);
  await screens.go('console');
  const { page, t } = screens;
  await page.getByRole('tab', { name: startsWith('WS Streaming voice chat') }).click();
  await region().getByText(t.socket.gone, { exact: true }).waitFor();
  await expect.poll(() => composed().innerText()).toContain('conversation.chat.cancel');
  await button(t.socket.history).click();
  await page.getByRole('menuitem', { name: startsWith('conversation.message.create') }).click();
  await expect.poll(() => composed().innerText()).toContain('天气？');
  expect(run.consoleErrors).toEqual([]);
});
