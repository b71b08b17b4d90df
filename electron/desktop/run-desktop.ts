import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, powerMonitor, session } from 'electron';
import { createKeytarStore, keychainService } from '../keys/keytar-backend.ts';
import { serveScreens } from './app-protocol.ts';
import { closeBeforeQuit } from './close-before-quit.ts';
import { endUnstarted } from './end-unstarted.ts';
import { followSettings } from './follow-settings.ts';
import { hardenAllContents } from './harden-contents.ts';
import { hardenSession } from './harden-session.ts';
import { desktopHost, openInBrowser } from './host-services.ts';
import { focusWindow, openMainWindow } from './main-window.ts';
import { offerReload } from './offer-reload.ts';
import { screensHome } from './screens-home.ts';
import { serveBridge } from './serve-bridge.ts';
import { systemProxy } from './system-proxy.ts';
import { showTray } from './tray.ts';

/**
 * Opens the window and starts the engine beside it; neither waits for the other, and the engine's code is loaded while the
 * window's own process begins. Only after `ready`.
 *
 * @param output - the folder that the build puts everything into
 */
export function runDesktop(output: URL): void {
  const built = (path: string) => fileURLToPath(new URL(path, output));
  const home = screensHome(process.env);
  const withDeveloperTools = !app.isPackaged;
  hardenAllContents(home);
  hardenSession(session.defaultSession, home);

  const host = desktopHost(
    () => shell.texts(),
    () => openOrFocus(),
  );
  const shell = followSettings(host.info.systemLanguage, {
    platform: process.platform,
    withDeveloperTools,
    run: (name) => bridge.broadcast({ name: 'command', payload: { name } }),
    open: (url) => void openInBrowser(url),
  });
  const keychain = createKeytarStore({ service: keychainService });
  const proxyFor = systemProxy(session.defaultSession);
  const engine = import('../start-engine.ts')
    .then(({ startEngine }) => startEngine({ host, keychain, proxyFor }))
    .catch((thrown) => endUnstarted(thrown, host.info.systemLanguage));
  serveScreens(
    session.defaultSession,
    built('renderer'),
    engine.then(({ openBody }) => openBody),
  );
  const bridge = serveBridge(home, {
    dispatch: Promise.all([engine, import('../bridge-dispatch.ts')]).then(
      ([{ handlers }, { createDispatcher }]) => createDispatcher(handlers),
    ),
    addPath: async (path) => (await engine).addPath(path),
  });
  const settingsInForce = engine.then(async ({ handlers, subscribe }) => {
    subscribe((event) => {
      if (event.name === 'profile') shell.apply(event.payload.settings);
      bridge.broadcast(event);
    });
    const { signal } = new AbortController();
    shell.apply((await handlers['app.snapshot'](null, { signal })).profile.settings);
  });
  void engine.then((started) => {
    powerMonitor.on('resume', started.woke);
    powerMonitor.on('unlock-screen', started.woke);
    app.on('browser-window-focus', started.looked);
    return showTray(started, { systemLanguage: host.info.systemLanguage, open: () => openOrFocus() });
  });

  const openWindow = () =>
    openMainWindow({
      home,
      preload: built('preload/preload.cjs'),
      folder: host.info.dataFolder,
      withDeveloperTools,
      themed: settingsInForce,
      onCreated: (window) => {
        bridge.attach(window.webContents);
        offerReload(window, shell.texts);
      },
    });
  const openOrFocus = () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) openWindow();
    else focusWindow(window);
  };

  app.on('second-instance', openOrFocus);
  app.on('activate', openOrFocus);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuit(async () => {
    await (await engine).close();
  }, keychain.isHanging);
  openWindow();
}
