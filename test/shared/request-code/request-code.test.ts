import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endpoints } from '../../../shared/coze/endpoints.ts';
import type { HttpRequest } from '../../../shared/curl/http-request.ts';
import type { SentRequest } from '../../../shared/curl/write-curl.ts';
import { goSdkCalls } from '../../../shared/request-code/go-sdk-calls.ts';
import { javaSdkCalls } from '../../../shared/request-code/java-sdk-calls.ts';
import { nodeSdkEndpoints } from '../../../shared/request-code/node-sdk-calls.ts';
import { pythonSdkCalls } from '../../../shared/request-code/python-sdk-calls.ts';
import { codeOrObstacle, requestCode, requestLanguages } from '../../../shared/request-code/request-code.ts';
import { readCall } from '../../../shared/request-code/sdk-call.ts';
import { anyRequest } from '../curl/requests.ts';
import { sampleRequest } from './sample-request.ts';

const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));

const chat: HttpRequest = {
  method: 'POST',
  origin: 'https://api.coze.cn',
  path: '/v3/chat',
  query: [['conversation_id', '7374752000116113452']],
  headers: [],
  body: {
    kind: 'json',
    text: '{"bot_id":"7342866812345678901","user_id":"u1","stream":true,"additional_messages":[{"role":"user","content":"你好","content_type":"text"}]}',
    contentType: 'application/json',
  },
};
const sent = (request: HttpRequest, answer: SentRequest['answer'] = 'text'): SentRequest => ({
  request,
  hasToken: true,
  answer,
});

describe.each([
  ['python', pythonSdkCalls],
  ['go', goSdkCalls],
  ['java', javaSdkCalls],
] as const)('the calls of the SDK for %s', (language, calls) => {
  test.each(Object.entries(calls))('%s is of the catalogue and can be written', (key, entry) => {
    const [id = '', stream] = key.split('#');
    const endpoint = byId.get(id);
    const { method, parameters } = readCall(entry);
    expect(method).toMatch(/^[\w.()]+$/);
    if (endpoint === undefined) throw new Error(`no endpoint ${id}`);
    const known = [...endpoint.pathParams, ...endpoint.query, ...(endpoint.body?.fields ?? [])].map(
      ({ name }) => name,
    );
    expect(parameters.map(({ wire }) => wire).filter((wire) => !known.includes(wire))).toEqual([]);
    const isTwofold = stream !== undefined || Object.hasOwn(calls, `${key}#stream`);
    const request = sampleRequest(endpoint, parameters, isTwofold ? stream === 'stream' : null);
    const code = requestCode(language, request);
    expect(code?.by).toBe('sdk');
    expect(code?.text).toContain(`${method}(`);
    for (const { name } of parameters.filter((parameter) => parameter.name !== 'of'))
      expect(code?.text).toContain(name ?? '');
  });
});

test('the calls of the SDK for Node are of the catalogue', () => {
  expect(nodeSdkEndpoints.filter((key) => !byId.has(key.split('#')[0] ?? ''))).toEqual([]);
});

