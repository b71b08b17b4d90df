import { homedir } from 'node:os';
import { dataFolder } from '../storage/data-folder.ts';
import type { Terminal } from './terminal.ts';

/** The folder that the desktop app keeps its profile in. */
export function profileFolder({ env }: Terminal): string {
  return dataFolder({ platform: process.platform, env, home: homedir() });
}
