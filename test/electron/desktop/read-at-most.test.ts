import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAtMost } from '../../../electron/desktop/read-at-most.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coze-mint-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(size: number): Promise<string> {
  const file = join(folder, `${size}.bin`);
  await writeFile(file, Buffer.alloc(size, 7));
  return file;
}

describe('readAtMost', () => {
  it.each([
    [0, 0],
    [99, 99],
    [100, 100],
    [101, 101],
    [5000, 101],
  ])('of a file of %i bytes with a limit of 100 gives %i', async (size, given) => {
    const bytes = await readAtMost(await fileOf(size), 100);
    expect(bytes).toEqual(new Uint8Array(given).fill(7));
  });

  it('gives nothing of what is no file', async () => {
    expect(await readAtMost(folder, 100)).toEqual(new Uint8Array());
    expect(await readAtMost('/dev/zero', 100)).toEqual(new Uint8Array());
  });

  it('says that a file is missing', async () => {
    await expect(readAtMost(join(folder, 'missing'), 100)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
