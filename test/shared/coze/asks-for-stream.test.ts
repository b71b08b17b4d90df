import { describe, expect, test } from 'vitest';
import { asksForStream } from '../../../shared/coze/asks-for-stream.ts';
import { endpoints } from '../../../shared/coze/endpoints.ts';

function asks(endpointId: string, body: string | null): boolean {
  const endpoint = endpoints.find(({ id }) => id === endpointId);
  if (endpoint === undefined) throw new Error(`There is no endpoint ${endpointId}.`);
  return asksForStream(endpoint, body);
}

describe('a request asks for events', () => {
  test('where the body says so, and it is one of those with that switch', () => {
    for (const id of ['chat_v3', 'chat_submit_tool_outputs']) {
      expect(asks(id, '{"stream": true}')).toBe(true);
      expect(asks(id, '{"stream": false}')).toBe(false);
      expect(asks(id, '{"stream": "true", "parameters": {"stream": true}}')).toBe(false);
      expect(asks(id, '{}')).toBe(false);
      for (const odd of ['', 'null', '[true]', '{"stream": true', null]) expect(asks(id, odd)).toBe(false);
    }
  });

  test('always, where there is no switch', () => {
    for (const id of ['workflow_stream_run', 'workflow_resume', 'workflow_chat'])
      expect(asks(id, null)).toBe(true);
  });

  test('never of an endpoint that answers otherwise', () => {
    expect(asks('workflow_run', '{"stream": true}')).toBe(false);
  });
});
