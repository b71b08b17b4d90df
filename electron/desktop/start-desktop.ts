import { app } from 'electron';
import { registerAppScheme } from './app-protocol.ts';
import { enableSandbox } from './enable-sandbox.ts';
import { honourDataFolder } from './honour-data-folder.ts';
import { reportCrashes } from './report-crashes.ts';
import { runDesktop } from './run-desktop.ts';

/**
 * Opens the app's window, or brings the one that is open to the front. Only before `ready`.
 *
 * @param output - the folder that the build puts everything into
 */
export function startDesktop(output: URL): void {
  reportCrashes();
  registerAppScheme();
  enableSandbox();
  honourDataFolder();
  if (app.requestSingleInstanceLock()) void app.whenReady().then(() => runDesktop(output));
  else app.exit();
}
