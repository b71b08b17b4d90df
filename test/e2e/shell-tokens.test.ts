import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BridgePort, Snapshot } from '../../shared/bridge.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { callForValue } from './call-bridge.ts';
import { type LaunchedElectron, launchElectron } from './electron-launch.ts';
import { screensOf } from './screens.ts';

let run: LaunchedElectron;

beforeAll(async () => {
  run = await launchElectron();
  await screensOf(run.page).tryPractice();
});

afterAll(() => run.close());

const snapshot = async () => (await callForValue(run.page, 'app.snapshot', null)) as Snapshot;

test('tokens are looked at anew when the machine wakes up', async () => {
  await run.page.evaluate(() => {
    const told: string[] = [];
    const { cozeMint } = window as unknown as { cozeMint: BridgePort };
    cozeMint.subscribe(({ name }) => told.push(name));
    Object.assign(globalThis, { told });
  });
  await run.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect
    .poll(() => run.page.evaluate(() => (globalThis as unknown as { told: string[] }).told))
    .toContain('woke');
});

test('a token is announced by the system before it ends, and renewed from there', async () => {
  await run.app.evaluate(({ Notification }) => {
    const noticed: Electron.Notification[] = [];
    Object.assign(globalThis, { noticed });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      noticed.push(this);
    };
  });
  const titles = () =>
    run.app.evaluate(() => {
      const { noticed } = globalThis as unknown as { noticed: Electron.Notification[] };
      return noticed.map(({ title }) => title);
    });
  const [app] = (await snapshot()).profile.apps;
  if (app === undefined) throw new Error('Practice Coze has set up no app.');
  await callForValue(run.page, 'settings.change', { notifyBeforeSeconds: [6] });
  const options = { ...app.defaults, sessionName: 'u-soon', durationSeconds: 12 };
  const { id } = (await callForValue(run.page, 'tokens.mint', { appId: app.id, options })) as AccessToken;
  await expect.poll(titles).toEqual([expect.stringContaining(app.name)]);
  await run.app.evaluate(() => {
    const { noticed } = globalThis as unknown as { noticed: NodeJS.EventEmitter[] };
    noticed[0]?.emit('action', {}, 0);
  });
  await expect.poll(async () => (await snapshot()).tokens[0]?.replaces).toBe(id);
});
