import path from 'node:path';
import { app } from 'electron';

/**
 * Puts everything that the app keeps into the folder that `--user-data-dir` names. Electron knows the switch itself,
 * but forgets it when it was asked to open a folder of sources.
 */
export function honourDataFolder(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', path.resolve(folder));
}
