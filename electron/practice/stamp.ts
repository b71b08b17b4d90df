import type { ServerResponse } from 'node:http';
import type { PracticeState } from './practice-state.ts';

/** Carries the log id of every answer, as Coze's does. */
export const logIdHeader = 'x-tt-logid';

/** Puts the time of practice Coze's own clock into the `Date` of an answer that is not sent yet. */
export function stampDate(outgoing: ServerResponse, state: Pick<PracticeState, 'now'>): void {
  outgoing.setHeader('date', new Date(state.now()).toUTCString());
}
