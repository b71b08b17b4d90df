import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CauseCode } from '../../shared/coze/causes/cause.ts';
import { causeTextsEn } from '../../shared/i18n/cause-texts.en.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, type Screens, screensOf } from './screens.ts';

/** One second of a tone as a WAV file: 8 kHz, 16 bit, one channel. */
function tone(): Buffer {
  const samples = 8000;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 16_000],
    [40, samples * 2],
  ] as const)
    file.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    file.writeUInt16LE(value, at);
  file.write('data', 36);
  for (let at = 0; at < samples; at += 1) file.writeInt16LE(Math.round(8000 * Math.sin(at / 3)), 44 + at * 2);
  return file;
}

const firstId = 7_348_293_847_239_840_000n;
const items = 20_000;

function longList(): string {
  const rows = Array.from(
    { length: items },
    (_, at) => `{"id":${firstId + BigInt(at)},"name":"第 ${at} 项","created_at":${1_763_800_000 + at}}`,
  );
  return `{"code":0,"msg":"","data":{"items":[${rows.join(',')}]},"output":"{\\"answer\\":\\"里面\\"}"}`;
}

const chat = (status: string, more = '') =>
  `{"id":"7401","conversation_id":"7402","bot_id":"7403","status":"${status}"${more}}`;
const piece = (content: string) =>
  `{"id":"1","role":"assistant","type":"answer","content":"${content}","content_type":"text"}`;
const toolCall =
  ',"required_action":{"type":"submit_tool_outputs","submit_tool_outputs":{"tool_calls":[{"id":"call-1","type":"function","function":{"name":"get_weather","arguments":"{}"}}]}}';
const stream = [
  ['conversation.chat.created', chat('created')],
  ['conversation.message.delta', piece('先说')],
  ['conversation.message.delta', piece('两句')],
  ['conversation.chat.requires_action', chat('requires_action', toolCall)],
  ['done', '"[DONE]"'],
];

let server: Server;
let origin: string;
let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = (type: string, body: string | Buffer) => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    if (request.url === '/list') answer('application/json', longList());
    else if (request.url === '/gbk') answer('text/plain', Buffer.from('c4e3bac3', 'hex'));
    else if (request.url === '/broken') response.socket?.destroy();
    else if (request.url === '/tone') answer('audio/wav', tone());
    else if (request.url === '/samples') answer('audio/pcm', tone().subarray(44));
    else if (request.url === '/page') answer('text/event-stream', '<html>502 from a gateway</html>');
    else if (request.url === '/hanging')
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event:begun\ndata:{}\n\n');
    else
      answer('text/event-stream', stream.map(([event, data]) => `event:${event}\ndata:${data}\n\n`).join(''));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  run = await launchApp();
  screens = screensOf(run.page);
  await screens.tryPractice();
  await screens.go('console');
});

afterAll(async () => {
  await run.close();
  server.close();
  server.closeAllConnections();
});

async function ask(path: string): Promise<void> {
  const { page, t } = screens;
  await page.getByRole('button', { name: t.request.tabs.new, exact: true }).first().click();
  await page.getByRole('textbox', { name: t.request.address, exact: true }).fill(origin + path);
  await page.keyboard.press('ControlOrMeta+Enter');
}

async function get(path: string): Promise<void> {
  const { answer } = screens;
  await ask(path);
  await answer.getByText('200 OK').waitFor();
  await expect.poll(() => answer.getAttribute('aria-busy')).toBe('false');
}

/** A choice of how a stream is looked at; there is one for each width. */
const look = (name: string) => screens.answer.getByText(name, { exact: true }).filter({ visible: true });

const copied = () => run.readClipboard();

test('a long list is searched, filtered and copied with every digit of its ids', async () => {
  const { page, t, answer } = screens;
  await get('/list');
  const tree = answer.getByRole('tree', { name: t.answer.jsonTree, exact: true });
  await tree.getByRole('treeitem').first().waitFor();
  const find = answer.getByRole('searchbox', { name: t.answer.find, exact: true });

  await find.fill('第 19999 项');
  await answer.getByText(fill(t.answer.hits, { at: 1, count: 1 }), { exact: true }).waitFor();
  await tree.getByText('第 19999 项').waitFor();

  await find.fill(`$.data.items[?@.id == ${firstId + 12_345n}].id`);
  await answer.getByText(fill(t.answer.matches_one, { count: 1 }), { exact: true }).waitFor();
  await tree.getByRole('treeitem').first().click();
  await answer.getByText('$.data.items[12345].id', { exact: true }).last().waitFor();
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(copied).toBe(String(firstId + 12_345n));

  await find.fill('');
  await tree.press('End');
  await tree.getByText(t.answer.holdsJson).waitFor();
  await tree.press('ArrowRight');
  await tree.getByText('"里面"').waitFor();
  expect(await tree.getAttribute('aria-activedescendant')).not.toBeNull();
  await tree.evaluate((element) => element.scrollTo(0, 0));
  await expect.poll(() => tree.getAttribute('aria-activedescendant')).toBeNull();
});

