import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { openPlace, places } from './places.ts';
import { patience, type Screens, screensOf } from './screens.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical violations of what is on the screen, as `rule: where`. */
async function violations({ page }: Screens): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: (where: object, options: object) => Promise<AxeResults> } }).axe.run(
      // What react-aria lets a screen reader say may name a button that is gone by now.
      { exclude: [['[data-live-announcer]']] },
      {
        resultTypes: ['violations'],
      },
    ),
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
}

async function setTheme(screens: Screens, theme: 'light' | 'dark'): Promise<void> {
  const { page } = screens;
  const isThere = () =>
    page.evaluate((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark');
  await callForValue(page, 'settings.change', { theme });
  await expect.poll(isThere, patience).toBe(true);
  await expect.poll(() => page.evaluate(() => document.getAnimations().length), patience).toBe(0);
}

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp();
  screens = screensOf(run.page);
  await run.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
});
afterAll(() => run.close());

const expectNoViolations = async () => {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(screens, theme);
    expect(await violations(screens), theme).toEqual([]);
  }
};

test('axe finds nothing serious on the first page, in either theme', async () => {
  await screens.main.getByRole('heading', { name: screens.t.mint.welcome.title }).waitFor();
  await expectNoViolations();
  await screens.tryPractice();
});

test.each(places)('axe finds nothing serious on %s, in either theme', async (place) => {
  await screens.closeDialogs();
  await openPlace(place, screens);
  await expectNoViolations();
});
