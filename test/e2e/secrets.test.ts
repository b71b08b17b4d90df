import { execFile } from 'node:child_process';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tracesOfPrivateKey } from '../integration/engine/private-key-traces.ts';
import { type KeysScreen, keysScreenOf } from './keys-screen.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, type Screens, screensOf } from './screens.ts';
import { makeThrowawayApp, type OutsidePractice, startOutsidePractice } from './throwaway-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const imported = makeThrowawayApp();

let run: LaunchedApp;
let screens: Screens;
let keysScreen: KeysScreen;
let outside: OutsidePractice;

beforeAll(async () => {
  outside = await startOutsidePractice();
  outside.register(imported);
  run = await launchApp({ keychain: 'unlocked' });
  screens = screensOf(run.page);
  keysScreen = keysScreenOf(screens);
});

afterAll(async () => {
  await run.close();
  await outside.practice.stop();
});

/** The private keys that the keychain holds, read past the app. */
async function keysInKeychain(): Promise<readonly KeyObject[]> {
  const script =
    "require('keytar').findCredentials('Coze Mint').then((found) => console.log(JSON.stringify(found)))";
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: root, env: run.env });
  const entries: readonly { readonly account: string; readonly password: string }[] = JSON.parse(stdout);
  const parts = new Map<string, string>();
  for (const { account, password } of entries.toSorted((a, b) => (a.account < b.account ? -1 : 1))) {
    const id = /^key\/(.+)\/[ab]\d$/.exec(account)?.[1];
    if (id !== undefined) parts.set(id, (parts.get(id) ?? '') + password);
  }
  return [...parts.values()].map((text) =>
    createPrivateKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'pkcs8' }),
  );
}

/** Every file under the data folder as text, and once more without the zero bytes of UTF-16. */
async function textOfFiles(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1').catch(() => '')),
  );
  return texts.flatMap((text) => [text, text.replaceAll('\0', '')]).join('\n');
}

const linesOf = (pem: string) => pem.trim().split('\n').slice(1, -1);

test('no private key leaves the host, whatever is done; a token only on the wish to see it, or to copy it in a browser', async () => {
  const { t, page, tokens } = screens;

  await screens.go('keys');
  await keysScreen.paste(imported.pem);
  await keysScreen.saveKey('imported', imported.kid);
  await keysScreen.createApp({ ...imported, baseUrl: outside.url, keyLabel: 'imported' });
  await keysScreen.generate(2048);
  await keysScreen.saveKey('generated');
  const privateKeys = await keysInKeychain();
  expect(privateKeys).toHaveLength(2);

  await screens.go('mint');
  await screens.mintButton.click();
  await expect.poll(() => tokens.count()).toBe(1);
  await screens.go('console');
  await screens.chooseEndpoint('users_me');
  await screens.send(200);
  await screens.go('mint');
  await tokens.getByRole('button', { name: t.mint.token.copyToken, exact: true }).click();
  await tokens.getByRole('button', { name: t.frame.copied, exact: true }).waitFor();
  const token = await run.readClipboard();
  expect(token).toMatch(/^czs_/);
  const forCopying = run.host === 'browser' ? 1 : 0;
  expect((await run.crossed('out')).filter((text) => text.includes(token))).toHaveLength(forCopying);

  await tokens.getByRole('button', { name: fill(t.mint.token.actions, { mask: '' }) }).click();
  await page.getByRole('menuitem', { name: t.mint.token.reveal, exact: true }).click();
  await tokens.getByRole('code').getByText(token, { exact: true }).waitFor();

  await screens.go('keys');
  await keysScreen.chooseKey('generated');
  await keysScreen.delete(fill(t.keys.deleteKey.title, { label: 'generated' }));
  await page.getByRole('button', { name: t.frame.undo, exact: true }).click();
  await expect.poll(() => keysScreen.namesIn(keysScreen.keys)).toHaveLength(2);

  const out = await run.crossed('out');
  const into = await run.crossed('in');
  const first = run;
  run = await run.restart();
  const later = await run.crossed('out');
  const files = await textOfFiles(run.userData);
  const outward = [...out, ...later, files, first.terminal(), run.terminal()].join('\n');

  expect(out.filter((text) => text.includes(token))).toHaveLength(forCopying + 1);
  expect(files).not.toContain(token);
  expect(first.terminal() + run.terminal()).not.toContain(token);

  const found = privateKeys.flatMap(tracesOfPrivateKey).filter((trace) => outward.includes(trace));
  expect(found).toEqual([]);

  // The same search finds what may be seen, and what was pasted on its way in: it is able to find.
  for (const key of privateKeys) {
    const [line = ''] = linesOf(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString());
    expect(out.join('\n')).toContain(line);
    expect(files).toContain(line);
  }
  expect(into.filter((text) => text.includes(linesOf(imported.pem)[8] ?? '?'))).toHaveLength(1);
});
