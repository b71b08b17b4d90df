import type { ConsoleFile } from '../../../shared/console-run.ts';
import { addFile, call } from '../../app/bridge-client.ts';
import { attempt } from '../../app/toast-store.ts';

/** A dropped file as the main process knows it; null when it could not be taken, which has been said. */
export function takeFile(file: File): Promise<ConsoleFile | null> {
  return attempt(addFile(file));
}

/** Lets a person choose a file; null when nothing was chosen. */
export function pickFile(): Promise<ConsoleFile | null> {
  return attempt(call('console.pickFile', null));
}
