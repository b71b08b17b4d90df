import { isSameOrigin } from './app-origin.ts';

/** What is looked at of Electron's `WebFrameMain`. */
export interface SenderFrame {
  readonly url: string;
  /** Null for the main frame. */
  readonly parent: unknown;
}

/**
 * Whether a message may be answered: it comes from the main frame of an own window, and the page in that frame is the
 * app's own. Electron's security checklist, item 17: "Validate the sender of all IPC messages".
 *
 * @param frame - null when the frame is gone already
 * @param isOwnWindow - whether the web contents that sent it belong to a window of the app
 * @param home - the URL of the app's page
 */
export function isTrustedSender(frame: SenderFrame | null, isOwnWindow: boolean, home: string): boolean {
  return frame !== null && isOwnWindow && frame.parent === null && isSameOrigin(frame.url, home);
}
