// An empty window: the least that any app of this Electron can be.
import { app, BrowserWindow } from 'electron';

if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html,<html data-empty><title>Empty</title></html>');
});
