import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What set-up and builds make, and git's own. */
const made = new Set(['node_modules', 'out', 'dist', '.git']);

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: () => string;
}

/** Every file of the project, in a checkout as well as in an unpacked archive. */
export function sourceFiles(root: string): readonly SourceFile[] {
  const list = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !made.has(entry.name))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? list(path) : [path];
      });
  return list(root).map((path) => ({
    path: relative(root, path).split(sep).join('/'),
    text: () => readFileSync(path, 'utf8'),
  }));
}
