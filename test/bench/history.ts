import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEntryFiles } from '../../electron/storage/history/entry-files.ts';
import { createHistory } from '../../electron/storage/history/history.ts';
import { createIndexFile } from '../../electron/storage/history/index-file.ts';
import { record } from '../electron/storage/history/records.ts';
import { prepareApps } from './electron-apps.ts';
import { atMost, type Bench, type Figure, milliseconds, within } from './figure.ts';
import { inTurns, median, timed } from './medians.ts';
import { openApp } from './open-app.ts';
import { startOnce } from './start.ts';

const entries = 10_000;
const searchLimit = 100;

/** Writes a long history into the data folder of an app. */
async function writeHistory(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'history');
  const files = createEntryFiles(join(folder, 'entries'));
  const kept = [];
  for (let at = 0; at < entries; at += 1) {
    const one = record(`bench-${at}`, 1_763_000_000_000 + at * 1000);
    const body = Buffer.from(`{"code":0,"msg":"","data":{"id":"${at}"}}`);
    kept.push({ entry: one.entry, size: await files.write(one, body) });
  }
  await createIndexFile(folder).rewrite(kept);
}

async function searchTimes(): Promise<{ readonly first: number; readonly next: number }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'coze-mint-bench-history-'));
  try {
    await writeHistory(dataFolder);
    const history = createHistory({
      dataFolder,
      limits: () => ({ entries, bytes: Number.MAX_SAFE_INTEGER }),
      namesOf: async () => () => '',
      onChange: () => undefined,
    });
    const ask = (query: string) => history.list({ query, before: null, limit: 200 });
    await ask('');
    const first = await timed(() => ask('things 4999'));
    const next: number[] = [];
    for (let at = 0; at < 9; at += 1) next.push(await timed(() => ask(`things ${at}77`)));
    return { first, next: median(next) };
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

export const history: Bench = {
  name: 'history',
  needs: 'electron',
  run: async (surroundings) => {
    const figures: Figure[] = [];
    const apps = await prepareApps(surroundings);
    try {
      const folders = { long: apps.newFolder(), empty: apps.newFolder() };
      for (const folder of Object.values(folders)) {
        const app = await openApp(apps, folder);
        await app.call('settings.change', { history: { entries, megabytes: 1024 } });
        await app.close();
      }
      await writeHistory(folders.long);
      const starts = await inTurns(7, {
        long: async () => (await startOnce(apps.product, folders.long, false)).usableAfter,
        empty: async () => (await startOnce(apps.product, folders.empty, false)).usableAfter,
      });
      figures.push(
        atMost(1.1, {
          what: `start with ${entries} calls in the history`,
          value: milliseconds(starts.long),
          against: `an empty history ${milliseconds(starts.empty)}`,
          ratio: starts.long / starts.empty,
        }),
      );
      const { first, next } = await searchTimes();
      const goal = `under ${searchLimit} ms`;
      figures.push(
        within(`the first search in ${entries} calls`, milliseconds(first), goal, first < searchLimit),
        within(`each one after it`, milliseconds(next), goal, next < searchLimit),
      );
      return figures;
    } finally {
      await apps.close();
    }
  },
};
