import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBodyFile } from '../../../electron/console/body-file.ts';

describe('a file that takes a body', () => {
  it('has all bytes in their order, however many wait', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-body-file-'));
    const file = await createBodyFile(path.join(folder, 'x'));
    const parts = Array.from({ length: 3000 }, (_, index) => Buffer.from(String(index).padStart(2048, '.')));
    await file.append(new Uint8Array());
    await Promise.all(parts.map((part) => file.append(part)));
    await file.finish();
    expect(file.written()).toBe(3000 * 2048);
    const read = Buffer.concat(await file.read({ from: 0, to: file.written() - 1 }).toArray());
    expect(read.equals(Buffer.concat(parts))).toBe(true);
    await file.remove();
    await rm(folder, { recursive: true });
  });

  it('is never one that was there before', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'coze-mint-body-file-'));
    await symlink('/dev/null', path.join(folder, 'x'));
    await expect(createBodyFile(path.join(folder, 'x'))).rejects.toMatchObject({ code: 'EEXIST' });
    await rm(folder, { recursive: true });
  });
});
