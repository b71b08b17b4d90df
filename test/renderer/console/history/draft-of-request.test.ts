import { describe, expect, it } from 'vitest';
import { draftOfRequest } from '../../../../renderer/console/history/draft-of-request.ts';
import { odditiesOf, sentHeaders, sentQuery } from '../../../../renderer/console/request/run-request.ts';
import type { RunRequest } from '../../../../shared/console-run.ts';

const request = (changes: Partial<RunRequest>): RunRequest => ({
  source: { kind: 'app', appId: 'a' },
  endpointId: null,
  method: 'GET',
  target: { kind: 'region', path: '/v1/unknown' },
  query: [],
  headers: [],
  body: { kind: 'none' },
  variableSetId: null,
  ...changes,
});

describe('draftOfRequest', () => {
  it('finds the endpoint again, with its parameters and the body as it was', () => {
    const draft = draftOfRequest(
      request({
        method: 'POST',
        target: { kind: 'region', path: '/v3/chat' },
        query: [['conversation_id', '7501234567890123456']],
        body: { kind: 'text', contentType: 'application/json', text: '{"bot_id":7501234567890123456}' },
        variableSetId: 's1',
      }),
    );
    expect(draft).toMatchObject({ method: 'POST', address: '/v3/chat', variableSetId: 's1' });
    expect(draft.endpointId).not.toBeNull();
    expect(draft.query.find(({ name }) => name === 'conversation_id')).toMatchObject({
      value: '7501234567890123456',
      on: true,
    });
    expect(draft.body.kind).toBe('json');
    expect(draft.body.json).toContain('7501234567890123456');
  });

  it('keeps any other address, and marks what lost its secret, which is not sent', () => {
    const draft = draftOfRequest(
      request({
        target: { kind: 'url', url: 'https://gateway.example/x?a=1', withToken: false },
        query: [
          ['b', '2'],
          ['sign', ''],
          ['id', '***'],
        ],
        headers: [
          ['X-Api-Key', ''],
          ['X-Empty', ''],
          ['X-One', '1'],
        ],
      }),
    );
    expect(draft).toMatchObject({ endpointId: null, address: 'https://gateway.example/x' });
    expect(draft.query.map(({ name, value }) => [name, value])).toEqual([
      ['b', '2'],
      ['sign', ''],
      ['id', '***'],
      ['a', '1'],
    ]);
    expect(draft.headers.map(({ name, on, notKept }) => [name, on, notKept])).toEqual([
      ['X-Api-Key', true, ''],
      ['X-Empty', false, undefined],
      ['X-One', true, undefined],
    ]);
    expect(odditiesOf(draft, null)).toEqual([{ kind: 'not-kept', names: ['X-Api-Key', 'sign', 'id'] }]);
    expect(sentHeaders(draft)).toEqual([['X-One', '1']]);
    expect(sentQuery(draft)).toEqual([
      ['b', '2'],
      ['a', '1'],
    ]);
    const headers = draft.headers.map((row) => (row.name === 'X-Api-Key' ? { ...row, value: 'k' } : row));
    expect(sentHeaders({ ...draft, headers })).toEqual([
      ['X-Api-Key', 'k'],
      ['X-One', '1'],
    ]);
  });

  it('asks for the files of a form anew', () => {
    const draft = draftOfRequest(
      request({
        method: 'POST',
        body: {
          kind: 'form',
          parts: [
            { name: 't', text: '1' },
            { name: 'file', fileId: 'f1', fileName: 'b.png', contentType: 'image/png' },
            { name: 'j', text: '{}', contentType: 'application/json' },
          ],
        },
      }),
    );
    expect(draft.body.parts.map(({ contentType, fileName }) => [contentType, fileName])).toEqual([
      ['', ''],
      ['image/png', 'b.png'],
      ['application/json', ''],
    ]);
    expect(draft.body.parts.map(({ name, kind, text, file }) => [name, kind, text, file])).toEqual([
      ['t', 'text', '1', null],
      ['file', 'file', '', null],
      ['j', 'text', '{}', null],
    ]);
  });
});
