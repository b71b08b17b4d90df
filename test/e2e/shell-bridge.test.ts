import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callBridge } from './call-bridge.ts';
import { type LaunchedElectron, launchElectron } from './electron-launch.ts';

const preload = fileURLToPath(new URL('../../out/preload/preload.cjs', import.meta.url));
const snapshotCall =
  "window.cozeMint.call(1, 'app.snapshot', null).then(() => 'answered', (error) => error.message)";

let run: LaunchedElectron;
beforeAll(async () => {
  run = await launchElectron();
});
afterAll(() => run.close());

/** Loads a page with the real preload into a window that the app did not open, and calls from there. */
function callFromStranger(url: string): Promise<string> {
  return run.app.evaluate(
    async ({ BrowserWindow }, { url, preload, script }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await window.loadURL(url);
      const outcome: string = await window.webContents.executeJavaScript(script);
      window.destroy();
      return outcome;
    },
    { url, preload, script: snapshotCall },
  );
}

test('a page of a foreign origin is not answered', async () => {
  expect(await callFromStranger('data:text/html,<p>x</p>')).toContain('refused: the sender is not a window');
});

test('the app’s own page in a window that is not the app’s is not answered', async () => {
  expect(await callFromStranger('app://coze-mint/index.html')).toContain(
    'refused: the sender is not a window',
  );
});

test('a frame of the app’s own window is not answered', async () => {
  const outcome = await run.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const handlers = (
      ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => Promise<unknown>> }
    )._invokeHandlers;
    const frame = { url: 'app://coze-mint/index.html', parent: contents?.mainFrame };
    const event = { sender: contents, senderFrame: frame };
    return handlers
      .get('bridge:call')?.(event, 1, 'app.snapshot', null)
      .then(
        () => 'answered',
        (error: Error) => error.message,
      );
  });
  expect(outcome).toBe('refused: the sender is not a window of the app');
});

test('an unknown name and a wrong input are refused by the contract', async () => {
  const codes = [];
  for (const [name, input] of [
    ['no.such.call', null],
    ['constructor', null],
    ['__proto__', null],
    ['app.snapshot', { more: 1 }],
    ['keys.generate', { bits: 1024 }],
    ['keys.delete', { keyId: '' }],
  ] as const) {
    const reply = await callBridge(run.page, name, input);
    codes.push(reply.ok ? 'answered' : reply.problem.code);
  }
  expect(codes).toEqual(Array(6).fill('input/invalid'));
});

test('a call whose form is wrong is refused before the contract', async () => {
  const outcomes = await run.page.evaluate(async () => {
    const { call } = (window as unknown as { cozeMint: { call: (...args: unknown[]) => Promise<unknown> } })
      .cozeMint;
    const wrong = [
      ['1', 'app.snapshot', null],
      [1.5, 'app.snapshot', null],
      [Number.NaN, 'app.snapshot', null],
      [7, { toString: null }, null],
    ];
    return Promise.all(
      wrong.map((args) =>
        call(...args).then(
          () => 'answered',
          (error: Error) => error.message.includes('refused: not a call'),
        ),
      ),
    );
  });
  expect(outcomes).toEqual([true, true, true, true]);
});

test('the page has no other channel', async () => {
  const { channels, listeners } = await run.app.evaluate(({ ipcMain }) => ({
    channels: [...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys()],
    // Electron listens to `error` itself.
    listeners: ipcMain
      .eventNames()
      .filter((name) => name !== 'error')
      .map(String),
  }));
  expect(channels).toEqual(['bridge:call', 'bridge:file']);
  expect(listeners).toEqual(['bridge:cancel']);
});

test('the browser opens for links of the allow-list only', async () => {
  await run.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  const open = (url: string) => callBridge(run.page, 'app.openExternal', { url });
  expect(await open('https://www.coze.cn/open/docs/developer_guides/oauth_jwt_channel')).toMatchObject({
    ok: true,
  });
  for (const url of [
    'http://www.coze.cn/',
    'https://www.coze.cn.example.com/',
    'https://user:pass@www.coze.cn/',
    'https://www.coze.cn:8443/',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'javascript:alert(1)',
  ]) {
    expect(await open(url)).toMatchObject({ ok: false });
  }
  const opened = await run.app.evaluate(
    () => (globalThis as unknown as { opened: readonly string[] }).opened,
  );
  expect(opened).toEqual(['https://www.coze.cn/open/docs/developer_guides/oauth_jwt_channel']);
});

test('a file dialog that was closed is no file', async () => {
  await run.answerFileDialog(null);
  expect(await callBridge(run.page, 'import.pick', null)).toEqual({ ok: true, value: null });
});

test('what crosses is recorded in both directions', async () => {
  await callBridge(run.page, 'app.snapshot', null);
  const inward = await run.crossed('in');
  const outward = await run.crossed();
  expect(inward.some((text) => text.includes('"app.snapshot"'))).toBe(true);
  expect(outward.some((text) => text.includes('"profileSetAside"'))).toBe(true);
});
