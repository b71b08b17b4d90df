import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Called by electron-builder when the app is put together and not yet in its installer.
 *
 * @param {import('app-builder-lib').AfterPackContext} context
 * @throws Error when keytar's native half is missing
 */
export async function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  const native = join(resources, 'app.asar.unpacked/node_modules/keytar/build/Release/keytar.node');
  if (!existsSync(native)) throw new Error(`keytar is not in this build: ${native} is missing`);
}
