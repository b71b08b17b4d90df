import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsTextsEn } from '../../shared/i18n/findings-texts.en.ts';
import { lintTextsEn } from '../../shared/i18n/lint-texts.en.ts';
import { hs256Token } from '../fixtures/jwt/rfc-tokens.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { fill, pick, retype, type Screens, screensOf, startsWith } from './screens.ts';

/** The key of RFC 7515 §A.1. */
const hs256Secret = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp();
  screens = screensOf(run.page);
});
afterAll(() => run.close());

async function expectState(state: 'not-checked' | 'valid' | 'invalid' | 'cannot-check'): Promise<void> {
  const { main, t } = screens;
  const words = fill(t.jwt.signature.line, { state: t.jwt.signature[state] });
  await main.getByRole('status').filter({ hasText: words }).waitFor();
}

async function checkWithSecret(secret: string): Promise<void> {
  const { main, page, t } = screens;
  const again = main.getByRole('button', { name: t.jwt.signature.again, exact: true });
  const first = main.getByRole('button', { name: t.jwt.signature.check, exact: true });
  await first.or(again).click();
  const dialog = page.getByRole('dialog', { name: t.jwt.checkDialog.title, exact: true });
  await pick(dialog.getByRole('radio', { name: t.jwt.checkDialog.secret, exact: true }));
  await pick(dialog.getByRole('radio', { name: t.jwt.checkDialog.encodings.base64url, exact: true }));
  await dialog.getByRole('textbox', { name: t.jwt.checkDialog.secretText, exact: true }).fill(secret);
  await dialog.getByRole('button', { name: t.jwt.checkDialog.check, exact: true }).click();
}

test('the assertion of a minted token is checked by itself with the key that the app holds, and known as used', async () => {
  const { main, page, t } = screens;
  await screens.tryPractice();
  await screens.tokens
    .first()
    .getByRole('button', { name: startsWith('Actions for') })
    .click();
  await page.getByRole('menuitem', { name: t.mint.token.inspect, exact: true }).click();
  await expectState('valid');
  await main.getByText(lintTextsEn['lint.jti-used']).waitFor();
});

test('a secret says whether it made the signature, and the token stays as it was', async () => {
  const { page, t } = screens;
  const editor = page.getByRole('textbox', { name: t.jwt.input, exact: true });
  await retype(editor, hs256Token);
  await expectState('not-checked');
  await checkWithSecret(hs256Secret);
  await expectState('valid');
  await checkWithSecret(`${hs256Secret.slice(0, -1)}A`);
  await expectState('invalid');
  const why = fill(t.jwt.signature.sentence, { text: findingsTextsEn['reason.signature-mismatch'] });
  await screens.main.getByText(why, { exact: true }).waitFor();
  await expect.poll(async () => (await editor.innerText()).replaceAll('\n', '')).toBe(hs256Token);
});

test('what is not a key is refused in the dialog, and stays there to be corrected', async () => {
  const { main, page, t } = screens;
  await main.getByRole('button', { name: t.jwt.signature.again, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t.jwt.checkDialog.title, exact: true });
  const field = dialog.getByRole('textbox', { name: t.jwt.checkDialog.keyText, exact: true });
  await field.fill('hello');
  await dialog.getByRole('button', { name: t.jwt.checkDialog.check, exact: true }).click();
  await dialog.getByRole('alert').filter({ hasText: findingsTextsEn['reason.key-unreadable'] }).waitFor();
  expect(await field.inputValue()).toBe('hello');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('judged as a Coze assertion, a foreign token is told what Coze would reject', async () => {
  const { main, t } = screens;
  await pick(main.getByRole('radio', { name: t.jwt.rule.coze, exact: true }));
  const verdict = main.getByRole('region', {
    name: fill(t.jwt.cozeSays, { audience: 'api.coze.cn' }),
    exact: true,
  });
  await verdict.getByText('"alg" is "HS256"; Coze takes RS256 only').waitFor();
});

test('a finding’s button opens the token in Build with that put right', async () => {
  const { main, page, t } = screens;
  const fix = fill(t.build.fix.set, { value: '"RS256"' });
  await main.getByRole('button', { name: fill(t.jwt.fixInBuild, { fix }), exact: true }).click();
  const header = page.getByRole('textbox', { name: t.jwt.header, exact: true });
  await expect.poll(() => header.innerText()).toContain('"alg": "RS256"');
});
