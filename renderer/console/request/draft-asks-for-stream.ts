import { asksForStream } from '../../../shared/coze/asks-for-stream.ts';
import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import { markBareVariables } from './body-text.ts';
import type { RequestDraft } from './request-draft.ts';

/** Whether the request, sent as it stands, asks for events. A variable in place of `stream` is taken for false. */
export function draftAsksForStream({ body }: RequestDraft, endpoint: Endpoint | null): boolean {
  if (endpoint === null) return false;
  return asksForStream(endpoint, body.kind === 'json' ? markBareVariables(body.json) : null);
}
