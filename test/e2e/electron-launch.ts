import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { _electron, type ElectronApplication } from 'playwright-core';
import { inject } from 'vitest';
import { bridgeChannels } from '../../shared/bridge-channels.ts';
import './electron-setup.ts';
import type { LaunchedApp, LaunchOptions } from './launch.ts';
import { collectErrors, type Surroundings, within } from './surroundings.ts';

export interface ElectronOptions extends LaunchOptions {
  /** More switches for Electron. */
  readonly args?: readonly string[];
}

export interface LaunchedElectron extends LaunchedApp {
  readonly app: ElectronApplication;
  /** Starts the app once more beside this one, on the same folder, and gives its exit code. */
  readonly startAgain: () => Promise<number | null>;
  readonly restart: (changes?: Omit<ElectronOptions, 'keychain'>) => Promise<LaunchedElectron>;
}

const languageEnv = {
  en: { LANG: 'en_US.UTF-8', LANGUAGE: 'en_US:en' },
  zh: { LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN:zh' },
} as const;

function displayEnv(): Readonly<Record<string, string>> {
  const displays = inject('displays');
  const display = displays[(Number(process.env['VITEST_POOL_ID']) - 1) % displays.length];
  return display === undefined ? {} : { DISPLAY: display };
}

async function closeApp(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const deadline = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await app.close();
  clearTimeout(deadline);
}

type DriverOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/**
 * Attaches to a new Electron. In about one start of a hundred Electron and the driver wait for each other before any
 * of the app's own code has run; then the process is ended and another one started.
 */
async function startElectron(options: DriverOptions, attempts = 3): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (failure) {
    if (attempts <= 1) throw failure;
    return startElectron(options, attempts - 1);
  }
}

async function run(surroundings: Surroundings, options: ElectronOptions): Promise<LaunchedElectron> {
  const { executable, args } = inject('launch');
  const isRoot = process.getuid?.() === 0;
  const allArgs = [
    ...args,
    `--user-data-dir=${surroundings.folder}`,
    ...(options.colours === 'dark' ? ['--force-dark-mode'] : []),
    ...(options.args ?? []),
  ];
  const env = { ...surroundings.env, ...displayEnv(), ...languageEnv[options.language ?? 'en'] };
  const app = await startElectron({
    executablePath: executable,
    args: allArgs,
    chromiumSandbox: !isRoot,
    colorScheme: null,
    env,
    timeout: 15_000,
  });
  const child = app.process();
  let terminal = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      terminal += chunk.toString();
    });
  }
  const page = await app.firstWindow();
  const consoleErrors = collectErrors(page);
  await page.waitForLoadState();

  return {
    host: 'electron',
    app,
    page,
    userData: surroundings.folder,
    env: surroundings.env,
    consoleErrors,
    terminal: () => terminal,
    crossed: (direction = 'out') =>
      app.evaluate((_, wanted) => {
        const { crossings } = globalThis as unknown as { crossings: { direction: string; text: string }[] };
        return crossings.filter((crossing) => crossing.direction === wanted).map(({ text }) => text);
      }, direction),
    standIn: (name, reply) =>
      app.evaluate(
        (_, stood) => {
          const { standIns } = globalThis as unknown as { standIns: Map<string, unknown> };
          standIns.set(stood.name, stood.reply);
        },
        { name, reply },
      ),
    tell: (event) =>
      app.evaluate(
        ({ BrowserWindow }, told) => {
          for (const { webContents } of BrowserWindow.getAllWindows())
            webContents.send(told.channel, told.event);
        },
        { channel: bridgeChannels.event, event },
      ),
    answerFileDialog: (file) =>
      app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({
          canceled: path === null,
          filePaths: path === null ? [] : [path],
        });
      }, file),
    readClipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    writeClipboard: (text) => app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text),
    resize: (width, height) =>
      app.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setSize(size.width, size.height);
        },
        { width, height },
      ),
    zoom: (factor) =>
      app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted);
      }, factor),
    startAgain: async () => {
      const sandbox = isRoot ? ['--no-sandbox'] : [];
      const second = spawn(executable, [...sandbox, ...allArgs], { env, stdio: 'ignore' });
      const [code] = await once(second, 'exit');
      return code;
    },
    restart: async (changes = {}) => {
      await closeApp(app, child);
      return run(surroundings, { ...options, ...changes });
    },
    close: async () => {
      await closeApp(app, child);
      await surroundings.close();
    },
  };
}

/**
 * Starts the built app in a real Electron.
 *
 * @throws Error when it does not open its window
 */
export function launchElectron(options: ElectronOptions = {}): Promise<LaunchedElectron> {
  return within(options.keychain, (surroundings) => run(surroundings, options));
}
