import { app } from 'electron';
import { onEndSignal } from '../end-signals.ts';
import { settleWithin } from '../settle-within.ts';

/** A key that is being written or a clipboard that has to be cleared gets this long. */
const longestClose = 3000;

/**
 * Lets `close` end before the process does, once all windows are closed or a signal has come; after three seconds the
 * process ends anyway.
 *
 * @param isStuck - true when a call into the system does not come back: a plain exit would wait for it for ever
 */
export function closeBeforeQuit(close: () => Promise<void>, isStuck: () => boolean): void {
  onEndSignal(process, () => app.quit());
  let isClosing = false;
  app.on('will-quit', async (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    await settleWithin(close(), longestClose);
    if (isStuck()) process.kill(process.pid, 'SIGKILL');
    app.exit();
  });
}
