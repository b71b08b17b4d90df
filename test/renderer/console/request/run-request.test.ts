import { describe, expect, test } from 'vitest';
import {
  draftOfEndpoint,
  freeDraft,
  pairRow,
  partRow,
  type RequestDraft,
  withJson,
} from '../../../../renderer/console/request/request-draft.ts';
import {
  obstaclesOf,
  odditiesOf,
  runRequestOf,
  variablesOf,
} from '../../../../renderer/console/request/run-request.ts';
import { shownUrl } from '../../../../renderer/console/request/shown-url.ts';
import { runRequestSchema } from '../../../../shared/console-run.ts';
import { type Endpoint, endpoints } from '../../../../shared/coze/endpoints.ts';

const source = { kind: 'app', appId: 'a1' } as const;
const nowhere = { apiOrigin: 'https://api.coze.cn', tokenOrigins: [] };
const file = { fileId: 'f1', name: 'a.png', size: 3 };

function endpoint(id: string): Endpoint {
  const found = endpoints.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`There is no endpoint ${id}.`);
  return found;
}

const withValues = (draft: RequestDraft, values: Readonly<Record<string, string>>): RequestDraft => ({
  ...draft,
  query: draft.query.map((row) => {
    const value = values[row.name];
    return value === undefined ? row : { ...row, value, on: true };
  }),
});

const resolves = () => true;

describe('a request of the catalogue', () => {
  test('goes with its path filled in, the query that is on, and the JSON byte for byte', () => {
    const start = draftOfEndpoint(endpoint('chat_v3'));
    const draft = {
      ...withValues(start, { conversation_id: '7342866812345678901' }),
      headers: [pairRow(1, 'X-A', '1'), { ...pairRow(2, 'X-B', '2'), on: false }, pairRow(3)],
      body: withJson(start.body, '{"bot_id": 7342866812345678901}'),
    };
    const request = runRequestOf(draft, source, nowhere);
    expect(request).toEqual({
      source,
      endpointId: 'chat_v3',
      method: 'POST',
      target: { kind: 'region', path: '/v3/chat' },
      query: [['conversation_id', '7342866812345678901']],
      headers: [['X-A', '1']],
      body: { kind: 'text', text: '{"bot_id": 7342866812345678901}', contentType: 'application/json' },
      variableSetId: null,
    });
    expect(runRequestSchema.parse(request)).toEqual(request);
  });

  test('of every entry is one that the main process takes', () => {
    for (const entry of endpoints.filter(({ streaming }) => streaming !== 'ws')) {
      const draft = draftOfEndpoint(entry);
      const path = Object.fromEntries(entry.pathParams.map(({ name }) => [name, '1']));
      const request = runRequestOf({ ...draft, path }, source, nowhere);
      expect(runRequestSchema.safeParse(request).success, entry.id).toBe(true);
    }
  });

  test('has its parts in order: files by handle, optional ones only when they are on', () => {
    const draft = draftOfEndpoint(endpoint('create_voiceprint'));
    const parts = draft.body.parts.map((part) =>
      part.name === 'file' ? { ...part, file } : part.name === 'name' ? { ...part, text: 'me' } : part,
    );
    const body = { ...draft.body, parts: [...parts, partRow(90, 'extra', '')] };
    expect(runRequestOf({ ...draft, body }, source, nowhere).body).toEqual({
      kind: 'form',
      parts: [
        { name: 'file', fileId: 'f1' },
        { name: 'name', text: 'me' },
        { name: 'extra', text: '' },
      ],
    });
  });

  test('says the type of a part and the name of its file where they were given, variables and all', () => {
    const draft = freeDraft();
    const picture = { ...partRow(1, 'file'), kind: 'file' as const, file };
    const parts = [
      { ...picture, contentType: ' image/{{kind}} ', fileName: '{{name}}.png' },
      { ...partRow(2, 'j', '{}'), contentType: 'application/json', fileName: 'left over' },
    ];
    const filled: RequestDraft = { ...draft, body: { ...draft.body, kind: 'form', parts } };
    const request = runRequestOf(filled, source, nowhere);
    expect(request.body).toEqual({
      kind: 'form',
      parts: [
        { name: 'file', fileId: 'f1', contentType: 'image/{{kind}}', fileName: '{{name}}.png' },
        { name: 'j', text: '{}', contentType: 'application/json' },
      ],
    });
    expect(runRequestSchema.parse(request)).toEqual(request);
    expect(variablesOf(filled)).toEqual(['kind', 'name']);
  });

  test('shows its URL with what is missing still in it', () => {
    const draft = draftOfEndpoint(endpoint('get_metadata_draft_published'));
    expect(shownUrl(draft, nowhere.apiOrigin)).toBe('https://api.coze.cn/v1/bots/:bot_id');
    const filled = withValues({ ...draft, path: { bot_id: '{{bot}}' } }, { is_published: 'true' });
    expect(shownUrl(filled, nowhere.apiOrigin)).toBe('https://api.coze.cn/v1/bots/{{bot}}?is_published=true');
  });
});

