import { app } from 'electron';

/**
 * Sandboxes every process of a page, whatever its window says. Only when the sources are being run may `--no-sandbox`
 * switch Chromium's sandbox off, since root has none; a packaged app does not listen to it.
 */
export function enableSandbox(): void {
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
