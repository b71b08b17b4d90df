import './setup/node-version.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildDesktop, buildIsCurrent } from './build.mjs';
import { root } from './run.mjs';
import { findElectron } from './setup/electron-runtime.mjs';

const output = join(root, 'node_modules/.cache/bench');

/** Puts what measures, and what of the product it measures, into one module as a build does. */
async function buildBench() {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // write-file-atomic is CommonJS and names its temporary files after its own.
    define: { __filename: 'import.meta.filename' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: output,
      emptyOutDir: true,
      rollupOptions: {
        input: { bench: join(root, 'test/bench/bench.ts') },
        external: ['keytar', 'playwright-core'],
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['keytar', 'playwright-core'] },
  });
}

if (!buildIsCurrent('desktop') && (await buildDesktop()) !== 0) process.exit(1);
await buildBench();
const { measure, names } = await import(pathToFileURL(join(output, 'bench.mjs')).href);
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`usage: npm run bench [-- ${names.join(' ')}]`);
  process.exit(2);
}
process.exitCode = (await measure({ root, electron: findElectron() }, chosen)) ? 0 : 1;
