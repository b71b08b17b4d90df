import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveLoopback } from '../../../electron/loopback/serve-loopback.ts';
import { createMemorySecretStore } from '../../electron/keys/memory-secret-store.ts';
import { writeScreens } from './screens-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-port-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Serves once, and gives the port that it was at. */
async function serveOnce(port = 0): Promise<number> {
  const loopback = await serveLoopback({
    screens: await writeScreens(path.join(folder, 'screens')),
    dataFolder: path.join(folder, 'data'),
    keychain: createMemorySecretStore(),
    version: '0.1.0',
    language: 'en',
    port,
  });
  await loopback.close();
  return loopback.port;
}

it('is that of last time while it is free', async () => {
  const first = await serveOnce();
  expect(await serveOnce()).toBe(first);
  const other = createServer().listen(first, '127.0.0.1');
  await once(other, 'listening');
  const second = await serveOnce();
  other.close();
  expect(second).not.toBe(first);
  expect(await serveOnce()).toBe(second);
});

it('is any free one where nothing sensible was kept', async () => {
  await serveOnce();
  for (const text of ['', '99999', '-1', '80 80', '{}']) {
    await writeFile(path.join(folder, 'data', 'serve-port'), text);
    expect(await serveOnce()).toBeGreaterThan(0);
  }
});
