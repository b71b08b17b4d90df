import { expect, test } from 'vitest';
import { draftAsksForStream } from '../../../../renderer/console/request/draft-asks-for-stream.ts';
import { draftOfEndpoint, freeDraft, withJson } from '../../../../renderer/console/request/request-draft.ts';
import { endpoints } from '../../../../shared/coze/endpoints.ts';

function asks(endpointId: string, json: string): boolean {
  const endpoint = endpoints.find(({ id }) => id === endpointId);
  if (endpoint === undefined) throw new Error(`There is no endpoint ${endpointId}.`);
  const draft = draftOfEndpoint(endpoint);
  return draftAsksForStream({ ...draft, body: withJson(draft.body, json) }, endpoint);
}

test('a request for a chat asks for events as its body says, variables in it or not', () => {
  expect(asks('chat_v3', '{"stream": true, "n": {{count}}}')).toBe(true);
  expect(asks('chat_v3', '{"stream": false}')).toBe(false);
  expect(asks('chat_v3', '{"stream": {{stream}}}')).toBe(false);
  expect(asks('workflow_stream_run', '')).toBe(true);
});

test('of a request that is not of the catalogue nothing is said', () => {
  expect(draftAsksForStream(freeDraft(), null)).toBe(false);
});
