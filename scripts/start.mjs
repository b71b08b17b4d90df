import './setup/node-version.mjs';
import { buildCommandLine, buildDesktop, buildIsCurrent } from './build.mjs';
import { launch, reasonNotToLaunch } from './launch.mjs';
import { serve } from './serve.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { setUp } from './setup/set-up.mjs';

/** @param {string} reason @returns {never} */
function giveUp(reason) {
  console.error(reason);
  process.exit(1);
}

/** @param {'desktop' | 'serve'} what */
async function build(what) {
  if (buildIsCurrent(what)) return;
  console.error('Building Coze Mint.');
  const isBuilt = (await buildDesktop()) === 0 && (what === 'desktop' || (await buildCommandLine()) === 0);
  if (!isBuilt) giveUp('The build failed; what it said stands above.');
}

const args = process.argv.slice(2);
const noDisplay = reasonNotToLaunch();
const ready = setUp(noDisplay === null ? 'start' : 'serve');
if (!ready.npmPackages) process.exit(1);
if (!ready.keytar) {
  console.error('keytar is not built, so keys are held for this run only and never stored.');
}

const electron = noDisplay === null ? findElectron() : null;
if (electron?.found) {
  await build('desktop');
  await launch(electron, args);
} else {
  await build('serve');
  console.error(`${noDisplay ?? electron?.reason} The screens open in a browser instead.`);
  await serve(args);
}
