import { call } from '../../../app/bridge-client.ts';
import { attempt, showNote } from '../../../app/toast-store.ts';
import type { AnswerReader } from '../reading/answer-reader.ts';

/** Puts value or path of a row into the clipboard; `tooLong` is said when it does not fit there. */
export async function copyRow(
  reader: AnswerReader,
  place: number,
  what: 'value' | 'path',
  tooLong: string,
): Promise<void> {
  const { text } = await reader.ask('copy', { place, what });
  if (text === null) showNote(tooLong);
  else await attempt(call('app.copyText', { text }));
}
