import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type SecretServiceSession, startSecretService } from '../integration/secret-service.ts';
import { type ForwardedPort, forwardPort } from './forward-port.ts';

export interface ServeOptions {
  /** The browser's language; English when absent. */
  readonly language?: 'en' | 'zh';
  /** The browser's colours; light when absent. */
  readonly colours?: 'light' | 'dark';
  /** A keychain of this test's own: ready, locked with nobody to unlock it, or none at all (when absent). */
  readonly keychain?: 'unlocked' | 'locked' | 'none';
  /** More arguments for `coze-mint serve`. */
  readonly args?: readonly string[];
  /** Switches that the page may not read the clipboard, as in a browser that nobody asked. */
  readonly withoutClipboard?: boolean;
}

/** One browser with one page that was opened by a link. */
export interface ServedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything that went wrong in the page so far: console errors, refused loads, uncaught errors. */
  readonly consoleErrors: readonly string[];
}

/** The built `coze-mint serve` with a real Chromium before it, which reaches it by a port that can be cut. */
export interface ServedApp extends ServedPage {
  /** The folder of everything that the app keeps. */
  readonly userData: string;
  /** `http://127.0.0.1:PORT`, as the browser sees it. */
  readonly origin: string;
  readonly line: Pick<ForwardedPort, 'cut' | 'mend'>;
  /** Asks the terminal for a link, as Enter does. */
  readonly nextLink: () => Promise<string>;
  /** Another browser, which shares nothing with the first, opened at `url`. */
  readonly openBrowser: (url: string) => Promise<ServedPage>;
  /** What was said on standard error so far. */
  readonly terminal: () => string;
  /** Answers the next file dialogs: with a file, or as one that was closed. */
  readonly answerFileDialog: (file: string | null) => void;
  /** Ends the program by a signal and gives its exit code, or the signal that it died of. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
  /** Ends everything, takes folder and keychain away. */
  readonly close: () => Promise<void>;
}

const program = fileURLToPath(new URL('../../out/cli/coze-mint.js', import.meta.url));
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = browsers
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new Error('These tests need Chromium (Debian, Ubuntu: apt-get install chromium).');
}

/** A Chromium without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: quiet,
  });
}

interface Program {
  readonly child: ChildProcess;
  readonly lines: Interface;
  readonly terminal: () => string;
}

function startProgram(env: Readonly<Record<string, string>>, args: readonly string[]): Program {
  const child = spawn(process.execPath, [program, 'serve', '--no-open', ...args], { env, stdio: 'pipe' });
  let terminal = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    terminal += text;
  });
  return { child, lines: createInterface(child.stdout), terminal: () => terminal };
}

async function nextLine({ child, lines, terminal }: Program): Promise<string> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`coze-mint serve has ended: ${terminal()}`);
  });
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  return String(line);
}

async function endProgram(
  { child }: Program,
  signal: NodeJS.Signals,
): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    const deadline = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.kill(signal);
    await gone;
    clearTimeout(deadline);
  }
  return child.exitCode ?? child.signalCode;
}

async function openPage(
  browser: Browser,
  { language = 'en', colours = 'light', withoutClipboard = false }: ServeOptions,
  url: string,
): Promise<ServedPage> {
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: colours,
    viewport: { width: 1200, height: 800 },
  });
  const { origin } = new URL(url);
  if (!withoutClipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const page = await context.newPage();
  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  await page.goto(url);
  return { context, page, consoleErrors };
}

async function serve(
  keychain: SecretServiceSession,
  config: string,
  options: ServeOptions,
): Promise<ServedApp> {
  const bus = options.keychain === 'unlocked' || options.keychain === 'locked';
  const env = {
    ...keychain.env,
    ...(bus ? {} : { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }),
    XDG_CONFIG_HOME: config,
    LANG: 'C',
  };
  const running = startProgram(env, options.args ?? []);
  const printed = new URL(await nextLine(running));
  const line = await forwardPort(Number(printed.port));
  const origin = `http://127.0.0.1:${line.port}`;
  const browser = await launchChromium();
  const first = await openPage(browser, options, `${origin}/${printed.hash}`);
  return {
    ...first,
    userData: join(config, 'Coze Mint'),
    origin,
    line,
    terminal: running.terminal,
    nextLink: async () => {
      running.child.stdin?.write('\n');
      return `${origin}/${new URL(await nextLine(running)).hash}`;
    },
    openBrowser: (url) => openPage(browser, options, url),
    answerFileDialog: (file) => {
      first.page.removeAllListeners('filechooser');
      first.page.on('filechooser', (chooser) => void chooser.setFiles(file === null ? [] : [file]));
    },
    end: (signal) => endProgram(running, signal),
    close: async () => {
      await browser.close();
      await endProgram(running, 'SIGTERM');
      await line.close();
      await keychain.close();
      await rm(config, { recursive: true, force: true });
    },
  };
}

/**
 * Starts the built `coze-mint serve` with a data folder and a keychain of its own, and opens its link in a real Chromium.
 *
 * @throws Error when there is no build, no Chromium, or no link
 */
export async function launchServe(options: ServeOptions = {}): Promise<ServedApp> {
  const kind = options.keychain ?? 'none';
  const keychain = await startSecretService(kind === 'none' ? 'no-bus' : 'unlocked');
  if (kind === 'locked') await keychain.restartLocked();
  const config = await mkdtemp(join(tmpdir(), 'coze-mint-serve-'));
  await mkdir(config, { recursive: true });
  try {
    return await serve(keychain, config, options);
  } catch (cause) {
    await keychain.close();
    await rm(config, { recursive: true, force: true });
    throw cause;
  }
}
