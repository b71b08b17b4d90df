import type { ChildProcess } from 'node:child_process';
import { _electron, type CDPSession, type ElectronApplication, type Page } from 'playwright-core';
import { en } from '../../renderer/i18n/en.ts';
import type { BridgePort, CallInput, CallName, CallOutput } from '../../shared/bridge.ts';
import type { ElectronApps } from './electron-apps.ts';

/** The app with its console open, and what a person does in it. */
export interface OpenApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly pid: number;
  readonly devTools: CDPSession;
  /** Makes a call of the contract as the page would. */
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;
  /** Opens a new request to `url`. */
  readonly address: (url: string) => Promise<void>;
  /** Sends the open request. */
  readonly send: () => Promise<void>;
  /** Waits until the answer of the open request has come whole. */
  readonly answered: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const deadline = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await app.close();
  clearTimeout(deadline);
}

/** In about one start of a hundred Electron and its driver wait for each other; then another one is started. */
async function launch(
  options: NonNullable<Parameters<typeof _electron.launch>[0]>,
  attempts = 3,
): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (failure) {
    if (attempts <= 1) throw failure;
    return launch(options, attempts - 1);
  }
}

/** Starts the app on a folder (a new one when absent) with a practice app in it. */
export async function openApp(apps: ElectronApps, folder = apps.newFolder()): Promise<OpenApp> {
  const { executable, args, env } = apps.product;
  const electron = await launch({
    executablePath: executable,
    args: [...args, `--user-data-dir=${folder}`],
    chromiumSandbox: process.getuid?.() !== 0,
    colorScheme: null,
    env,
    timeout: 15_000,
  });
  const page = await electron.firstWindow();
  page.setDefaultTimeout(120_000);
  let lastCallId = 1_000_000;

  const call: OpenApp['call'] = async (name, input) => {
    lastCallId += 1;
    const reply = await page.evaluate(
      ({ id, name, input }) => (window as unknown as { cozeMint: BridgePort }).cozeMint.call(id, name, input),
      { id: lastCallId, name: name as string, input: input as unknown },
    );
    if (!reply.ok) throw new Error(`${name}: ${reply.problem.code}`);
    return reply.value as never;
  };

  await page.getByRole('navigation', { name: en.frame.navigation, exact: true }).waitFor();
  if ((await call('app.snapshot', null)).profile.apps.length === 0) {
    await page.getByRole('button', { name: en.mint.welcome.practice, exact: true }).click();
    await page.getByTestId('token-in-use').waitFor();
  }
  const answer = page.getByRole('region', { name: en.console.answer, exact: true });

  return {
    electron,
    page,
    pid: electron.process().pid ?? 0,
    devTools: await page.context().newCDPSession(page),
    call,
    address: async (url) => {
      const rail = page.getByRole('navigation', { name: en.frame.navigation, exact: true });
      await rail.getByRole('button', { name: en.frame.screens.console, exact: true }).click();
      await page.getByRole('button', { name: en.request.tabs.new, exact: true }).first().click();
      await page.getByRole('textbox', { name: en.request.address, exact: true }).fill(url);
    },
    send: () => page.keyboard.press('ControlOrMeta+Enter'),
    answered: async () => {
      await answer.getByText('200 OK').waitFor();
      await page.locator(`section[aria-label="${en.console.answer}"][aria-busy="false"]`).waitFor();
    },
    close: () => end(electron, electron.process()),
  };
}
