import type { AnswerBody, ConsoleRun } from '../../../shared/console-run.ts';
import { useAppStore } from '../../app/app-store.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt, showNote } from '../../app/toast-store.ts';

const endings: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'text/event-stream': 'txt',
  'text/html': 'html',
  'text/plain': 'txt',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/opus': 'opus',
  'audio/aac': 'aac',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
};

/** Type and subtype of a `Content-Type`. */
export function essenceOf(contentType: string | null): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** A name for a file with the answer, such as `text_to_speech.mp3`. */
export function fileNameOf({
  endpointId,
  head,
  body,
}: Pick<ConsoleRun, 'endpointId' | 'head' | 'body'>): string {
  const known = endings[essenceOf(head?.contentType ?? null)];
  const byKind = body?.kind === 'json' ? 'json' : body?.kind === 'binary' ? 'bin' : 'txt';
  return `${endpointId ?? 'answer'}.${known ?? byKind}`;
}

/** Saves a body where the person wants it; `done` is said when it is there. */
export async function saveBody(
  run: ConsoleRun,
  { bodyId, address }: AnswerBody,
  done: string,
): Promise<void> {
  const name = fileNameOf(run);
  if (useAppStore.getState().host.platform === 'web') {
    const link = document.createElement('a');
    link.href = `${address}?download=${encodeURIComponent(name)}`;
    link.download = name;
    link.click();
    return;
  }
  const result = await attempt(call('console.saveBody', { bodyId, name }));
  if (result?.saved) showNote(done);
}
