import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { keysScreenOf } from './keys-screen.ts';
import { type LaunchedApp, type LaunchOptions, launchApp } from './launch.ts';
import { fill, type Language, type Screens, screensOf } from './screens.ts';
import { makeThrowawayApp, type OutsidePractice, startOutsidePractice } from './throwaway-app.ts';

let run: LaunchedApp;

async function launch(options: LaunchOptions): Promise<Screens> {
  run = await launchApp(options);
  return screensOf(run.page, options.language);
}

async function restart(language?: Language): Promise<Screens> {
  run = await run.restart();
  return screensOf(run.page, language);
}

async function mintOnce({ mintButton, tokens }: Screens): Promise<void> {
  const before = await tokens.count();
  await mintButton.click();
  await expect.poll(() => tokens.count()).toBe(before + 1);
}

describe.each([
  ['locked', 'locked', 'en'],
  ['none', 'unavailable', 'zh'],
] as const)('with the keychain %s', (keychain, state, language) => {
  let screens: Screens;
  beforeAll(async () => {
    screens = await launch({ keychain, language });
  });
  afterAll(() => run.close());

  test('it is said in plain words on every screen, and can be asked again', async () => {
    const { main, t } = screens;
    for (const name of ['console', 'keys', 'settings', 'jwt', 'mint'] as const) {
      await screens.go(name);
      await main.getByRole('status').filter({ hasText: t.frame.keychain[state] }).waitFor();
    }
    await main.getByText(t.mint.welcome.noKeychain, { exact: true }).waitFor();
    await main.getByRole('button', { name: t.frame.keychain.check, exact: true }).click();
    await main.getByRole('status').filter({ hasText: t.frame.keychain[state] }).waitFor();
  });

  test('practice works for this run, and afterwards its key is said to be gone', async () => {
    await screens.tryPractice();
    await mintOnce(screens);
    const later = await restart(language);
    const { main, t } = later;
    await main.getByRole('status').filter({ hasText: t.mint.keyGone }).waitFor();
    await later.mintButton.click();
    const { title } = later.problem('keychain/not-found');
    await main.getByRole('alert').filter({ hasText: title }).waitFor();
    expect(await later.tokens.count()).toBe(0);
  });
});

describe('a key', () => {
  let outside: OutsidePractice;
  beforeAll(async () => {
    outside = await startOutsidePractice();
  });
  afterEach(() => run.close());
  afterAll(() => outside.practice.stop());

  test('of an earlier run is imported again, and its app mints again', async () => {
    const app = makeThrowawayApp();
    outside.register(app);
    const first = await launch({ keychain: 'none' });
    await first.go('keys');
    const before = keysScreenOf(first);
    await before.paste(app.pem);
    await before.importDialog.getByText(first.t.keys.import.thisRunNote, { exact: true }).waitFor();
    await before.saveKey('private_key', app.kid, 'this-run');
    await before.createApp({ ...app, baseUrl: outside.url, keyLabel: 'private_key' });
    await first.go('mint');
    await mintOnce(first);

    const second = await restart();
    await second.go('keys');
    const after = keysScreenOf(second);
    await after.chooseKey('private_key');
    const { main, t } = second;
    await main.getByRole('status').filter({ hasText: t.keys.detail.heldIn.gone }).waitFor();
    await main.getByRole('button', { name: t.keys.detail.importAgain, exact: true }).click();
    await after.pasteField.fill(app.pem);
    await after.importDialog.getByRole('button', { name: t.keys.import.read, exact: true }).click();
    await after.saveKey('private_key', app.kid, 'this-run');
    await expect.poll(() => after.namesIn(after.keys)).toEqual(['private_key']);
    await second.go('mint');
    await mintOnce(second);
  });

  test('of 4096 bits, generated, is stored, and signs after a restart', async () => {
    const app = makeThrowawayApp();
    const first = await launch({ keychain: 'unlocked' });
    await first.go('keys');
    const keysScreen = keysScreenOf(first);
    await keysScreen.generate(4096);
    const publicKey = keysScreen.importDialog.getByText('BEGIN PUBLIC KEY');
    outside.register({ ...app, publicKeyPem: await publicKey.innerText() });
    await keysScreen.saveKey('long', app.kid);
    const { main, t } = first;
    await main.getByText(t.keys.detail.heldIn.keychain, { exact: true }).waitFor();
    await main.getByText(fill(t.keys.detail.bits, { bits: 4096 }), { exact: true }).waitFor();
    await keysScreen.createApp({ ...app, baseUrl: outside.url, keyLabel: 'long' });
    const second = await restart();
    await mintOnce(second);
  }, 120_000);
});
