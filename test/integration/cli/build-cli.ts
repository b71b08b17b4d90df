import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

/** The command line built as `npm run build` does it, in a folder of its own. */
export interface BuiltCli {
  readonly folder: string;
  /** The file that Node runs. */
  readonly program: string;
  readonly remove: () => Promise<void>;
}

export async function buildCli(): Promise<BuiltCli> {
  const cache = path.resolve('node_modules/.cache/coze-mint-test');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'cli-'));
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir: folder } });
  return {
    folder,
    program: path.join(folder, 'coze-mint.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