describe('code by an SDK', () => {
  test('in Python', () => {
    expect(requestCode('python', sent(chat))?.text).toBe(`# pip install cozepy
import os

from cozepy import Coze, Message, TokenAuth

coze = Coze(
    auth=TokenAuth(token=os.environ["COZE_API_TOKEN"]),
    base_url="https://api.coze.cn",
)
for event in coze.chat.stream(
    conversation_id="7374752000116113452",
    bot_id="7342866812345678901",
    user_id="u1",
    additional_messages=[
        Message.model_validate({
            "role": "user",
            "content": "你好",
            "content_type": "text",
        }),
    ],
):
    print(event)
`);
  });

  test('in Node', () => {
    expect(requestCode('node', sent(chat))?.text).toBe(`// npm install @coze/api, and save this as request.mjs
import { CozeAPI } from '@coze/api';

const coze = new CozeAPI({ token: process.env.COZE_API_TOKEN, baseURL: 'https://api.coze.cn' });
for await (const event of coze.chat.stream({
  conversation_id: '7374752000116113452',
  bot_id: '7342866812345678901',
  user_id: 'u1',
  additional_messages: [{ role: 'user', content: '你好', content_type: 'text' }],
})) {
  console.dir(event, { depth: null });
}
`);
  });

  test('in Go', () => {
    expect(
      requestCode('go', sent(chat))?.text,
    ).toContain(`	result, err := client.Chat.Stream(ctx, &coze.CreateChatsReq{
		ConversationID: "7374752000116113452",
		BotID:          "7342866812345678901",
		UserID:         "u1",
		Messages: []*coze.Message{
			{
				Role:        "user",
				Content:     "你好",
				ContentType: "text",
			},
		},
	})
`);
  });

  test('in Java', () => {
    expect(
      requestCode('java', sent(chat))?.text,
    ).toContain(`        coze.chat().stream(CreateChatReq.builder()
                .conversationID("7374752000116113452")
                .botID("7342866812345678901")
                .userID("u1")
                .messages(List.of(
                        Message.builder()
                                .role(MessageRole.USER)
                                .content("你好")
                                .contentType(MessageContentType.TEXT)
                                .build()))
                .build()).blockingForEach(System.out::println);
`);
  });

  test('is left for plain HTTP where the call does not take all of the request', () => {
    const text = '{"bot_id":"1","user_id":"u","stream":true,"new_field":1}';
    const body = { kind: 'json', text, contentType: 'application/json' } as const;
    for (const language of ['python', 'go', 'java'] as const)
      expect(requestCode(language, sent({ ...chat, body }))).toMatchObject({ by: 'http' });
    expect(requestCode('node', sent({ ...chat, body }))).toMatchObject({ by: 'sdk' });
    for (const language of requestLanguages) {
      expect(requestCode(language, { ...sent(chat), hasToken: false })).toMatchObject({ by: 'http' });
      expect(requestCode(language, sent({ ...chat, headers: [['X-A', '1']] }))).toMatchObject({ by: 'http' });
      expect(requestCode(language, sent({ ...chat, path: '/v9/new' }))).toMatchObject({ by: 'http' });
    }
  });

  test('is left for plain HTTP where a number would lose digits', () => {
    const text = '{"workflow_id":"1","parameters":{"id":7342866812345678901}}';
    const body = { kind: 'json', text, contentType: 'application/json' } as const;
    const run = sent({ ...chat, path: '/v1/workflow/run', query: [], body });
    expect(requestCode('node', run)).toMatchObject({ by: 'http' });
    expect(requestCode('go', run)).toMatchObject({ by: 'http' });
    expect(requestCode('python', run)).toMatchObject({ by: 'sdk' });
    for (const language of requestLanguages)
      expect(requestCode(language, run)?.text).toContain('7342866812345678901');
  });
});

describe('code that cannot be', () => {
  const obstacles = (request: HttpRequest) =>
    Object.fromEntries(
      requestLanguages.flatMap((language) => {
        const { obstacle } = codeOrObstacle(language, sent(request));
        return obstacle === null ? [] : [[language, obstacle]];
      }),
    );

  test('tells why, each language for itself', () => {
    expect(obstacles(chat)).toEqual({});
    expect(obstacles({ ...chat, method: 'GET' })).toEqual({ node: 'get-with-body' });
    expect(obstacles({ ...chat, method: 'HEAD' })).toEqual({ node: 'get-with-body' });
    expect(obstacles({ ...chat, headers: [['X-A', '扣']] })).toEqual({ java: 'header-not-ascii' });
    expect(obstacles({ ...chat, query: [['q', '\ud83d']] })).toEqual({
      python: 'half-pair',
      node: 'half-pair',
      go: 'half-pair',
      java: 'half-pair',
    });
  });
});

