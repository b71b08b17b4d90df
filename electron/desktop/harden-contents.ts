import { app, type WebContents } from 'electron';
import { isSameOrigin } from './app-origin.ts';

interface Navigation {
  readonly url: string;
  readonly preventDefault: () => void;
}

/**
 * Keeps a page where it is: no navigation, redirect, new window or attached webview. Only the development server's
 * page may load itself again. Electron's security checklist, items 11 to 14.
 */
function hardenContents(contents: WebContents, home: string): void {
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
  const refuseUnlessReload = (event: Navigation) => {
    const isReload = home.startsWith('http:') && isSameOrigin(event.url, home);
    if (!isReload) event.preventDefault();
  };
  contents.on('will-navigate', refuseUnlessReload);
  contents.on('will-frame-navigate', refuseUnlessReload);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Hardens every web contents from the moment that it is made. */
export function hardenAllContents(home: string): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, home));
}
