import type { BrowserWindowConstructorOptions, TitleBarOverlayOptions } from 'electron';

/** Height of the page's own title bar, in pixels. */
const titleBarHeight = 40;

/** The page's ground in both themes, painted before the page is there. */
export function groundColour(dark: boolean): string {
  return dark ? '#0e1110' : '#f5f7f6';
}

/** Windows' own buttons, drawn over the page's title bar. */
export function titleBarOverlay(dark: boolean): TitleBarOverlayOptions {
  return {
    color: groundColour(dark),
    symbolColor: dark ? '#a7aeab' : '#515955',
    height: titleBarHeight,
  };
}

/** The frame that each platform's windows have: inset traffic lights, an overlay, or the system's own. */
export function windowFrame(platform: NodeJS.Platform, dark: boolean): BrowserWindowConstructorOptions {
  switch (platform) {
    case 'darwin':
      return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 14, y: 13 } };
    case 'win32':
      return { titleBarStyle: 'hidden', titleBarOverlay: titleBarOverlay(dark) };
    default:
      return {};
  }
}
