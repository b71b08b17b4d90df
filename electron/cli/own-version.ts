import { readFile } from 'node:fs/promises';

/** Folders from this file upward in which its package.json is looked for. */
const levels = 8;

/** The version of this program, from the package.json that it stands under; empty where there is none. */
export async function ownVersion(): Promise<string> {
  for (let level = 0; level < levels; level += 1) {
    const candidate = new URL(`${'../'.repeat(level)}package.json`, import.meta.url);
    try {
      const found: unknown = JSON.parse(await readFile(candidate, 'utf8'));
      const { name, version } = found as { readonly name?: unknown; readonly version?: unknown };
      if (name === 'coze-mint' && typeof version === 'string') return version;
    } catch {
      // not there
    }
  }
  return '';
}
