import { readFile } from 'node:fs/promises';

/** Where package.json may be, seen from the built program and from the source. */
const candidates = ['../package.json', '../../package.json', '../../../package.json'];

/** The version of this program; empty where it cannot be told. */
export async function ownVersion(): Promise<string> {
  for (const candidate of candidates) {
    try {
      const found: unknown = JSON.parse(await readFile(new URL(candidate, import.meta.url), 'utf8'));
      const { name, version } = found as { readonly name?: unknown; readonly version?: unknown };
      if (name === 'coze-mint' && typeof version === 'string') return version;
    } catch {
      // not there
    }
  }
  return '';
}
