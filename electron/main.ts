import { app } from 'electron';
import { registerAppScheme } from './desktop/app-protocol.ts';
import { enableSandbox } from './desktop/enable-sandbox.ts';
import { honourDataFolder } from './desktop/honour-data-folder.ts';
import { reportCrashes } from './desktop/report-crashes.ts';
import { runDesktop } from './desktop/run-desktop.ts';

reportCrashes();
registerAppScheme();
enableSandbox();
honourDataFolder();
if (app.requestSingleInstanceLock()) void app.whenReady().then(runDesktop);
else app.exit();
