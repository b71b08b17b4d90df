import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { BridgeEvent, CallName, Reply } from '../../shared/bridge.ts';
import { launchElectron } from './electron-launch.ts';
import { launchServe } from './serve-launch.ts';

/** Where the screens are shown: in the app's own window, or in a Chromium before `coze-mint serve`. */
export type Host = 'electron' | 'browser';

declare module 'vitest' {
  interface ProvidedContext {
    /** The host that this run of the tests is about. */
    readonly host: Host;
  }
}

export interface LaunchOptions {
  /** The language of the system, or of the browser; English when absent. */
  readonly language?: 'en' | 'zh';
  /** The colours of the system, or of the browser; light when absent. */
  readonly colours?: 'light' | 'dark';
  /** A keychain of this test's own: ready, locked with nobody to unlock it, or none at all (when absent). */
  readonly keychain?: 'unlocked' | 'locked' | 'none';
}

/** The built app with its screens, whichever host shows them. */
export interface LaunchedApp {
  readonly host: Host;
  readonly page: Page;
  /** The folder of everything that the app keeps. */
  readonly userData: string;
  /** What a program beside the app needs to see the same keychain. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything that went wrong in the page so far: console errors, refused loads, uncaught errors. */
  readonly consoleErrors: readonly string[];
  /** What the host wrote to its terminal so far. */
  readonly terminal: () => string;
  /** Every message that crossed the bridge so far: `out` to the page (when absent) or `in` from it. */
  readonly crossed: (direction?: 'in' | 'out') => Promise<readonly string[]>;
  /** Answers a call in place of the host, again and again, so that nothing is sent anywhere; null ends that. */
  readonly standIn: (name: CallName, reply: Reply | null) => Promise<void>;
  /** Tells every page something in place of the host. */
  readonly tell: (event: BridgeEvent) => Promise<void>;
  /** Answers the next file dialogs: with a file, or as one that was closed. */
  readonly answerFileDialog: (file: string | null) => Promise<void>;
  readonly readClipboard: () => Promise<string>;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Gives the window another size, in CSS pixels. */
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Enlarges everything in the window by this factor. */
  readonly zoom: (factor: number) => Promise<void>;
  /** Ends the app and starts it again on the same folder and keychain; this object is of no use afterwards. */
  readonly restart: (changes?: Pick<LaunchOptions, 'language' | 'colours'>) => Promise<LaunchedApp>;
  /** Ends the app, takes folder and keychain away. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the built app in the host that this run is about, with a data folder, keychain, language and colours of its own.
 *
 * @throws Error when it does not show its screens
 */
export function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  return inject('host') === 'electron' ? launchElectron(options) : launchServe(options);
}
