import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findElectron } from '../../scripts/setup/electron-runtime.mjs';
import { stageElectron } from '../../scripts/setup/staged-electron.mjs';
import { startDisplay } from './display.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How to start the built app in Electron. */
    readonly launch: { readonly executable: string; readonly args: readonly string[] };
    /** The X displays, one for each worker, as windows of one display take the focus from each other; none where none is needed. */
    readonly displays: readonly string[];
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
/** As many as vitest.config.ts lets this project have. */
const workers = 3;
const stage = join(root, 'node_modules/.cache', `e2e-${process.pid}`);

/** Makes the folder that Electron opens: the app's own manifest, with the recorder before the app's start file. */
function makeAppFolder(): string {
  const main = join(root, 'out/main/main.js');
  if (!existsSync(main)) throw new Error('There is no build to test: run `npm run build` first.');
  const folder = join(stage, 'app');
  mkdirSync(folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: 'electron-recorder.mjs' }));
  const recorder = readFileSync(new URL('./electron-recorder.mjs', import.meta.url), 'utf8');
  writeFileSync(
    join(folder, 'electron-recorder.mjs'),
    recorder.replace('MAIN_FILE', pathToFileURL(main).href),
  );
  return folder;
}

/** Finds Electron, puts the app under test into it and starts a display where there is none. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const electron = findElectron();
  if (!electron.found) throw new Error(electron.reason);
  const appFolder = makeAppFolder();
  const launch =
    process.platform === 'linux'
      ? { executable: stageElectron(electron.folder, appFolder, join(stage, 'electron')), args: [] }
      : { executable: electron.executable, args: [appFolder] };
  const needsDisplays = process.platform === 'linux' && !process.env['DISPLAY'];
  const displays = needsDisplays ? await Promise.all(Array.from({ length: workers }, startDisplay)) : [];
  project.provide('launch', launch);
  project.provide(
    'displays',
    displays.map(({ name }) => name),
  );
  return async () => {
    await Promise.all(displays.map((display) => display.close()));
    rmSync(stage, { recursive: true, force: true });
  };
}
