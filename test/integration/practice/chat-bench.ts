import { expect } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import type { Answer, Bench, CallOptions } from './practice-bench.ts';

export const asText = { 'agw-js-conv': 'str' };
export const [guide, cat, clerk] = practiceWorld.botIds;

/** What an id is when texts were asked for. */
export const anId = expect.stringMatching(/^\d{19}$/);

export const noUsage = { token_count: 0, output_count: 0, input_count: 0 };

/** The content of the message that ends an answer. */
export const finish = '{"msg_type":"generate_answer_finish","data":"","from_module":null,"from_unit":null}';

export const question = (content: string) => ({
  role: 'user',
  type: 'question',
  content,
  content_type: 'text',
});

export interface Event {
  readonly event: string;
  /** Parsed, or the text when it is no JSON. */
  readonly data: never;
  readonly raw: string;
}

/** The events of a stream. Each is one `event:` line, one `data:` line and an empty one, or this fails. */
export function readEvents(text: string): readonly Event[] {
  const frames = text.split('\n\n');
  expect(frames.pop()).toBe('');
  return frames.map((frame) => {
    const [, event = '', raw = ''] = /^event:(.*)\ndata:(.*)$/.exec(frame) ?? [];
    expect(event).not.toBe('');
    return { event, raw, data: parse(raw) as never };
  });
}

/** Their names, those that come several times in a row once. */
export const namesOf = (events: readonly Event[]) =>
  events.map(({ event }) => event).filter((name, index, all) => name !== all[index - 1]);

/** What all events of this name hold. */
export const dataOf = (events: readonly Event[], name: string): readonly Members[] =>
  events.filter(({ event }) => event === name).map(({ data }) => data as Members);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Calls of one practice Coze with one token; ids are texts. */
export function chatCalls(bench: Bench, token: () => Promise<string>) {
  const call = async (method: string, path: string, body?: unknown, options: CallOptions = {}) => {
    const answer = await bench.call(method, path, {
      token: await token(),
      body,
      headers: asText,
      ...options,
    });
    return answer as Omit<Answer, 'json'> & { readonly json: Members };
  };
  /** The answer's `data` of a call that has to go well. */
  const ask = async (method: string, path: string, body?: unknown): Promise<Members> => {
    const { json } = await call(method, path, body);
    expect(json).toMatchObject({ code: 0, msg: '', detail: { logid: expect.any(String) } });
    return json['data'] as Members;
  };
  /** Uploads a file and gives its id. */
  const upload = async (name: string): Promise<string> => {
    const body = new FormData();
    body.append('file', new File(['x'], name));
    const headers = { authorization: `Bearer ${await token()}`, ...asText };
    const answer = await fetch(`${bench.url()}/v1/files/upload`, { method: 'POST', headers, body });
    return ((await answer.json()) as { readonly data: { readonly id: string } }).data.id;
  };
  const query = (chat: Members) => `conversation_id=${chat['conversation_id']}&chat_id=${chat['id']}`;
  const chatBody = (content: string, changes: object = {}) => ({
    bot_id: guide,
    user_id: 'u-1001',
    additional_messages: [question(content)],
    ...changes,
  });
  const start = (content: string, changes: object = {}, conversation = '') =>
    ask('POST', `/v3/chat?conversation_id=${conversation}`, chatBody(content, changes));
  const messages = async (chat: Members) =>
    (await ask('GET', `/v3/chat/message/list?${query(chat)}`)) as unknown as readonly Members[];
  const stream = async (content: string, changes: object = {}, conversation = '') => {
    const body = chatBody(content, { stream: true, ...changes });
    const answer = await fetch(`${bench.url()}/v3/chat?conversation_id=${conversation}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}`, ...asText },
      body: JSON.stringify(body),
    });
    return { type: answer.headers.get('content-type'), text: await answer.text() };
  };
  return {
    call,
    ask,
    upload,
    query,
    chatBody,
    code: async (method: string, path: string, body?: unknown) =>
      (await call(method, path, body)).json['code'],
    start,
    retrieve: (chat: Members) => ask('GET', `/v3/chat/retrieve?${query(chat)}`),
    messages,
    stream,
    /** What the agent has said in a chat without a stream. */
    answerTo: async (content: string, changes: object = {}, conversation = '') => {
      const chat = await start(content, changes, conversation);
      bench.pass(1000);
      const said = await messages(chat);
      return said.find((message) => message['type'] === 'answer')?.['content'];
    },
    eventsOf: async (content: string, changes: object = {}, conversation = '') => {
      const { type, text } = await stream(content, changes, conversation);
      expect(type).toBe('text/event-stream; charset=utf-8');
      return readEvents(text);
    },
  };
}

export type Members = Readonly<Record<string, unknown>>;
