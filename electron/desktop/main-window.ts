import { BrowserWindow, nativeTheme, screen } from 'electron';
import { settleWithin } from '../settle-within.ts';
import { fitBounds, minimumSize } from './fit-bounds.ts';
import { groundColour, titleBarOverlay, windowFrame } from './window-look.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

/** The window waits this long for the chosen theme, so that it does not appear in another one. */
const longestWaitForTheme = 1000;

export interface MainWindowOptions {
  /** The URL of the page. */
  readonly home: string;
  readonly preload: string;
  /** Where the window's place is kept. */
  readonly folder: string;
  readonly withDeveloperTools: boolean;
  /** Settles when the theme that the settings name is in force. */
  readonly themed: Promise<unknown>;
  /** Called before the page is loaded. */
  readonly onCreated: (window: BrowserWindow) => void;
}

function displayAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function followTheme(window: BrowserWindow): void {
  const repaint = () => {
    const dark = nativeTheme.shouldUseDarkColors;
    window.setBackgroundColor(groundColour(dark));
    if (process.platform === 'win32') window.setTitleBarOverlay(titleBarOverlay(dark));
  };
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.removeListener('updated', repaint));
}

/** Opens the window where it was, and shows it when its page has painted in the right theme. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const state = readWindowState(options.folder);
  const dark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow({
    ...fitBounds(state?.bounds ?? null, displayAreas()),
    ...windowFrame(process.platform, dark),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Coze Mint',
    backgroundColor: groundColour(dark),
    show: false,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.withDeveloperTools,
    },
  });
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  followTheme(window);
  window.once('ready-to-show', async () => {
    await settleWithin(options.themed, longestWaitForTheme);
    if (window.isDestroyed()) return;
    if (state?.maximised) window.maximize();
    window.show();
  });
  window.on('close', () =>
    writeWindowState(options.folder, {
      bounds: window.getNormalBounds(),
      maximised: window.isMaximized(),
    }),
  );
  options.onCreated(window);
  void window.loadURL(options.home);
  return window;
}

/** Brings a window before the person, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
