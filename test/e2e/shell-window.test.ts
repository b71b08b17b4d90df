import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { callForValue } from './call-bridge.ts';
import { type ElectronOptions, type LaunchedElectron, launchElectron } from './electron-launch.ts';
import { keepWriting } from './keep-writing.ts';

const running: LaunchedElectron[] = [];

async function launch(options: ElectronOptions = {}): Promise<LaunchedElectron> {
  const run = await launchElectron(options);
  running.push(run);
  return run;
}

async function restart(
  run: LaunchedElectron,
  options?: Parameters<LaunchedElectron['restart']>[0],
): Promise<LaunchedElectron> {
  const next = await run.restart(options);
  running.splice(running.indexOf(run), 1, next);
  return next;
}

afterEach(async () => {
  for (const run of running.splice(0)) await run.close();
});

function boundsOf({ app }: LaunchedElectron) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

function menuOf({ app }: LaunchedElectron) {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
}

const englishMenu = ['File', 'Edit', 'View', 'Window', 'Help'];
const chineseMenu = ['文件', '编辑', '视图', '窗口', '帮助'];

test('a first window has the default size, in the middle of the screen', async () => {
  const run = await launch();
  expect(await boundsOf(run)).toEqual({ x: 200, y: 100, width: 1200, height: 800 });
  const smallest = await run.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getMinimumSize(),
  );
  expect(smallest).toEqual([900, 600]);
});

test('the window opens again where it was', async () => {
  const first = await launch();
  const bounds = { x: 40, y: 60, width: 1000, height: 700 };
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await expect.poll(() => boundsOf(first)).toEqual(bounds);
  const second = await restart(first);
  expect(await boundsOf(second)).toEqual(bounds);
  const kept = JSON.parse(await readFile(join(second.userData, 'window.json'), 'utf8'));
  expect(kept).toEqual({ bounds, maximised: false });
});

test('a window that was on a display that is gone opens on the one that is there', async () => {
  const first = await launch();
  await first.app.evaluate(({ app }) => {
    app.removeAllListeners('window-all-closed');
  });
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
  const lost = { bounds: { x: 5000, y: 3000, width: 1000, height: 700 }, maximised: false };
  await writeFile(join(first.userData, 'window.json'), JSON.stringify(lost));
  const second = await restart(first);
  expect(await boundsOf(second)).toEqual({ x: 300, y: 150, width: 1000, height: 700 });
});

test('a second start shows the first window and ends', async () => {
  const run = await launch();
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await run.startAgain()).toBe(0);
  const state = () =>
    run.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({ visible: window.isVisible() })),
    );
  await expect.poll(state).toEqual([{ visible: true }]);
});

test('menus speak the system’s language, and the chosen one from the moment of the choice', async () => {
  const english = await launch({ language: 'en' });
  expect(await menuOf(english)).toEqual(englishMenu);
  await callForValue(english.page, 'settings.change', { language: 'zh' });
  await expect.poll(() => menuOf(english)).toEqual(chineseMenu);
  const again = await restart(english);
  await expect.poll(() => menuOf(again)).toEqual(chineseMenu);
});

test('menus are Chinese on a Chinese system', async () => {
  const run = await launch({ language: 'zh' });
  expect(await menuOf(run)).toEqual(chineseMenu);
  expect(await callForValue(run.page, 'app.snapshot', null)).toMatchObject({
    host: { systemLanguage: 'zh' },
  });
});

test('a menu item reaches the page as a command', async () => {
  const run = await launch();
  await run.page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    (
      window as unknown as { cozeMint: { subscribe: (listener: (event: unknown) => void) => void } }
    ).cozeMint.subscribe((event) => heard.push(event));
  });
  await run.app.evaluate(({ Menu }) => {
    for (const id of ['go-keys', 'import-key']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  });
  const heard = () =>
    run.page.evaluate(() =>
      (window as unknown as { heard: { name: string }[] }).heard.filter(({ name }) => name === 'command'),
    );
  await expect.poll(heard).toEqual([
    { name: 'command', payload: { name: 'go-keys' } },
    { name: 'command', payload: { name: 'import-key' } },
  ]);
});

test('the window has the system’s colours, and the chosen ones from the moment of the choice', async () => {
  const run = await launch({ colours: 'dark' });
  const ground = () =>
    run.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
    );
  const pageIsDark = () => run.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await ground()).toBe('#0e1110');
  expect(await pageIsDark()).toBe(true);
  await callForValue(run.page, 'settings.change', { theme: 'light' });
  await expect.poll(ground).toBe('#f5f7f6');
  await expect.poll(pageIsDark).toBe(false);
});

test('a light system has a light window', async () => {
  const run = await launch({ colours: 'light' });
  const dark = await run.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  expect(dark).toBe(false);
});

test('a page whose process dies is loaded again when the person wants that', async () => {
  const run = await launch();
  await run.app.evaluate(({ dialog, BrowserWindow }) => {
    const happened: string[] = [];
    Object.assign(globalThis, { happened });
    dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
      happened.push(options.message);
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.once('did-finish-load', () => happened.push('loaded'));
    contents?.forcefullyCrashRenderer();
  });
  const happened = () => run.app.evaluate(() => (globalThis as unknown as { happened: string[] }).happened);
  await expect.poll(happened, { timeout: 10_000 }).toEqual(['The screen stopped working', 'loaded']);
});

test('what nobody caught is told on the terminal without its secrets, and the app goes on', async () => {
  const run = await launch();
  const token = 'czs_RQOhsc7vmzzK4bNgb7hn4wqOgRBYAO6xvpFHNbnl6RiQJX3cSXSguIhFDzgy';
  await run.app.evaluate((_, text) => {
    setTimeout(() => {
      throw new Error(`sent with Bearer ${text}`);
    });
    void Promise.reject(new Error(`refused ${text}`));
  }, token);
  await expect.poll(() => run.terminal()).toContain('uncaught exception');
  await expect.poll(() => run.terminal()).toContain('unhandled rejection');
  expect(run.terminal()).not.toContain(token);
  expect(await callForValue(run.page, 'app.snapshot', null)).toMatchObject({ host: { platform: 'linux' } });
});

test('closing the window ends the process well', async () => {
  const run = await launch();
  const ended = new Promise<number | null>((resolve) => run.app.process().once('exit', resolve));
  await run.app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close());
  });
  expect(await ended).toBe(0);
});

test('a signal ends the process well, also in the middle of writing', async () => {
  const run = await launch();
  const ended = new Promise<number | null>((resolve) => run.app.process().once('exit', resolve));
  await keepWriting(run);
  run.app.process().kill('SIGTERM');
  expect(await ended).toBe(0);
});
