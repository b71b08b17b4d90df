import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callForValue } from './call-bridge.ts';
import { type LaunchedApp, launchApp } from './launch.ts';
import { openPlace, places } from './places.ts';
import { type Screens, screensOf } from './screens.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp();
  screens = screensOf(run.page);
  await run.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
  await run.page.evaluate(axeSource);
});
afterAll(() => run.close());

/** Serious and critical violations of what is on the screen, as `rule: where`. */
async function violations(rules: RunOptions): Promise<readonly string[]> {
  const results = await run.page.evaluate(
    (options) =>
      (
        window as unknown as { axe: { run: (where: object, options: object) => Promise<AxeResults> } }
      ).axe.run(
        // What react-aria lets a screen reader say may name a button that is gone by now.
        { exclude: [['[data-live-announcer]']] },
        options,
      ),
    { resultTypes: ['violations'], preload: false, ...rules } satisfies RunOptions,
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
}

async function setTheme(theme: 'light' | 'dark'): Promise<void> {
  const { page } = run;
  await callForValue(page, 'settings.change', { theme });
  const shown = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await expect.poll(shown).toBe(theme);
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
}

async function expectNoViolations(): Promise<void> {
  await setTheme('light');
  expect(await violations({}), 'light').toEqual([]);
  await setTheme('dark');
  // A theme changes nothing but colours.
  const ofColours = ['color-contrast', 'link-in-text-block'];
  expect(await violations({ runOnly: { type: 'rule', values: ofColours } }), 'dark').toEqual([]);
}

/** Controls in sight over whose middle something else lies, so that the mouse does not reach them, with what lies there. */
function covered(): Promise<readonly string[]> {
  return run.page.evaluate(() => {
    const controls = 'button, input, textarea, a, [role=tab], [role=option], [role=treeitem]';
    const isInSight = (element: Element, x: number, y: number) => {
      for (let part = element.parentElement; part !== null; part = part.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(part);
        const { left, right, top, bottom } = part.getBoundingClientRect();
        if (overflowX !== 'visible' && (x < left || x > right)) return false;
        if (overflowY !== 'visible' && (y < top || y > bottom)) return false;
      }
      return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    };
    const shown = (element: Element) =>
      element.matches('[type=radio], [type=checkbox]') ? (element.closest('label') ?? element) : element;
    const above = (element: Element): Element | null => {
      const { left, width, top, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (width < 2 || height < 2 || !isInSight(element, x, y)) return null;
      const hit = document.elementFromPoint(x, y);
      return hit === null || element.contains(hit) || hit.contains(element) ? null : hit;
    };
    return [...(document.querySelector('[role=dialog]') ?? document).querySelectorAll(controls)]
      .map(shown)
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => ({ element, hit: above(element) }))
      .filter(({ hit }) => hit !== null)
      .map(({ element, hit }) => `${element.outerHTML.slice(0, 120)} under ${hit?.outerHTML.slice(0, 120)}`);
  });
}

test('axe finds nothing serious on the first page, in either theme', async () => {
  await screens.main.getByRole('heading', { name: screens.t.mint.welcome.title }).waitFor();
  await expectNoViolations();
  await screens.tryPractice();
});

describe.each(places)('%s', (place) => {
  const width = () => run.page.evaluate(() => innerWidth);

  beforeAll(() => screens.closeDialogs());

  test('fits into a window of 1200 pixels at 200 %', async () => {
    await run.zoom(2);
    await expect.poll(width).toBeLessThanOrEqual(600);
    await openPlace(place, screens);
    const overflowing = await run.page.evaluate(() => {
      const parts = [document.documentElement, document.body, ...document.querySelectorAll('main')];
      return parts.filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.tagName);
    });
    expect(overflowing).toEqual([]);
    const outside = await run.page.evaluate(() =>
      [...document.querySelectorAll('button, input, textarea, h1, h2')]
        .filter((element) => element.checkVisibility() && !element.closest('[role=dialog], [aria-hidden]'))
        .map((element) => ({ box: element.getBoundingClientRect(), words: element.textContent }))
        .filter(({ box }) => box.width > 1 && (box.right > innerWidth + 1 || box.left < -1))
        .map(({ words }) => words),
    );
    expect(outside).toEqual([]);
  });

  test('has nothing serious that axe finds, in either theme', async () => {
    await run.zoom(1);
    await expect.poll(width).toBeGreaterThan(1100);
    await expectNoViolations();
  });

  test('has nothing that lies over a control', async () => {
    await expect.poll(covered).toEqual([]);
  });
});
