import { app } from 'electron';
import { settleWithin } from './settle-within.ts';

/** A key that is being written or a clipboard that has to be cleared gets this long. */
const longestClose = 3000;

/** Lets `close` end before the process does, once all windows are closed; after three seconds the process ends anyway. */
export function closeBeforeQuit(close: () => Promise<void>): void {
  app.once('will-quit', async (event) => {
    event.preventDefault();
    await settleWithin(close(), longestClose);
    app.exit();
  });
}
