import { app } from 'electron';
import { appHome } from './app-origin.ts';

/** Where the page comes from: the app itself, or electron-vite's server when the sources are being worked on. */
export function screensHome(env: NodeJS.ProcessEnv): string {
  const server = env['ELECTRON_RENDERER_URL'];
  return !app.isPackaged && server?.startsWith('http:') ? server : appHome;
}
