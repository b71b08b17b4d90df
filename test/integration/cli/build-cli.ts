import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

/** The command line built as `npm run build` does it, in a folder of its own. */
export interface BuiltCli {
  readonly folder: string;
  /** The file that Node runs. */
  readonly program: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly cli: BuiltCli;
  }
}

/** Builds it once for all the tests of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cache = path.resolve('node_modules/.cache/coze-mint-test');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'cli-'));
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir: folder } });
  project.provide('cli', { folder, program: path.join(folder, 'coze-mint.js') });
  return () => rm(folder, { recursive: true, force: true });
}
