import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEventLog } from '../../../electron/console/event-log.ts';
import { createPassingFolder } from '../../../electron/console/passing-folder.ts';
import type { StreamEvent } from '../../../shared/console-run.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-events-'));
});
afterEach(() => rm(folder, { recursive: true }));

const event = (index: number, data = `数据 ${index}\nsecond line`): StreamEvent => ({
  index,
  atMs: index / 2,
  event: 'Message',
  id: null,
  data,
});

async function filled(count: number, dataFolder = folder) {
  const log = createEventLog('a.events', createPassingFolder(dataFolder), {
    events: 10,
    characters: 100_000,
  });
  for (let index = 0; index < count; index += 1) await log.add(event(index));
  return log;
}

const all = Array.from({ length: 57 }, (_, index) => event(index));

describe('the events of a stream', () => {
  it('are in memory while they are few', async () => {
    const log = await filled(10);
    expect(await log.read(0, 100)).toStrictEqual(all.slice(0, 10));
    expect(await readdir(path.join(folder))).toStrictEqual([]);
  });

  it('are all there when most of them are in the file', async () => {
    const log = await filled(57);
    expect(log.count()).toBe(57);
    expect(await log.read(0, 100)).toStrictEqual(all);
    for (let from = 0; from <= 57; from += 1) {
      expect(await log.read(from, 7)).toStrictEqual(all.slice(from, from + 7));
    }
    await log.drop();
    expect(await readdir(path.join(folder, 'passing'))).toStrictEqual([]);
  });

  it('are given page by page when they are long', async () => {
    const log = createEventLog('a.events', createPassingFolder(folder));
    const long = 'x'.repeat(1_500_000);
    for (let index = 0; index < 6; index += 1) await log.add(event(index, long));
    expect((await log.read(0, 100)).map(({ index }) => index)).toStrictEqual([0, 1, 2]);
    expect((await log.read(3, 100)).map(({ index }) => index)).toStrictEqual([3, 4, 5]);
    await log.drop();
  });

  it('that the disk does not take end the stream with what to do', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    await expect(filled(11, file)).rejects.toMatchObject({ problem: { code: 'console/no-room' } });
  });
});