describe('plain HTTP', () => {
  const form: HttpRequest['body'] = {
    kind: 'form',
    parts: [
      { kind: 'text', name: 'j', text: '{}', contentType: 'application/json' },
      { kind: 'file', name: 'f', path: '/a/b.txt', fileName: null, contentType: ' text/plain\r\nX: 1' },
    ],
  };
  const typed = { ...chat, headers: [['content-type', 'text/x']] as const };

  test('of Node writes a form part by part where FormData would send another one', () => {
    expect(
      requestCode('node', sent({ ...typed, body: form }))?.text,
    ).toBe(`// Node 20 or newer; save this as request.mjs
import { openAsBlob } from 'node:fs';

const boundary = crypto.randomUUID();
const head = (disposition, type) =>
  \`--\${boundary}\\r\\nContent-Disposition: \${disposition}\\r\\n\${type ? \`Content-Type: \${type}\\r\\n\` : ''}\\r\\n\`;
const form = new Blob([
  head('form-data; name="j"', 'application/json'),
  '{}',
  '\\r\\n',
  head('form-data; name="f"; filename="b.txt"', 'text/plain X: 1'),
  await openAsBlob('/a/b.txt'),
  '\\r\\n',
  \`--\${boundary}--\\r\\n\`,
]);

const response = await fetch('https://api.coze.cn/v3/chat?conversation_id=7374752000116113452', {
  method: 'POST',
  headers: {
    Authorization: 'Bearer ' + process.env.COZE_API_TOKEN,
    'Content-Type': \`multipart/form-data; boundary=\${boundary}\`,
  },
  body: form,
});
if (!response.ok) throw new Error(\`\${response.status}: \${await response.text()}\`);

console.log(await response.text());
`);
  });

  test('of Node leaves any other form to FormData', () => {
    const body = {
      kind: 'form',
      parts: [{ kind: 'text', name: 'a', text: 'b', contentType: null }],
    } as const;
    expect(requestCode('node', sent({ ...chat, body }))?.text).toContain("form.append('a', 'b');");
  });

  test('has one content type: of a form its own, of another body that of the headers', () => {
    for (const language of requestLanguages) {
      const ofForm = requestCode(language, sent({ ...typed, body: form }))?.text ?? '';
      expect(ofForm).not.toContain('text/x');
      const ofJson = requestCode(language, sent(typed))?.text ?? '';
      expect(ofJson).toContain('text/x');
      expect(ofJson).not.toContain('application/json');
    }
  });
});

describe('code of any request', () => {
  const requests = fc.oneof(
    anyRequest,
    anyRequest.map((request) => ({ ...request, path: '/v3/chat', method: 'POST' as const })),
  );

  test('is there, unless the language cannot send it', () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(...requestLanguages), (request, language) => {
        const code = requestCode(language, sent(request));
        const isRefused =
          (language === 'node' && request.body !== null && /^(?:GET|HEAD)$/.test(request.method)) ||
          (language === 'java' && request.headers.some(([, value]) => !/^[\t -~]*$/.test(value)));
        if (!isRefused) expect(code?.text).toContain('COZE_API_TOKEN');
      }),
    );
  });

  test('has no secret in it', () => {
    const token = 'pat_OYDacMzM3WyOWV3Dtj2bHRMymzxP';
    const request: HttpRequest = {
      ...chat,
      query: [['t', token]],
      headers: [
        ['Cookie', 'session=5ecret'],
        ['X-Api-Key', '5ecret'],
        ['X-Note', token],
      ],
      body: {
        kind: 'json',
        text: `{"client_secret":"5ecretAAAAAAAAAAAA","a":"${token}"}`,
        contentType: 'application/json',
      },
    };
    for (const language of requestLanguages) {
      const { text } = requestCode(language, sent(request)) ?? { text: '' };
      expect(text).toContain('X_API_KEY');
      expect(text).not.toMatch(/5ecret|OYDac/);
    }
  });
});
