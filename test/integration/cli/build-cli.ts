import { build } from 'vite';

/** Builds the command line as `npm run build` does. */
export async function buildCli(): Promise<void> {
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error' });
}
