import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from './launch.ts';
import { openPlace, places } from './places.ts';
import { patience, type Screens, screensOf } from './screens.ts';

let run: LaunchedApp;
let screens: Screens;

beforeAll(async () => {
  run = await launchApp();
  screens = screensOf(run.page);
  await screens.tryPractice();
  await run.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
  });
});
afterAll(() => run.close());

test.each(places)('%s fits into a window of 1200 pixels at 200 %', async (place) => {
  await screens.closeDialogs();
  await openPlace(place, screens);
  await expect.poll(() => run.page.evaluate(() => innerWidth), patience).toBeLessThanOrEqual(600);
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
