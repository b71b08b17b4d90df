import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../shared/error-code.ts';

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    return false;
  }
}

async function isMissing(folder: string): Promise<boolean> {
  try {
    await stat(folder);
    return false;
  } catch (thrown) {
    return errorCode(thrown) === 'ENOENT';
  }
}

async function makeOne(folder: string, mode: number): Promise<void> {
  try {
    await mkdir(folder, { mode });
  } catch (thrown) {
    if (!(await isFolder(folder))) throw thrown;
  }
}

/**
 * Makes a folder, and those above it that are missing. Node's own way of doing so never comes back where a file system
 * says that a folder above is missing although it is there, as /proc does.
 *
 * @throws Error as node:fs gives it
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  const above = path.dirname(path.resolve(folder));
  if (above !== path.resolve(folder) && (await isMissing(above))) await makeFolder(above, mode);
  await makeOne(folder, mode);
}
