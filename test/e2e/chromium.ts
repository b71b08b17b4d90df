import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new Error('These tests need Chromium (Debian, Ubuntu: apt-get install chromium).');
}

/** Starts a Chromium without a window, which tests attach to. */
export function startChromium(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: findChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: quiet,
  });
}
