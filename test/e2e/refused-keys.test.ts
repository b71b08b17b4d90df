import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import { callForValue } from './call-bridge.ts';
import { type KeysScreen, keysScreenOf } from './keys-screen.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { type Language, type Screens, screensOf } from './screens.ts';

type Refusal = readonly [what: string, file: string, code: ProblemCode, params: Problem['params']];

const texts: readonly Refusal[] = [
  ['a public key', 'refused-public-spki.pem', 'key/public', {}],
  ['a public SSH key', 'refused-public-ssh.pub', 'key/public', {}],
  ['a public JWK', 'refused-public.jwk.json', 'key/public', {}],
  ['a certificate', 'refused-certificate.pem', 'key/certificate', {}],
  ['an EC key', 'refused-ec-pkcs8.pem', 'key/not-rsa', { type: 'EC' }],
  ['an EC JWK', 'refused-ec.jwk.json', 'key/not-rsa', { type: 'P-256' }],
  ['an Ed25519 key', 'refused-ed25519.pem', 'key/not-rsa', { type: 'Ed25519' }],
  ['a DSA key', 'refused-dsa-pkcs8.pem', 'key/not-rsa', { type: 'DSA' }],
  ['an RSA-PSS key', 'refused-rsa-pss.pem', 'key/not-rsa', { type: 'RSA-PSS' }],
  ['an RSA key of 1024 bits', 'refused-rsa-1024.pem', 'key/too-small', { bits: 1024 }],
  ['a private SSH key', 'refused-private-openssh.pem', 'key/unreadable', { reason: 'format' }],
  ['halves of two keys', 'refused-mixed-halves.jwk.json', 'key/unreadable', { reason: 'inconsistent' }],
];

const binaries: readonly Refusal[] = [
  ['a binary certificate', 'refused-certificate.der', 'key/certificate', {}],
  ['a PKCS#12 file', 'refused-pkcs12.p12', 'key/unreadable', { reason: 'format' }],
];

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/keys/${name}`, import.meta.url));

let run: LaunchedApp;
let screens: Screens;
let keysScreen: KeysScreen;

beforeAll(async () => {
  run = await launchApp();
});

afterEach(() => screens.closeDialogs());

afterAll(async () => {
  await run.close();
});

/** The one alert of the dialog, once it says `code`. */
async function expectRefusal(code: ProblemCode, params: Problem['params'] = {}): Promise<void> {
  const { title, why, todo } = screens.problem(code, params);
  const alert = keysScreen.importDialog.getByRole('alert');
  await expect.poll(() => alert.allInnerTexts()).toEqual([expect.stringContaining(title)]);
  const words = await alert.innerText();
  expect(words).toContain(why);
  expect(words).toContain(todo);
}

async function read(text: string): Promise<void> {
  const { importDialog, pasteField } = keysScreen;
  await pasteField.fill(text);
  await importDialog.getByRole('button', { name: screens.t.keys.import.read, exact: true }).click();
}

describe.each<readonly [Language]>([['en'], ['zh']])('in %s', (language) => {
  beforeAll(async () => {
    await callForValue(run.page, 'settings.change', { language });
    screens = screensOf(run.page, language);
    keysScreen = keysScreenOf(screens);
    await screens.go('keys');
  });

  test.each(texts)('%s is refused in words of its own, and the text stays', async (_, file, code, params) => {
    const text = await readFile(fixture(file), 'utf8');
    await keysScreen.openImport();
    await read(text);
    await expectRefusal(code, params);
    expect(await keysScreen.pasteField.inputValue()).toBe(text);
  });

  test.each(binaries)('%s is refused, and another file can be chosen', async (_, file, code, params) => {
    await keysScreen.openImport();
    await run.answerFileDialog(fixture(file));
    const { importDialog } = keysScreen;
    const choose = importDialog.getByRole('button', { name: screens.t.keys.import.choose, exact: true });
    await choose.click();
    await expectRefusal(code, params);
    expect(await choose.isEnabled()).toBe(true);
  });

  test('prose and a text over 64 KiB are refused, one after the other', async () => {
    await keysScreen.openImport();
    await read('my private key is in the other file');
    await expectRefusal('key/none-found');
    await read('A'.repeat(65_537));
    await expectRefusal('key/too-large', { limit: 65_536 });
    expect(await keysScreen.pasteField.inputValue()).toHaveLength(65_537);
  });

  test('an empty file is refused', async () => {
    await keysScreen.openImport();
    await run.page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([], 'private_key.pem'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    });
    await expectRefusal('key/empty');
  });

  test('no key has come in', async () => {
    await keysScreen.openImport();
    await screens.closeDialogs();
    expect(await callForValue(run.page, 'app.snapshot', null)).toMatchObject({ profile: { keys: [] } });
  });
});

test('nothing went wrong in the page on the way', () => {
  expect(run.consoleErrors).toEqual([]);
});
