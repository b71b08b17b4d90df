import { showNote } from '../../app/toast-store.ts';
import { openEntry } from './open-entry.ts';

/** Opens a request of the history; `leftOut` is said when its body was not kept. */
export async function openFromHistory(historyId: string, leftOut: string): Promise<void> {
  if ((await openEntry(historyId)) === true) showNote(leftOut);
}
