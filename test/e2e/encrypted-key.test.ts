import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KeysScreen, keysScreenOf } from './keys-screen.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { type Screens, screensOf } from './screens.ts';

let run: LaunchedApp;
let screens: Screens;
let keysScreen: KeysScreen;

beforeAll(async () => {
  run = await launchApp({ keychain: 'unlocked' });
  screens = screensOf(run.page);
  keysScreen = keysScreenOf(screens);
  await screens.go('keys');
});

afterAll(() => run.close());

test('an encrypted key asks for its passphrase, refuses a wrong one and opens with the right one', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encrypted = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: '开门 open' } as const;
  await keysScreen.paste(privateKey.export(encrypted).toString());
  const { importDialog } = keysScreen;
  const passphrase = importDialog.getByLabel(screens.t.keys.import.passphrase, { exact: true });
  const unlock = importDialog.getByRole('button', { name: screens.t.keys.import.unlock, exact: true });
  await passphrase.fill('开门 Open');
  await unlock.click();
  const { title } = screens.problem('key/passphrase-wrong');
  await expect.poll(() => importDialog.innerText()).toContain(title);
  expect(await passphrase.inputValue()).toBe('开门 Open');
  await passphrase.fill('开门 open');
  await unlock.click();
  await importDialog.getByText(screens.t.keys.normalisations.decrypted, { exact: true }).waitFor();
  await keysScreen.saveKey('opened');
  await expect.poll(() => keysScreen.namesIn(keysScreen.keys)).toContain('opened');
});
