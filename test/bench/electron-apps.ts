import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stageElectron } from '../../scripts/setup/staged-electron.mjs';
import { type Display, startDisplay } from '../e2e/display.ts';
import type { Surroundings } from './figure.ts';

/** How an app is started in Electron. */
export interface ElectronApp {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface ElectronApps {
  readonly product: ElectronApp;
  /** An app that shows an empty window. */
  readonly empty: ElectronApp;
  /** A new folder, which goes with the others. */
  readonly newFolder: () => string;
  readonly close: () => Promise<void>;
}

function ownEnv(display: Display | null): Readonly<Record<string, string>> {
  const known = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(known),
    ...(display === null ? {} : { DISPLAY: display.name }),
    // Without an address GLib would start a bus of its own, and find the keychain of whoever measures.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US:en',
  };
}

/** The built app and an empty one, ready to be started. */
export async function prepareApps({ root, electron }: Surroundings): Promise<ElectronApps> {
  if (!electron.found) throw new Error(electron.reason);
  const { folder: electronFolder, executable } = electron;
  const stage = mkdtempSync(join(tmpdir(), 'coze-mint-bench-'));
  const display = process.platform === 'linux' && !process.env['DISPLAY'] ? await startDisplay() : null;
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const env = ownEnv(display);

  function app(name: string, mainFile: string): ElectronApp {
    const folder = join(stage, name);
    mkdirSync(folder);
    const main = readFileSync(join(root, 'test/bench/electron-main.mjs'), 'utf8');
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: 'electron-main.mjs' }));
    writeFileSync(join(folder, 'electron-main.mjs'), main.replace('MAIN_FILE', pathToFileURL(mainFile).href));
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return process.platform === 'linux'
      ? {
          executable: stageElectron(electronFolder, folder, join(stage, `${name}-electron`)),
          args: sandbox,
          env,
        }
      : { executable, args: [folder], env };
  }

  return {
    product: app('product', join(root, 'out/main/main.js')),
    empty: app('empty', join(root, 'test/bench/empty-main.mjs')),
    newFolder: () => mkdtempSync(join(stage, 'data-')),
    close: async () => {
      await display?.close();
      rmSync(stage, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
