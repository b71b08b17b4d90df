import { call } from '../../app/bridge-client.ts';
import { attempt, showNote } from '../../app/toast-store.ts';

const step = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += step)
    text += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(text);
}

/** Saves what this page has put together where the person wants it; `done` is said when it is there. */
export async function saveMade(name: string, made: string | Uint8Array, done: string): Promise<void> {
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  const result = await attempt(call('console.saveBytes', { name, base64: base64Of(bytes) }));
  if (result?.saved) showNote(done);
}
