import type { Session } from 'electron';
import { developmentPolicy } from '../screens/content-security-policy.ts';
import { isSameOrigin } from './app-origin.ts';

const ownSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/**
 * Whether the page may load a URL at all, beside what its policy says: the app's own, and what it made itself. In
 * development also the server that builds the screens, over HTTP and WebSocket.
 */
export function mayLoad(url: string, home: string): boolean {
  if (!URL.canParse(url)) return false;
  if (ownSchemes.has(new URL(url).protocol)) return true;
  return isSameOrigin(url.replace(/^ws:/, 'http:'), home);
}

/**
 * Denies everything that a page could ask a browser for: permissions, devices, screens, downloads, and requests that
 * leave the app. Electron's security checklist, items 5 and 7.
 *
 * @param home - the URL of the app's page
 */
export function hardenSession(session: Session, home: string): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: !mayLoad(details.url, home) }),
  );
  if (home.startsWith('http:')) {
    session.webRequest.onHeadersReceived((details, callback) =>
      callback({
        responseHeaders: {
          ...details.responseHeaders,
          'Content-Security-Policy': [developmentPolicy(home)],
        },
      }),
    );
  }
}
