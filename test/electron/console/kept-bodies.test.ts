import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeptBodies, type KeptBody } from '../../../electron/console/kept-bodies.ts';
import { createPassingFolder } from '../../../electron/console/passing-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-bodies-'));
});
afterEach(() => rm(folder, { recursive: true }));

const limits = { inMemory: 10, inMemoryTogether: 15, kept: 40 };

function bodiesIn(dataFolder: string) {
  let last = 0;
  const newId = () => {
    last += 1;
    return `body-${last}`;
  };
  return createKeptBodies({ newId, folder: createPassingFolder(dataFolder), limits });
}

async function take(body: KeptBody, ...parts: readonly string[]) {
  const took: boolean[] = [];
  for (const part of parts) took.push(await body.append(Buffer.from(part)));
  return took;
}

async function read(body: KeptBody, from = 0, to = body.state().bytes - 1) {
  return Buffer.concat(await body.read({ from, to }).toArray()).toString();
}

const files = () => readdir(path.join(folder, 'passing')).catch(() => []);

describe('a body', () => {
  it('stays in memory while it is small', async () => {
    const body = bodiesIn(folder).create();
    await take(body, '01234', '56789');
    await body.finish();
    expect(body.state()).toStrictEqual({ bytes: 10, truncated: false, onDisk: false });
    expect([await read(body), await read(body, 3, 6), await read(body, 9, 9)]).toStrictEqual([
      '0123456789',
      '3456',
      '9',
    ]);
    expect(await files()).toStrictEqual([]);
  });

  it('goes to the disk when it outgrows that', async () => {
    const body = bodiesIn(folder).create();
    await take(body, '01234', '56789', 'abc', 'def');
    await body.finish();
    expect(body.state()).toStrictEqual({ bytes: 16, truncated: false, onDisk: true });
    expect([await read(body), await read(body, 8, 11)]).toStrictEqual(['0123456789abcdef', '89ab']);
    expect(await files()).toStrictEqual(['body-1']);
    await body.drop();
    expect(await files()).toStrictEqual([]);
  });

  it('goes to the disk when others have the memory, and not any more when they are dropped', async () => {
    const bodies = bodiesIn(folder);
    const [first, second, third] = [bodies.create(), bodies.create(), bodies.create()];
    await take(first, '0123456789');
    await take(second, '012345');
    expect([first.state().onDisk, second.state().onDisk]).toStrictEqual([false, true]);
    await first.drop();
    await take(third, '012345');
    expect(third.state().onDisk).toBe(false);
    await second.drop();
  });

  it('is kept up to its limit, and says that there was more', async () => {
    const body = bodiesIn(folder).create();
    const part = '0123456789';
    expect(await take(body, part, part, part, 'abcde', 'fghij', 'k', 'l')).toStrictEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    await body.finish();
    expect(body.state()).toStrictEqual({ bytes: 40, truncated: true, onDisk: true });
    expect(await read(body, 30, 39)).toBe('abcdefghij');
    await body.drop();
  });

  it('is found until it is dropped', async () => {
    const bodies = bodiesIn(folder);
    const body = bodies.create();
    expect(bodies.find('body-1')).toBe(body);
    await body.drop();
    expect(bodies.find('body-1')).toBeNull();
    expect(await body.append(Buffer.from('x'))).toBe(false);
  });

  it('that finds no room on the disk says so', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    const body = bodiesIn(file).create();
    await expect(take(body, '0123456789', 'a')).rejects.toMatchObject({
      problem: { code: 'console/no-room', params: { reason: 'ENOTDIR' } },
    });
  });

  it.runIf(process.platform === 'linux')('says so too where no folder can ever be made', async () => {
    const body = bodiesIn('/proc/coze-mint').create();
    await expect(take(body, '0123456789', 'a')).rejects.toMatchObject({
      problem: { code: 'console/no-room', params: { reason: 'ENOENT' } },
    });
  });
});