test('a stream is put together, and what it waits for is the next request, ready filled', async () => {
  const { page, t, answer } = screens;
  await get('/stream');
  await expect
    .poll(() => answer.getByTestId('stream-ending').innerText())
    .toBe(t.answer.endings['tool-outputs']);
  await answer.getByText('先说两句', { exact: true }).waitFor();
  const events = answer.getByRole('listbox', { name: t.answer.events, exact: true });
  expect(await events.getByRole('option').count()).toBe(stream.length);
  await look(t.answer.raw).click();
  await answer.getByText(`event:${stream[0]?.[0]}`, { exact: true }).waitFor();
  await look(t.answer.both).click();
  await answer.getByRole('button', { name: t.answer.fillOutputs, exact: true }).click();
  await expect
    .poll(() => page.locator('.cm-content').first().innerText())
    .toContain('"tool_call_id": "call-1"');
});

test('Escape cancels a stream whose events are shown', async () => {
  const { page, t, answer } = screens;
  await page.getByRole('button', { name: t.request.tabs.new, exact: true }).first().click();
  await page.getByRole('textbox', { name: t.request.address, exact: true }).fill(`${origin}/hanging`);
  await page.keyboard.press('ControlOrMeta+Enter');
  const events = answer.getByRole('listbox', { name: t.answer.events, exact: true });
  await events.getByRole('option').first().waitFor();
  expect(await answer.getAttribute('aria-busy')).toBe('true');
  await look(t.answer.raw).click();
  const lines = answer.getByRole('region', { name: t.answer.lineText, exact: true });
  await lines.getByText('event:begun', { exact: true }).waitFor();
  await look(t.answer.both).click();
  await events.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => answer.getAttribute('aria-busy')).toBe('false');
});

test('what is declared as a stream and is none is shown as it came', async () => {
  const { t, answer } = screens;
  await get('/page');
  await answer.getByText(t.answer.noEventStream, { exact: true }).waitFor();
  await answer.getByText('<html>502 from a gateway</html>', { exact: true }).waitFor();
  expect(await answer.getByText(t.answer.noEvents, { exact: true }).count()).toBe(0);
});

test('samples without a header play at the rate that is chosen', async () => {
  const { page, t, answer } = screens;
  await get('/samples');
  const audio = answer.getByLabel(t.answer.audioLabel, { exact: true });
  const length = () => audio.evaluate((element) => (element as HTMLAudioElement).duration);
  await expect.poll(length).toBeCloseTo(1 / 3);
  await answer.getByRole('button', { name: new RegExp(`${t.answer.sampleRate}$`) }).click();
  await page.getByRole('option', { name: '8000 Hz', exact: true }).click();
  await expect.poll(length).toBe(1);
});

test('sound plays from any place of it', async () => {
  const { t, answer } = screens;
  await get('/tone');
  const audio = answer.getByLabel(t.answer.audioLabel, { exact: true });
  const at = await audio.evaluate(async (element) => {
    const sound = element as HTMLAudioElement;
    if (sound.readyState < 1)
      await new Promise((resolve) => sound.addEventListener('loadedmetadata', resolve));
    const whole = sound.duration;
    sound.currentTime = 0.5;
    await new Promise((resolve) => sound.addEventListener('seeked', resolve, { once: true }));
    return [whole, sound.currentTime];
  });
  expect(at).toEqual([1, 0.5]);
  expect(run.consoleErrors).toEqual([]);
});

test('text without a charset is read, how is said, and another one can be chosen', async () => {
  const { page, t, answer } = screens;
  await get('/gbk');
  await answer.getByText('你好').waitFor();
  const note = answer.getByTestId('charset');
  expect(await note.innerText()).toContain('GB18030');
  await answer.getByRole('button', { name: t.answer.charset.choose, exact: true }).click();
  await page.getByRole('menuitem', { name: 'ISO-8859-1', exact: true }).click();
  await answer.getByText('ÄãºÃ').waitFor();
  expect(await note.innerText()).toContain('ISO-8859-1');
});

test('what another host broke is not laid to practice Coze', async () => {
  const { page, answer } = screens;
  await ask('/broken');
  const alert = answer.getByRole('alert');
  await alert.waitFor();
  const words = (code: CauseCode) => causeTextsEn[code].what;
  await alert.getByText(words('connection-cut')).waitFor();
  expect(await page.getByText(words('practice-fault-spent')).count()).toBe(0);
});
