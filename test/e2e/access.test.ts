import { expect, test } from 'vitest';
import { world } from '../../electron/practice/world.ts';
import { launchApp } from './launch.ts';
import { openPlace } from './places.ts';
import { screensOf } from './screens.ts';

test('the way from the first page to an answer needs no mouse', async () => {
  const run = await launchApp({ keychain: 'unlocked' });
  try {
    const { page, t, tokens, answerText } = screensOf(run.page);
    const focusedName = () =>
      page.evaluate(() => {
        const focused = document.activeElement;
        return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
      });
    const tabTo = async (name: string) => {
      const passed: string[] = [];
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        const now = await focusedName();
        if (now.startsWith(name)) return;
        passed.push(now);
      }
      throw new Error(`Tab does not reach “${name}”, but ${passed.join(' · ')}`);
    };
    await page.getByRole('heading', { name: t.mint.welcome.title }).waitFor();
    await tabTo(t.mint.welcome.practice);
    await page.keyboard.press('Enter');
    await expect.poll(() => tokens.count()).toBe(1);
    await tabTo(t.frame.screens.console);
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: t.console.search }).waitFor();
    await tabTo(t.console.search);
    await page.keyboard.type('/v1/users/me');
    await page.getByRole('row', { name: 'Get current user' }).waitFor();
    await tabTo(t.console.groups.users);
    await page.keyboard.press('ArrowDown');
    await expect.poll(focusedName).toContain('/v1/users/me');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Get current user', exact: true }).waitFor();
    await tabTo(t.console.send);
    await page.keyboard.press('Enter');
    await page.getByTestId('envelope-code').waitFor();
    expect(await answerText()).toContain(world.userId);
  } finally {
    await run.close();
  }
});

test('with reduced motion nothing moves for longer than a moment', async () => {
  const run = await launchApp();
  try {
    const screens = screensOf(run.page);
    await run.page.emulateMedia({ reducedMotion: 'reduce' });
    await screens.tryPractice();
    for (const place of [
      'mint with a token',
      'an answer in the console',
      'the import dialog with a refusal',
    ] as const) {
      await openPlace(place, screens);
      const slow = await run.page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          const seconds = `${transitionDuration},${animationDuration}`.split(',').map(Number.parseFloat);
          return Math.max(...seconds) > 0.01 ? [`${element.tagName}.${element.className}`] : [];
        }),
      );
      expect(slow, place).toEqual([]);
    }
  } finally {
    await run.close();
  }
});
