import type { Endpoint } from '../../../shared/coze/endpoints.ts';
import type { HttpBody } from '../../../shared/curl/http-request.ts';
import type { SentRequest } from '../../../shared/curl/write-curl.ts';
import type { SdkParameter, SdkShape } from '../../../shared/request-code/sdk-call.ts';

const samples: Readonly<Record<SdkShape, unknown>> = {
  text: 'abc',
  int: 3,
  number: 1.5,
  bool: true,
  texts: ['a', 'b'],
  textMap: { k: 'v' },
  anyMap: { n: 1, list: [1, 'x', null, true], o: { q: '"' } },
  file: null,
  role: 'user',
  contentType: 'text',
  audioFormat: 'mp3',
  documentFormat: 0,
  messages: [{ role: 'user', content: 'hi "扣子"\n', content_type: 'text', meta_data: { a: 'b' } }],
  toolOutputs: [{ tool_call_id: '1', output: 'o' }],
  variables: [{ keyword: 'k', value: 'v' }],
};

function bodyFor(
  { body }: Endpoint,
  shapes: ReadonlyMap<string, SdkShape>,
  stream: boolean | null,
): HttpBody | null {
  if (body === null) return null;
  const names = body.fields.map(({ name }) => name).filter((name) => shapes.has(name));
  if (body.contentType === 'multipart/form-data') {
    return {
      kind: 'form',
      parts: names.map((name) =>
        name === 'file'
          ? { kind: 'file', name, path: '/tmp/a.mp3', fileName: null, contentType: null }
          : { kind: 'text', name, text: 'mp3', contentType: null },
      ),
    };
  }
  const members = Object.fromEntries(names.map((name) => [name, samples[shapes.get(name) ?? 'text']]));
  const text = JSON.stringify(stream === null ? members : { ...members, stream });
  return { kind: 'json', text, contentType: 'application/json' };
}

/** A request to an endpoint that has everything that `parameters` name, with the token. */
export function sampleRequest(
  endpoint: Endpoint,
  parameters: readonly Pick<SdkParameter, 'wire' | 'shape'>[],
  stream: boolean | null,
): SentRequest {
  const shapes = new Map(parameters.map(({ wire, shape }) => [wire, shape]));
  const query = endpoint.query
    .filter(({ name }) => shapes.has(name))
    .map(({ name }) => [name, [samples[shapes.get(name) ?? 'text']].flat().join(',')] as const);
  return {
    request: {
      method: endpoint.method as SentRequest['request']['method'],
      origin: 'https://api.coze.cn',
      path: endpoint.path.replace(/:\w+/g, '7342866812345678901'),
      query,
      headers: [],
      body: bodyFor(endpoint, shapes, stream),
    },
    hasToken: true,
    answer: 'text',
  };
}
