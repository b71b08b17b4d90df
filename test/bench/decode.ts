import { en } from '../../renderer/i18n/en.ts';
import { prepareApps } from './electron-apps.ts';
import { type Bench, type Figure, milliseconds } from './figure.ts';
import { watchMainThread } from './main-thread.ts';
import { median, timed } from './medians.ts';
import { openApp } from './open-app.ts';

const part = (text: string) => Buffer.from(text).toString('base64url');

/** A token of about `bytes` bytes whose payload has members, and the payload itself. */
function tokenOf(bytes: number): { readonly token: string; readonly payload: string } {
  const members: string[] = [];
  for (let length = 400; length < bytes * 0.75; length = members.join(',').length + 400) {
    const missing = Math.ceil((bytes * 0.75 - length) / 60);
    for (let at = 0; at < Math.max(1, missing); at += 1) {
      members.push(`"claim_${members.length}":"value ${members.length} ${'x'.repeat(24)} 中文"`);
    }
  }
  const payload = `{"iss":"1190000000137","exp":1763800000,${members.join(',')}}`;
  const header = part('{"alg":"RS256","typ":"JWT"}');
  return { token: `${header}.${part(payload)}.${part('s'.repeat(256))}`, payload };
}

const sizes = [
  { name: '1 KiB', bytes: 1024, limit: 16 },
  { name: '256 KiB', bytes: 256 * 1024, limit: 30 },
  { name: '4 MiB', bytes: 4 * 1024 * 1024, limit: 50 },
] as const;
const keystrokes = 6;

export const decode: Bench = {
  name: 'decode',
  needs: 'electron',
  run: async (surroundings) => {
    const apps = await prepareApps(surroundings);
    try {
      const app = await openApp(apps);
      const { page } = app;
      try {
        const rail = page.getByRole('navigation', { name: en.frame.navigation, exact: true });
        await rail.getByRole('button', { name: en.frame.screens.jwt, exact: true }).click();
        const editor = page.locator('.cm-content').first();
        const figures: Figure[] = [];
        for (const { name, bytes, limit } of sizes) {
          const { token, payload } = tokenOf(bytes);
          await editor.click();
          await page.keyboard.press('ControlOrMeta+a');
          await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), token);
          await page.keyboard.press('ControlOrMeta+v');
          await page.waitForTimeout(2500);
          await page.keyboard.press('ControlOrMeta+Home');
          const tasks: number[] = [];
          const parses: number[] = [];
          for (let key = 0; key < keystrokes; key += 1) {
            const { longest } = await watchMainThread(app.devTools, async () => {
              await page.keyboard.type('A');
              await page.waitForTimeout(700);
            });
            tasks.push(longest);
            parses.push(await timed(() => JSON.parse(payload)));
          }
          const task = median(tasks);
          const parse = median(parses);
          figures.push({
            what: `a keystroke in a token of ${name}: longest task of the page`,
            value: milliseconds(task),
            against: `JSON.parse of its payload ${milliseconds(parse)}`,
            ratio: (task / parse).toFixed(1),
            goal: `under ${limit} ms`,
            isReached: task < limit,
          });
        }
        return figures;
      } finally {
        await app.close();
      }
    } finally {
      await apps.close();
    }
  },
};
