import type { Page } from 'playwright-core';
import { en } from '../../renderer/i18n/en.ts';
import { type AnswerServer, serveAnswers } from './answer-server.ts';
import { prepareApps } from './electron-apps.ts';
import { atMost, type Bench, type Figure, megabyte, milliseconds, within } from './figure.ts';
import { jsonOf } from './json-text.ts';
import { watchMainThread } from './main-thread.ts';
import { median, timed } from './medians.ts';
import { type OpenApp, openApp } from './open-app.ts';

/** When something was first seen in the page, in epoch milliseconds. */
interface Sights {
  /** The page knows that the answer has come whole. */
  readonly arrived: number;
  /** Its first rows are painted. */
  readonly rows: number;
}

/** Looks out for the next answer, from before it is asked for. */
async function lookOut(page: Page): Promise<() => Promise<Sights>> {
  const sights = await page.evaluateHandle((label) => {
    const now = () => performance.timeOrigin + performance.now();
    return {
      seen: new Promise<Sights>((resolve) => {
        let arrived = 0;
        let rows = 0;
        let wasBusy = false;
        const settle = () => {
          if (arrived > 0 && rows > 0 && !wasBusy) resolve({ arrived, rows });
        };
        const painted = () => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            rows = now();
            settle();
          };
          port2.postMessage(null);
        };
        let isAwaited = true;
        new MutationObserver(() => {
          const panel = document.querySelector(`section[aria-label="${label}"]`);
          const isBusy = panel?.getAttribute('aria-busy') === 'true';
          if (wasBusy && !isBusy) arrived = now();
          wasBusy = isBusy;
          if (isAwaited && document.querySelector('[role=treeitem]') !== null) {
            isAwaited = false;
            requestAnimationFrame(painted);
          }
          settle();
        }).observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: ['aria-busy'],
        });
      }),
    };
  }, en.console.answer);
  return () => sights.evaluate(({ seen }) => seen);
}

/** Milliseconds that `JSON.parse` takes for the newest answer, in the same page. */
async function parseInPage({ page, call }: OpenApp): Promise<number> {
  const address = (await call('console.runs', null))[0]?.body?.address ?? '';
  return page.evaluate(async (path) => {
    const text = await (await fetch(path)).text();
    const began = performance.now();
    JSON.parse(text);
    return performance.now() - began;
  }, address);
}

interface Round extends Sights {
  readonly sent: number;
  readonly parse: number;
  readonly longest: number;
}

function noGoal(what: string, time: number, against: string, parse: number): Figure {
  const ratio = (time / parse).toFixed(2);
  return { what, value: milliseconds(time), against, ratio, goal: '', isReached: null };
}

async function look(app: OpenApp, server: AnswerServer, body: Buffer): Promise<Round> {
  let sent = 0;
  server.on('/json', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body, () => {
      sent ||= Date.now();
    });
  });
  const url = `${server.origin}/json`;
  await app.address(url);
  const seen = await lookOut(app.page);
  await app.send();
  const sights = await seen();
  const parse = await parseInPage(app);
  await app.address(url);
  const seenAgain = await lookOut(app.page);
  const { longest } = await watchMainThread(app.devTools, async () => {
    await app.send();
    await seenAgain();
    await app.page.waitForTimeout(1000);
  });
  return { ...sights, sent, parse, longest };
}

/** Milliseconds to the last row, from the key that leads there until it is drawn. */
async function scrollToEnd({ page }: OpenApp): Promise<number> {
  const tree = page.getByRole('tree', { name: en.answer.jsonTree, exact: true });
  await tree.press('Home');
  return timed(async () => {
    await tree.press('End');
    await tree.locator('[role=treeitem][data-active]').waitFor();
  });
}

/** Milliseconds of a search, from its last letter until it is said how much was found. */
async function search({ page }: OpenApp): Promise<number> {
  const box = page.getByRole('searchbox', { name: en.answer.find, exact: true });
  const time = await timed(async () => {
    await box.fill('项');
    await page.getByText(/^1 of \d/).waitFor();
  });
  await box.fill('');
  return time;
}

async function figuresOf(app: OpenApp, server: AnswerServer, size: number): Promise<readonly Figure[]> {
  const rounds: Round[] = [];
  const body = jsonOf(size * megabyte);
  const count = size >= 100 ? 2 : 5;
  for (let round = 0; round < count; round += 1) rounds.push(await look(app, server, body));
  const of = (value: (round: Round) => number) => median(rounds.map(value));
  const parse = of((round) => round.parse);
  const what = `JSON, ${size} MB: `;
  const against = `JSON.parse ${milliseconds(parse)}`;
  const scroll = await scrollToEnd(app);
  const found = await search(app);
  const fromArrival = Math.max(
    0,
    of(({ rows, arrived }) => rows - arrived),
  );
  const fromLastByte = Math.max(
    0,
    of(({ rows, sent }) => rows - sent),
  );
  const longest = of((round) => round.longest);
  const rows = {
    what: `${what}first rows`,
    value: milliseconds(fromArrival),
    against,
    ratio: fromArrival / parse,
  };
  return [
    size === 10 ? atMost(1.5, rows) : { ...rows, ratio: rows.ratio.toFixed(2), goal: '', isReached: null },
    noGoal(`${what}first rows after the last byte was sent`, fromLastByte, against, parse),
    within(`${what}longest task of the page`, milliseconds(longest), 'under 50 ms', longest < 50),
    noGoal(`${what}to the last row`, scroll, against, parse),
    noGoal(`${what}search, 180 ms of rest included`, found, against, parse),
  ];
}

export const jsonAnswer: Bench = {
  name: 'json',
  needs: 'electron',
  run: async (surroundings) => {
    const apps = await prepareApps(surroundings);
    const server = await serveAnswers();
    try {
      const app = await openApp(apps);
      try {
        const figures: Figure[] = [];
        for (const size of [1, 10, 100]) figures.push(...(await figuresOf(app, server, size)));
        return figures;
      } finally {
        await app.close();
      }
    } finally {
      await server.close();
      await apps.close();
    }
  },
};
