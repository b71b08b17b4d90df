import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Bench, within } from './figure.ts';

const limit = 250;

/** The scripts that a module needs before it can run, itself included. */
function needed(folder: string, first: readonly string[]): ReadonlySet<string> {
  const found = new Set(first);
  for (const file of found) {
    const text = readFileSync(join(folder, file), 'utf8');
    // Only what is imported at the beginning of a module: what is loaded later is called as a function.
    for (const [, name = ''] of text.matchAll(/\b(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      found.add(join('assets', name));
    }
  }
  return found;
}

export const firstScreen: Bench = {
  name: 'first-screen',
  needs: 'node',
  run: async ({ root }) => {
    const folder = join(root, 'out/renderer');
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="(?:\.\/|\/)?([^"]+\.js)"/g)].map(([, file = '']) => file);
    const files = [...needed(folder, named)];
    const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file))).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    const what = 'JavaScript before the first screen, gzip';
    const value = `${kilobytes.toFixed(0)} KB in ${files.length} files`;
    return [within(what, value, `under ${limit} KB`, kilobytes < limit)];
  },
};
