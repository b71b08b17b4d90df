import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockProfile } from '../../../electron/storage/profile-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Another process that holds the folder until it is killed, as the app does. */
async function holdElsewhere(): Promise<{ readonly pid: number; readonly kill: () => Promise<void> }> {
  const listen =
    'require("node:net").createServer((s) => s.end(process.pid + "\\n")).listen(process.argv[1], () => console.log("ready"))';
  const child = spawn(process.execPath, ['-e', listen, path.join(folder, 'in-use.sock')], { stdio: 'pipe' });
  await once(child.stdout, 'data');
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

it('lets one at a time have the folder', async () => {
  const lock = await lockProfile(folder);
  await expect(lockProfile(folder)).rejects.toMatchObject({
    problem: { code: 'storage/in-use', params: { folder, pid: process.pid } },
  });
  await lock.release();
  await (await lockProfile(folder)).release();
});

it('names the process that has it, and takes over from one that was killed', async () => {
  const holder = await holdElsewhere();
  await expect(lockProfile(folder)).rejects.toMatchObject({ problem: { params: { pid: holder.pid } } });
  await holder.kill();
  await (await lockProfile(folder)).release();
});

it('has one holder, however many come at once for what a killed process left behind', async () => {
  for (let round = 0; round < 3; round += 1) {
    await (await holdElsewhere()).kill();
    const came = await Promise.allSettled(Array.from({ length: 8 }, () => lockProfile(folder)));
    const held = came.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(held).toHaveLength(1);
    await held[0]?.release();
    expect(await readdir(folder)).toEqual([]);
  }
});

it('makes the folder, and keeps two folders apart', async () => {
  const one = await lockProfile(path.join(folder, 'one'));
  const other = await lockProfile(path.join(folder, 'other'));
  await Promise.all([one.release(), other.release()]);
});

it('holds a folder whose path is longer than a socket may have', async () => {
  const long = path.join(folder, 'x'.repeat(90));
  const lock = await lockProfile(long);
  await expect(lockProfile(long)).rejects.toMatchObject({ problem: { code: 'storage/in-use' } });
  await lock.release();
});

it('holds nothing where nothing can be written', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  const lock = await lockProfile(path.join(file, 'folder'));
  await lock.release();
});

it.runIf(process.platform === 'linux')(
  'holds nothing below a folder that never has any, and says so at once',
  async () => {
    const lock = await lockProfile('/proc/coze-mint/data');
    await lock.release();
  },
);
