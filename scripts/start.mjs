import './setup/node-version.mjs';
import { buildDesktop, desktopBuildIsCurrent } from './build.mjs';
import { launch, reasonNotToLaunch } from './launch.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { setUp } from './setup/set-up.mjs';

/** @param {string} reason @returns {never} */
function giveUp(reason) {
  console.error(reason);
  process.exit(1);
}

const noDisplay = reasonNotToLaunch();
if (noDisplay !== null) giveUp(noDisplay);

const ready = setUp('start');
if (!ready.npmPackages) process.exit(1);
if (!ready.keytar) {
  console.error('keytar is not built, so keys are held for this run only and never stored.');
}

const electron = findElectron();
if (!electron.found) giveUp(electron.reason);

if (!desktopBuildIsCurrent()) {
  console.log('Building Coze Mint.');
  if ((await buildDesktop()) !== 0) giveUp('The build failed; what it said stands above.');
}

await launch(electron, process.argv.slice(2));
