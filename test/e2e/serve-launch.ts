import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import './browser-setup.ts';
import type { LaunchedApp, LaunchOptions } from './launch.ts';
import { openLine, type RecordedLine } from './recorded-line.ts';
import { type ServeProgram, startServe } from './serve-program.ts';
import { collectErrors, type Surroundings, within } from './surroundings.ts';

/** A browser of its own, which shares nothing with another, with one page that was opened at an address. */
export interface ServedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly consoleErrors: readonly string[];
}

/** The built `coze-mint serve` with a real Chromium before it, which reaches it by a port that can be cut. */
export interface ServedApp extends LaunchedApp, ServedPage {
  /** `http://127.0.0.1:PORT`, as the browser sees it. */
  readonly origin: string;
  readonly line: Pick<RecordedLine, 'cut' | 'mend'>;
  /** Asks the terminal for a link. */
  readonly nextLink: () => Promise<string>;
  readonly openBrowser: (url: string) => Promise<ServedPage>;
  /** Ends the program by a signal and gives its exit code, or the signal that it died of. */
  readonly end: ServeProgram['end'];
}

const usualSize = { width: 1200, height: 800 } as const;

let attached: Promise<Browser> | null = null;

/** The Chromium of this worker. */
function browserOfWorker(): Promise<Browser> {
  const endpoints = inject('chromiums');
  const endpoint = endpoints[(Number(process.env['VITEST_POOL_ID']) - 1) % endpoints.length] ?? '';
  attached ??= chromium.connect(endpoint);
  return attached;
}

async function openContext(origin: string, options: LaunchOptions): Promise<BrowserContext> {
  const browser = await browserOfWorker();
  const context = await browser.newContext({
    locale: options.language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: options.colours ?? 'light',
    // Motion is seen in the app’s own window; here its waits would be paid for a second time.
    reducedMotion: 'reduce',
    viewport: usualSize,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return context;
}

async function openPage(context: BrowserContext, url: string): Promise<ServedPage> {
  const page = await context.newPage();
  const consoleErrors = collectErrors(page);
  await page.goto(url);
  return { context, page, consoleErrors };
}

interface Place {
  readonly surroundings: Surroundings;
  readonly line: RecordedLine;
  /** The browser that goes on with a program that was started again. */
  readonly context: BrowserContext;
}

async function run(place: Place, options: LaunchOptions): Promise<ServedApp> {
  const { surroundings, line, context } = place;
  const origin = `http://127.0.0.1:${line.port}`;
  const config = join(surroundings.folder, 'config');
  const program = await startServe({ ...surroundings.env, XDG_CONFIG_HOME: config, LANG: 'C' });
  line.leadTo(Number(program.link.port));
  const first = await openPage(context, `${origin}/${program.link.hash}`);
  const { page } = first;
  let chosenFile: string | null = null;
  page.on('filechooser', (chooser) => void chooser.setFiles(chosenFile ?? []));

  return {
    ...first,
    host: 'browser',
    userData: join(config, 'Coze Mint'),
    env: surroundings.env,
    origin,
    line,
    terminal: program.terminal,
    crossed: async (direction = 'out') => line.crossed(direction),
    standIn: async (name, reply) => line.standIn(name, reply),
    tell: async (event) => line.tell(event),
    answerFileDialog: async (file) => {
      chosenFile = file;
    },
    readClipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    writeClipboard: (text) => page.evaluate((words) => navigator.clipboard.writeText(words), text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    zoom: (factor) =>
      page.setViewportSize({ width: usualSize.width / factor, height: usualSize.height / factor }),
    nextLink: async () => `${origin}/${(await program.nextLink()).hash}`,
    openBrowser: async (url) => openPage(await openContext(origin, options), url),
    end: program.end,
    restart: async (changes = {}) => {
      await page.close();
      await program.end('SIGTERM');
      if (Object.keys(changes).length === 0) return run(place, options);
      await context.close();
      const changed = { ...options, ...changes };
      return run({ ...place, context: await openContext(origin, changed) }, changed);
    },
    close: async () => {
      await context.close();
      await program.end('SIGTERM');
      await line.close();
      await surroundings.close();
    },
  };
}

/**
 * Starts the built `coze-mint serve`, and opens its link in a real Chromium.
 *
 * @throws Error when there is no link, or no page that opens
 */
export function launchServe(options: LaunchOptions = {}): Promise<ServedApp> {
  return within(options.keychain, async (surroundings) => {
    const line = await openLine();
    const context = await openContext(`http://127.0.0.1:${line.port}`, options);
    return run({ surroundings, line, context }, options);
  });
}
