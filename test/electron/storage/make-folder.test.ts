import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from '../../../electron/storage/make-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('makes every folder that is missing, for its user only, also when two do it at once', async () => {
  const deep = path.join(folder, 'a', 'b', 'c');
  await Promise.all([makeFolder(deep, 0o700), makeFolder(deep, 0o700)]);
  expect((await stat(deep)).isDirectory()).toBe(true);
  if (process.platform !== 'win32') expect((await stat(path.join(folder, 'a'))).mode & 0o777).toBe(0o700);
  await makeFolder(deep);
});

it('is refused where a file is in the way', async () => {
  await writeFile(path.join(folder, 'file'), '');
  await expect(makeFolder(path.join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(path.join(folder, 'file', 'a', 'b'))).rejects.toMatchObject({
    code: 'ENOTDIR',
  });
});

it.runIf(process.platform === 'linux')('comes back where a folder says that it is not there', async () => {
  await expect(makeFolder('/proc/coze-mint/a')).rejects.toMatchObject({ code: 'ENOENT' });
});
