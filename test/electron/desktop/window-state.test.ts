import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWindowState, writeWindowState } from '../../../electron/desktop/window-state.ts';

const state = { bounds: { x: -12, y: 30, width: 1000, height: 700 }, maximised: true };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coze-mint-window-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the window’s state', () => {
  it('is read as it was written', () => {
    writeWindowState(folder, state);
    expect(readWindowState(folder)).toEqual(state);
  });

  it('is written into a folder that is not there yet, for its owner only', async () => {
    const inner = join(folder, 'new');
    writeWindowState(inner, state);
    expect(readWindowState(inner)).toEqual(state);
    expect((await stat(join(inner, 'window.json'))).mode & 0o777).toBe(0o600);
  });

  it('leaves no other file behind', async () => {
    writeWindowState(folder, state);
    writeWindowState(folder, { ...state, maximised: false });
    expect(await readdir(folder)).toEqual(['window.json']);
  });

  it('is none when there is no file', () => {
    expect(readWindowState(folder)).toBeNull();
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"bounds":{"x":0,"y":0,"width":0,"height":5},"maximised":false}',
    '{"bounds":{"x":1e99,"y":0,"width":900,"height":600},"maximised":false}',
    '{"bounds":{"x":"0","y":0,"width":900,"height":600},"maximised":false}',
    '{"bounds":{"x":0.5,"y":0,"width":900,"height":600},"maximised":false}',
  ])('is none when the file says %s', async (text) => {
    await writeFile(join(folder, 'window.json'), text);
    expect(readWindowState(folder)).toBeNull();
  });

  it('is none for any other file, and never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        await writeFile(join(folder, 'window.json'), text);
        expect(() => readWindowState(folder)).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it('does without when a file stands where the folder should be', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'x');
    await chmod(file, 0o600);
    expect(() => writeWindowState(file, state)).not.toThrow();
    expect(readWindowState(file)).toBeNull();
  });
});
