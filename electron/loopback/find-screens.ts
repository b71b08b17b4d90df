import { existsSync } from 'node:fs';
import path from 'node:path';

/** Folders from a file upward in which the screens are looked for. */
const levels = 8;

/**
 * The folder of the built screens that belongs to the program in `file`: `out/renderer` or, from inside `out`,
 * `renderer`, in one of the folders above it. Null when they are not built.
 */
export function findScreens(file: string): string | null {
  let folder = path.dirname(file);
  for (let level = 0; level < levels; level += 1) {
    for (const place of ['out/renderer', 'renderer']) {
      const found = path.join(folder, place);
      // The sources have a page as well, but no assets.
      if (existsSync(path.join(found, 'index.html')) && existsSync(path.join(found, 'assets'))) return found;
    }
    folder = path.dirname(folder);
  }
  return null;
}
