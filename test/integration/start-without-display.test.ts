import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'coze-mint-start-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

function statusOf(url: string): Promise<number> {
  return new Promise((done, failed) => {
    request(url, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    })
      .on('error', failed)
      .end();
  });
}

/** `npm start` as a machine without a display, or without Electron, has it. */
function start(env: NodeJS.ProcessEnv) {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...own } = process.env;
  const child = spawn(process.execPath, [resolve('scripts/start.mjs'), '--no-open'], {
    env: { ...own, XDG_CONFIG_HOME: home, DBUS_SESSION_BUS_ADDRESS: 'disabled:', LANG: 'C', ...env },
    stdio: 'pipe',
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return { child, said: () => said, lines: createInterface(child.stdout) };
}

it.skipIf(process.platform !== 'linux').each([
  ['a display', {}, 'There is no display for a window here (neither DISPLAY nor WAYLAND_DISPLAY is set).'],
  [
    'Electron',
    { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' },
    'ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: /nowhere',
  ],
])(
  'without %s, npm start says so in one line, serves the screens to a browser, and ends with its terminal',
  async (_what, env, reason) => {
    const { child, said, lines } = start(env);
    const ended = once(child, 'exit');
    const early = ended.then(() => Promise.reject(new Error(said())));
    early.catch(() => undefined);
    const links: string[] = [];
    lines.on('line', (line) => links.push(line));
    while (!links.some((line) => line.startsWith('http'))) await Promise.race([once(lines, 'line'), early]);
    const link = links.find((line) => line.startsWith('http')) ?? '';
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
    expect(
      said()
        .split('\n')
        .filter((line) => line.startsWith(reason)),
    ).toHaveLength(1);
    expect(said()).toContain('The screens open in a browser instead.');
    expect(await statusOf(link)).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await expect(statusOf(link)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  },
  180_000,
);
