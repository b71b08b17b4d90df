import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { type SecretServiceSession, startSecretService } from '../integration/secret-service.ts';
import './global-setup.ts';

export interface LaunchOptions {
  /** The system's language; English when absent. */
  readonly language?: 'en' | 'zh';
  /** The system's colours; light when absent. */
  readonly colours?: 'light' | 'dark';
  /** A keychain of this test's own: ready, locked with nobody to unlock it, or none at all (when absent). */
  readonly keychain?: 'unlocked' | 'locked' | 'none';
  /** More switches for Electron. */
  readonly args?: readonly string[];
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The folder of everything that the app keeps. */
  readonly userData: string;
  /** Everything that went wrong in the page so far: console errors, refused loads, uncaught errors. */
  readonly consoleErrors: readonly string[];
  /** What the main process wrote to its terminal so far. */
  readonly terminal: () => string;
  /** Every message that crossed the bridge so far: `out` to the page (when absent) or `in` from it. */
  readonly crossed: (direction?: 'in' | 'out') => Promise<readonly string[]>;
  /** Answers the next file dialogs: with a file, or as one that was closed. */
  readonly answerFileDialog: (file: string | null) => Promise<void>;
  /** Starts the app once more beside this one, on the same folder, and gives its exit code. */
  readonly startAgain: () => Promise<number | null>;
  /** Ends the app and starts it again on the same folder and keychain; this object is of no use afterwards. */
  readonly restart: (changes?: Pick<LaunchOptions, 'language' | 'colours' | 'args'>) => Promise<LaunchedApp>;
  /** Ends the app, takes folder and keychain away. */
  readonly close: () => Promise<void>;
}

interface Surroundings {
  readonly userData: string;
  readonly keychain: SecretServiceSession;
  readonly env: Record<string, string>;
}

const languageEnv = {
  en: { LANG: 'en_US.UTF-8', LANGUAGE: 'en_US:en' },
  zh: { LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN:zh' },
} as const;

async function surround(kind: NonNullable<LaunchOptions['keychain']>): Promise<Surroundings> {
  const keychain = await startSecretService(kind === 'none' ? 'no-bus' : 'unlocked');
  if (kind === 'locked') await keychain.restartLocked();
  const displays = inject('displays');
  const display = displays[(Number(process.env['VITEST_POOL_ID']) - 1) % displays.length];
  // Without an address GLib would start a bus of its own beside the display.
  const bus = kind === 'none' ? { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } : {};
  return {
    userData: await mkdtemp(join(tmpdir(), 'coze-mint-e2e-')),
    keychain,
    env: { ...keychain.env, ...bus, ...(display === undefined ? {} : { DISPLAY: display }) },
  };
}

async function closeApp(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const deadline = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await app.close();
  clearTimeout(deadline);
}

type ElectronOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/**
 * Attaches to a new Electron. In about one start of a hundred Electron and the driver wait for each other before any
 * of the app's own code has run; then the process is ended and another one started.
 */
async function startElectron(options: ElectronOptions, attempts = 3): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (failure) {
    if (attempts <= 1) throw failure;
    return startElectron(options, attempts - 1);
  }
}

async function run(surroundings: Surroundings, options: LaunchOptions): Promise<LaunchedApp> {
  const { executable, args } = inject('launch');
  const isRoot = process.getuid?.() === 0;
  const allArgs = [
    ...args,
    `--user-data-dir=${surroundings.userData}`,
    ...(options.colours === 'dark' ? ['--force-dark-mode'] : []),
    ...(options.args ?? []),
  ];
  const env = { ...surroundings.env, ...languageEnv[options.language ?? 'en'] };
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
  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  await page.waitForLoadState();

  return {
    app,
    page,
    userData: surroundings.userData,
    consoleErrors,
    terminal: () => terminal,
    crossed: (direction = 'out') =>
      app.evaluate((_, wanted) => {
        const { crossings } = globalThis as unknown as { crossings: { direction: string; text: string }[] };
        return crossings.filter((crossing) => crossing.direction === wanted).map(({ text }) => text);
      }, direction),
    answerFileDialog: (file) =>
      app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({
          canceled: path === null,
          filePaths: path === null ? [] : [path],
        });
      }, file),
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
      await surroundings.keychain.close();
      await rm(surroundings.userData, { recursive: true, force: true });
    },
  };
}

/**
 * Starts the built app in a real Electron, with a data folder, keychain, language and colours of its own.
 *
 * @throws Error when it does not open its window
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const surroundings = await surround(options.keychain ?? 'none');
  try {
    return await run(surroundings, options);
  } catch (cause) {
    await surroundings.keychain.close();
    await rm(surroundings.userData, { recursive: true, force: true });
    throw cause;
  }
}
