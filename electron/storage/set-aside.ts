import { link, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import type { Clock } from '../../shared/time.ts';

/** Moves without ever replacing a file that has the new name already; a folder or odd file system takes a rename. */
async function move(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (thrown) {
    if (errorCode(thrown) === 'EEXIST') throw thrown;
    return rename(from, to);
  }
  return unlink(from);
}

/**
 * Gives `name` in `folder` a new name that says when it turned out unreadable, so that nothing is written over it.
 *
 * @returns the new name, or null when the file could not be moved
 */
export async function setAside(folder: string, name: string, clock: Clock): Promise<string | null> {
  const time = new Date(clock.now()).toISOString().replace(/[:.]/g, '-');
  const kind = name.endsWith('.bak') ? '-copy' : '';
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const newName = `profile.unreadable-${time}${kind}${attempt === 1 ? '' : `-${attempt}`}.json`;
    try {
      await move(path.join(folder, name), path.join(folder, newName));
      return newName;
    } catch {}
  }
  return null;
}
