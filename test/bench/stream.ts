import { createParser } from 'eventsource-parser';
import { serveAnswers } from './answer-server.ts';
import { prepareApps } from './electron-apps.ts';
import { type Bench, type Figure, within } from './figure.ts';
import { median } from './medians.ts';
import { type OpenApp, openApp } from './open-app.ts';

const inARow = 20_000;
const seconds = 6;
const perSecond = 1000;

const eventAt = (at: number) =>
  `event:conversation.message.delta\ndata:{"id":"1","role":"assistant","type":"answer","content":"word ${at} ","content_type":"text"}\n\n`;

async function parseAlone(bytes: string): Promise<number> {
  let count = 0;
  const began = performance.now();
  const parser = createParser({
    onEvent: () => {
      count += 1;
    },
  });
  for (let at = 0; at < bytes.length; at += 65_536) parser.feed(bytes.slice(at, at + 65_536));
  return (count * 1000) / (performance.now() - began);
}

/** Counts what the page is told of the next stream, until `count` events have come. */
async function countEvents({ page }: OpenApp, count: number): Promise<() => Promise<number>> {
  const counted = await page.evaluateHandle((wanted) => {
    type Told = { name: string; payload: { events?: { index: number }[] } };
    const { cozeMint } = window as unknown as {
      cozeMint: { subscribe: (listener: (event: Told) => void) => () => void };
    };
    return {
      done: new Promise<number>((resolve) => {
        const seen = new Set<number>();
        let began = 0;
        const stop = cozeMint.subscribe(({ name, payload }) => {
          if (name !== 'consoleEvents') return;
          began ||= performance.now();
          for (const { index } of payload.events ?? []) seen.add(index);
          if (seen.size < wanted) return;
          stop();
          // After the screen has drawn them.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
      }),
    };
  }, count);
  return () => counted.evaluate(({ done }) => done);
}

function framesDuring({ page }: OpenApp, milliseconds: number): Promise<number> {
  return page.evaluate(
    (length) =>
      new Promise<number>((resolve) => {
        let frames = 0;
        const began = performance.now();
        const next = () => {
          frames += 1;
          if (performance.now() - began < length) requestAnimationFrame(next);
          else resolve((frames * 1000) / (performance.now() - began));
        };
        requestAnimationFrame(next);
      }),
    milliseconds,
  );
}

export const stream: Bench = {
  name: 'stream',
  needs: 'electron',
  run: async (surroundings) => {
    const bytes = Array.from({ length: inARow }, (_, at) => eventAt(at)).join('');
    const apps = await prepareApps(surroundings);
    const server = await serveAnswers();
    const type = { 'content-type': 'text/event-stream' };
    server.on('/row', (_request, response) => void response.writeHead(200, type).end(bytes));
    server.on('/paced', (_request, response) => {
      response.writeHead(200, type);
      let at = 0;
      const began = performance.now();
      const timer = setInterval(() => {
        const due = Math.min(
          seconds * perSecond,
          Math.floor(((performance.now() - began) * perSecond) / 1000),
        );
        let text = '';
        for (; at < due; at += 1) text += eventAt(at);
        if (text !== '') response.write(text);
        if (at < seconds * perSecond) return;
        clearInterval(timer);
        response.end();
      }, 10);
    });
    try {
      const app = await openApp(apps);
      try {
        const rates: number[] = [];
        const alone: number[] = [];
        for (let round = 0; round < 3; round += 1) {
          await app.address(`${server.origin}/row`);
          const all = await countEvents(app, inARow);
          await app.send();
          rates.push((inARow * 1000) / (await all()));
          await app.answered();
          alone.push(await parseAlone(bytes));
        }
        const idle = await framesDuring(app, 2000);
        await app.address(`${server.origin}/paced`);
        const all = await countEvents(app, seconds * perSecond);
        await app.send();
        await app.page.waitForTimeout(1000);
        const frames = await framesDuring(app, 4000);
        await all();
        const rate = median(rates);
        const parser = median(alone);
        const figures: readonly Figure[] = [
          {
            what: `events a second through parser, bridge and screen, of ${inARow}, none lost`,
            value: rate.toFixed(0),
            against: `the parser alone ${parser.toFixed(0)}`,
            ratio: (rate / parser).toFixed(3),
            goal: 'at least 10000',
            isReached: rate >= 10_000,
          },
          {
            ...within(
              `frames a second at ${perSecond} events a second`,
              frames.toFixed(0),
              'at least 50',
              frames >= 50,
            ),
            against: `at rest ${idle.toFixed(0)}`,
            ratio: (frames / idle).toFixed(2),
          },
        ];
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