describe('a free request', () => {
  const free = (address: string): RequestDraft => ({ ...freeDraft(), address });

  test('to another origin goes without the token unless that origin is named', () => {
    const target = (tokenOrigins: readonly string[]) =>
      runRequestOf(free('https://example.com/a?b=1'), source, { ...nowhere, tokenOrigins });
    expect(target([])).toMatchObject({
      target: { kind: 'url', url: 'https://example.com/a', withToken: false },
      query: [['b', '1']],
    });
    expect(target(['https://example.com']).target).toMatchObject({ withToken: true });
    expect(target(['https://example.com:444', 'http://example.com']).target).toMatchObject({
      withToken: false,
    });
  });

  test('with a variable for its host never has the token', () => {
    const request = runRequestOf(free('https://{{host}}/a'), source, {
      ...nowhere,
      tokenOrigins: ['https://{{host}}'],
    });
    expect(request.target).toEqual({ kind: 'url', url: 'https://{{host}}/a', withToken: false });
  });

  test('on the API host is one of the region', () => {
    expect(runRequestOf(free('https://api.coze.cn/v9/x'), source, nowhere).target).toEqual({
      kind: 'region',
      path: '/v9/x',
    });
  });
});

describe('before sending', () => {
  const kinds = (draft: RequestDraft, has = resolves) => obstaclesOf(draft, has).map(({ kind }) => kind);

  test('what is in the way is told', () => {
    expect(kinds(freeDraft())).toEqual(['address-empty']);
    expect(kinds({ ...freeDraft(), address: 'ftp://x.example/' })).toEqual(['address-scheme']);
    expect(kinds({ ...freeDraft(), address: 'wss://ws.coze.cn/v1/chat' })).toEqual(['address-socket']);
    expect(kinds({ ...freeDraft(), address: 'http://example.com/x' })).toEqual(['address-scheme']);
    for (const address of [
      'http://127.0.0.1:8080/x',
      'http://localhost/x',
      'http://{{host}}/x',
      'https://x.example/',
    ])
      expect(kinds({ ...freeDraft(), address })).toEqual([]);
    expect(obstaclesOf({ ...freeDraft(), address: '/v1/x' }, resolves, ['speed'])).toEqual([
      { kind: 'field-refused', names: ['speed'] },
    ]);
    expect(obstaclesOf({ ...freeDraft(), address: '/v1/:a/:b', path: { a: '1' } }, resolves)).toEqual([
      { kind: 'path-missing', names: ['b'] },
    ]);
    const chat = draftOfEndpoint(endpoint('chat_v3'));
    expect(kinds({ ...chat, body: withJson(chat.body, '{') })).toEqual(['json-broken']);
    expect(kinds(draftOfEndpoint(endpoint('upload_files')))).toEqual(['file-missing']);
    expect(kinds(draftOfEndpoint(endpoint('streaming_chat_api')))).toEqual([]);
  });

  test('variables without a value are noticed where they are sent, and only there', () => {
    const chat = draftOfEndpoint(endpoint('chat_v3'));
    const draft: RequestDraft = {
      ...chat,
      variableSetId: 's1',
      path: { unused: '{{no}}' },
      headers: [pairRow(1, 'X', '{{h}}'), { ...pairRow(2, 'Y', '{{off}}'), on: false }],
      body: { ...withJson(chat.body, '{"a": "{{b}}", "c": {{d}}}'), text: '{{other}}' },
    };
    expect(variablesOf(draft)).toEqual(['h', 'b', 'd']);
    expect(obstaclesOf(draft, (name) => name !== 'd')).toEqual([
      { kind: 'variables-unresolved', names: ['d'] },
    ]);
  });

  test('the examples of the catalogue have the types that it documents', () => {
    const kindsOf = (one: Endpoint) => odditiesOf(draftOfEndpoint(one), one).map(({ kind }) => kind);
    expect(endpoints.filter((one) => kindsOf(one).includes('other-type'))).toEqual([]);
  });

  test('without a set, names in the text of a body go out as they are written, and that is said', () => {
    const chat = draftOfEndpoint(endpoint('chat_v3'));
    const draft: RequestDraft = {
      ...chat,
      headers: [pairRow(1, 'X', '{{h}}')],
      body: withJson(chat.body, '{"bot_id": "{{b}} {{d}}", "user_id": {{d}}, "e": "\\"{{e}}"}'),
    };
    expect(variablesOf(draft)).toEqual(['h', 'd']);
    expect(obstaclesOf(draft, () => false)).toEqual([{ kind: 'variables-unresolved', names: ['h', 'd'] }]);
    expect(odditiesOf(draft, endpoint('chat_v3'))).toEqual([
      { kind: 'as-written', names: ['{{b}}', '{{e}}'] },
    ]);
    const parts = [partRow(1, '{{n}}', '{{t}}'), { ...partRow(2, 'f'), kind: 'file' as const, file }];
    const form: RequestDraft = { ...freeDraft(), address: '/v1/x' };
    expect(variablesOf({ ...form, body: { ...form.body, kind: 'form', parts } })).toEqual(['n']);
    expect(variablesOf({ ...form, body: { ...form.body, kind: 'text', text: '{{t}}' } })).toEqual([]);
  });

  test('required parameters that are missing and placeholders that are left do not keep it back', () => {
    const bots = endpoint('bots_list_draft_published');
    expect(odditiesOf(draftOfEndpoint(bots), bots)).toEqual([{ kind: 'missing', names: ['workspace_id'] }]);
    expect(kinds(draftOfEndpoint(bots))).toEqual([]);
    const chat = endpoint('chat_v3');
    const draft = draftOfEndpoint(chat);
    expect(odditiesOf({ ...draft, body: withJson(draft.body, '{"bot_id":"<bot_id>"}') }, chat)).toEqual([
      { kind: 'missing', names: ['user_id'] },
      { kind: 'placeholders', names: ['<bot_id>'] },
    ]);
    const odd =
      '{"bot_id":7342866812345678901,"user_id":"","stream":"true","custom_variables":[],"meta_data":null}';
    expect(odditiesOf({ ...draft, body: withJson(draft.body, odd) }, chat)).toEqual([
      { kind: 'missing', names: ['user_id'] },
      { kind: 'other-type', names: ['bot_id (string)', 'custom_variables (object)', 'stream (boolean)'] },
    ]);
    const fine = '{"bot_id":"{{bot}}","user_id":"u","stream":{{stream}},"custom_variables":{}}';
    expect(odditiesOf({ ...draft, variableSetId: 's1', body: withJson(draft.body, fine) }, chat)).toEqual([]);
  });
});
