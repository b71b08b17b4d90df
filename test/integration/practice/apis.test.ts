import { describe, expect, test } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { normalClientId, normalKid, startPracticeBench, startTime } from './practice-bench.ts';

const bench = startPracticeBench();
const { call, mint } = bench;

const [guide, cat, clerk] = practiceWorld.botIds;
const workspace = practiceWorld.workspaceId;

const scopeOf = (permissions: readonly string[], botIds?: readonly string[]) => ({
  scope: {
    account_permission: { permission_list: permissions },
    ...(botIds && { attribute_constraint: { connector_bot_chat_attribute: { bot_id_list: botIds } } }),
  },
});

const chatBody = (changes: object = {}) => ({
  bot_id: guide,
  user_id: 'u-1001',
  stream: false,
  additional_messages: [{ role: 'user', type: 'question', content: '什么是 jti？', content_type: 'text' }],
  ...changes,
});

interface ChatData {
  readonly id: string;
  readonly conversation_id: string;
  readonly status: string;
  readonly completed_at?: number;
}

const asText = { 'agw-js-conv': 'str' };

const startChat = async (token: string, conversationId?: string) => {
  const query = conversationId === undefined ? '' : `?conversation_id=${conversationId}`;
  const answer = await call('POST', `/v3/chat${query}`, { token, body: chatBody(), headers: asText });
  expect(answer.json.code).toBe(0);
  return answer.json.data as ChatData;
};

const chatQuery = (chat: ChatData) => `conversation_id=${chat.conversation_id}&chat_id=${chat.id}`;

const retrieve = async (token: string, chat: ChatData) => {
  const answer = await call('GET', `/v3/chat/retrieve?${chatQuery(chat)}`, { token, headers: asText });
  expect(answer.json.code).toBe(0);
  return answer.json.data as ChatData;
};

const stateOf = (name: string) =>
  bench.practice
    .log()
    .at(-1)
    ?.checks.find((check) => check.name === name)?.state;

describe('the token of a call', () => {
  test.each([undefined, '', 'Basic YTpi', 'Bearer', 'Bearer czs_unknown'])(
    'is refused with 401 and code 4100 when the header is %j',
    async (authorization) => {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const answer = await call('GET', '/v1/users/me', { headers });
      expect(answer.status).toBe(401);
      expect(answer.json).toEqual({
        code: 4100,
        msg: 'authentication is invalid',
        detail: { logid: answer.headers.get('x-tt-logid') },
      });
    },
  );

  test.each(['x', 'eyJhbGciOiJSUzI1NiJ9.e30.AA', 'czs_', 'czs_a b', 'Bearer czs_a'])(
    'is refused with 401 and code 700012006 when it is no access token: %s',
    async (token) => {
      const answer = await call('GET', '/v1/users/me', { token });
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject({ code: 700012006, msg: 'access token invalid' });
    },
  );

  test('is refused with code 4100 from the second on in which it expires', async () => {
    const token = await mint({ duration_seconds: 10 });
    bench.pass(9_999);
    expect((await call('GET', '/v1/users/me', { token })).json.code).toBe(0);
    bench.pass(1);
    const answer = await call('GET', '/v1/users/me', { token });
    expect(answer.status).toBe(401);
    expect(answer.json.code).toBe(4100);
    expect(stateOf('token-known')).toBe('passed');
    expect(stateOf('token-alive')).toBe('failed');
  });
});

describe('64-bit ids', () => {
  test('are bare numbers with every digit', async () => {
    const { text } = await call('GET', `/v1/bots/${guide}`, { token: await mint() });
    expect(text).toContain(`"bot_id":${guide},`);
    expect(text).toContain(`"owner_user_id":${practiceWorld.userId},`);
    expect(Number.isSafeInteger(Number(guide))).toBe(false);
  });

  test('are texts when Agw-Js-Conv asks for it', async () => {
    const { text } = await call('GET', `/v1/bots/${guide}`, { token: await mint(), headers: asText });
    expect(text).toContain(`"bot_id":"${guide}",`);
  });

  test.each(['num', 'STR', ''])('stay numbers with Agw-Js-Conv %j', async (value) => {
    const { text } = await call('GET', '/v1/users/me', {
      token: await mint(),
      headers: { 'agw-js-conv': value },
    });
    expect(text).toContain(`"user_id":${practiceWorld.userId},`);
  });
});

describe('the current user', () => {
  test('is the one of the practice world', async () => {
    const answer = await call('GET', '/v1/users/me', { token: await mint(), headers: asText });
    expect(answer.json).toEqual({
      code: 0,
      msg: '',
      data: {
        user_id: practiceWorld.userId,
        user_name: 'practice_user',
        nick_name: '练习用户',
        avatar_url: '',
      },
      detail: { logid: answer.headers.get('x-tt-logid') },
    });
  });

  test('needs no permission', async () => {
    const token = await mint(scopeOf([]));
    expect((await call('GET', '/v1/users/me', { token })).json.code).toBe(0);
  });
});

describe('agents', () => {
  const list = async (query: string, body: object = {}) =>
    (await call('GET', `/v1/bots?${query}`, { token: await mint(body), headers: asText })).json;

  test('are listed by workspace', async () => {
    expect(await list(`workspace_id=${workspace}`)).toMatchObject({
      code: 0,
      data: {
        total: 3,
        items: [
          { id: guide, name: '薄荷向导', is_published: true, owner_user_id: practiceWorld.userId },
          { id: cat, name: '复读猫' },
          { id: clerk, name: '天气员' },
        ],
      },
    });
  });

  test('are listed by page and state', async () => {
    expect(await list(`workspace_id=${workspace}&page_num=2&page_size=1`)).toMatchObject({
      data: { total: 3, items: [{ id: cat }] },
    });
    expect(await list(`workspace_id=${workspace}&publish_status=unpublished_draft`)).toMatchObject({
      data: { total: 0, items: [] },
    });
  });

  test('are limited to those that the scope names', async () => {
    expect(await list(`workspace_id=${workspace}`, scopeOf(['listBot'], [cat]))).toMatchObject({
      data: { total: 1, items: [{ id: cat }] },
    });
  });

  test.each([
    ['', 4000],
    ['workspace_id=', 4000],
    ['workspace_id=1', 4200],
    [`workspace_id=${workspace}&page_num=0`, 4000],
    [`workspace_id=${workspace}&page_size=x`, 4000],
    [`workspace_id=${workspace}&publish_status=gone`, 4000],
  ])('are refused with query %j: code %s', async (query, code) => {
    expect(await list(query)).toMatchObject({ code });
  });

  test.each([
    `/v1/bots/${cat}`,
    `/v1/bots/${cat}?is_published=true`,
    `/v1/bot/get_online_info?bot_id=${cat}`,
  ])('are described at %s', async (path) => {
    const answer = await call('GET', path, { token: await mint(), headers: asText });
    expect(answer.json).toMatchObject({
      code: 0,
      data: { bot_id: cat, name: '复读猫', bot_mode: 0, onboarding_info: { prologue: expect.any(String) } },
    });
  });

  test.each([
    ['/v1/bots/1', 4200],
    ['/v1/bot/get_online_info?bot_id=1', 4200],
    ['/v1/bot/get_online_info', 4000],
    ['/v1/space/published_bots_list', 4000],
    ['/v1/space/published_bots_list?space_id=1', 4200],
  ])('are refused at %s: code %s', async (path, code) => {
    expect((await call('GET', path, { token: await mint() })).json.code).toBe(code);
  });

  test('are listed by the deprecated list', async () => {
    const path = `/v1/space/published_bots_list?space_id=${workspace}&page_index=1&page_size=1`;
    const answer = await call('GET', path, { token: await mint(), headers: asText });
    expect(answer.json.data).toEqual({
      total: 3,
      space_bots: [
        {
          bot_id: clerk,
          bot_name: '天气员',
          description: '查天气要用你这边的工具：对话停在 requires_action，等你提交结果。',
          icon_url: '',
          publish_time: '1740787200',
        },
      ],
    });
  });
});

describe('the scope of a token', () => {
  test('names permission and agent when the permission is missing', async () => {
    const token = await mint(scopeOf(['Connector.botChat'], [guide]));
    const answer = await call('GET', `/v1/bots/${guide}`, { token });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      code: 4101,
      msg: `The token does not have permission to access bot_id=${guide} getMetadata`,
    });
    expect(bench.practice.log().at(-1)?.refusal?.undocumented).toEqual(['message']);
  });

  test('names permission and agent when the agent is not one of its own', async () => {
    const token = await mint(scopeOf(['Connector.botChat'], [guide]));
    const answer = await call('POST', '/v3/chat', { token, body: chatBody({ bot_id: cat }) });
    expect(answer.json).toMatchObject({
      code: 4101,
      msg: `The token does not have permission to access bot_id=${cat} chat`,
    });
    expect(stateOf('bot-allowed')).toBe('failed');
  });

  test.each(['Connector.botChat', 'chat'])('lets %s chat', async (permission) => {
    const token = await mint(scopeOf([permission], [guide]));
    expect((await call('POST', '/v3/chat', { token, body: chatBody() })).json.code).toBe(0);
  });

  test('does not let an unknown agent be told from a forbidden one', async () => {
    const token = await mint(scopeOf(['getMetadata'], [guide]));
    expect((await call('GET', '/v1/bots/1', { token })).json.code).toBe(4101);
  });

  test('takes no effect for an app that is no channel', async () => {
    const token = await mint(scopeOf([]), { iss: normalClientId }, { kid: normalKid });
    expect((await call('GET', `/v1/bots/${guide}`, { token })).json.code).toBe(0);
  });

  test('is needed in full where two permissions are', async () => {
    const chat = await startChat(await mint());
    const path = `/v3/chat/message/list?${chatQuery(chat)}`;
    const codes = [];
    for (const permissions of [['chat'], ['listMessage'], ['Connector.botChat', 'listMessage']]) {
      codes.push((await call('GET', path, { token: await mint(scopeOf(permissions)) })).json.code);
    }
    expect(codes).toEqual([4101, 4101, 0]);
  });
});

describe('a chat without a stream', () => {
  test('runs on, and is completed a second later with an answer', async () => {
    const token = await mint();
    const chat = await startChat(token);
    expect(chat).toMatchObject({
      id: expect.stringMatching(/^\d{19}$/),
      conversation_id: expect.stringMatching(/^\d{19}$/),
      bot_id: guide,
      status: 'in_progress',
      created_at: startTime,
    });
    const messages = `/v3/chat/message/list?${chatQuery(chat)}`;
    expect((await call('GET', messages, { token })).json.data).toEqual([]);
    bench.pass(999);
    expect((await retrieve(token, chat)).status).toBe('in_progress');
    bench.pass(1);
    const done = await retrieve(token, chat);
    expect(done).toMatchObject({ status: 'completed', completed_at: startTime + 1 });
    const { json } = await call('GET', messages, { token, headers: asText });
    expect(json.data).toMatchObject([
      {
        role: 'assistant',
        type: 'answer',
        content_type: 'text',
        chat_id: chat.id,
        conversation_id: chat.conversation_id,
        content:
          '你好，我是薄荷向导。你问的是“什么是 jti？”。这里是练习用的扣子，没有接入模型，但你的令牌和请求都是对的。',
      },
      { type: 'verbose', content: expect.stringContaining('generate_answer_finish') },
      { type: 'follow_up' },
      { type: 'follow_up' },
      { type: 'follow_up' },
    ]);
  });

  test('is completed on the second retrieve even when no time passes', async () => {
    const token = await mint();
    const chat = await startChat(token);
    expect((await retrieve(token, chat)).status).toBe('in_progress');
    expect((await retrieve(token, chat)).status).toBe('completed');
    expect((await retrieve(token, chat)).completed_at).toBe(startTime);
  });

  test('keeps its conversation busy until it is completed: code 4016', async () => {
    const token = await mint();
    const { conversation_id: id } = await startChat(token);
    const second = await call('POST', `/v3/chat?conversation_id=${id}`, { token, body: chatBody() });
    expect(second.json.code).toBe(4016);
    expect(stateOf('conversation-free')).toBe('failed');
    bench.pass(1000);
    expect((await startChat(token, id)).conversation_id).toBe(id);
  });

  test('reads the text of an object_string message', async () => {
    const token = await mint();
    const content = '[{"type":"text","text":"看图"},{"type":"image","file_url":"https://example.com/a.png"}]';
    const messages = [{ role: 'user', content, content_type: 'object_string' }];
    const body = chatBody({ bot_id: cat, additional_messages: messages });
    const started = await call('POST', '/v3/chat', { token, body, headers: asText });
    bench.pass(1000);
    const path = `/v3/chat/message/list?${chatQuery(started.json.data)}`;
    expect((await call('GET', path, { token })).json.data[0]).toMatchObject({
      content: '喵，你说的是：“看图 [image]”。',
    });
  });

  test.each([
    ['no bot_id', { bot_id: undefined }, 4000],
    ['a bare number as bot_id', { bot_id: 7 }, 4000],
    ['no user_id', { user_id: undefined }, 4000],
    ['an empty user_id', { user_id: '' }, 4000],
    ['messages that are no list', { additional_messages: 'hi' }, 4000],
    ['auto_save_history false', { auto_save_history: false }, 4007],
    ['an unknown agent', { bot_id: '1' }, 4200],
    ['meta_data that is no map of texts', { meta_data: { a: 1 } }, 4003],
    ['101 messages', { additional_messages: Array(101).fill({ role: 'user', content: 'x' }) }, 4004],
  ])('is refused with %s', async (_, changes, code) => {
    const answer = await call('POST', '/v3/chat', { token: await mint(), body: chatBody(changes) });
    expect(answer.json.code).toBe(code);
    expect(answer.json).not.toHaveProperty('data');
  });

  test('is refused in an unknown conversation, and unknown chats are not found: code 4200', async () => {
    const token = await mint();
    const chat = await startChat(token);
    const post = await call('POST', '/v3/chat?conversation_id=1', { token, body: chatBody() });
    const codes = [post.json.code];
    for (const query of [
      `conversation_id=1&chat_id=${chat.id}`,
      `conversation_id=${chat.conversation_id}&chat_id=1`,
    ]) {
      codes.push((await call('GET', `/v3/chat/retrieve?${query}`, { token })).json.code);
      codes.push((await call('GET', `/v3/chat/message/list?${query}`, { token })).json.code);
    }
    expect(codes).toEqual([4200, 4200, 4200, 4200, 4200]);
  });

  test.each(['', 'chat_id=1', 'conversation_id=1'])('needs both ids to be found: %j', async (query) => {
    expect((await call('GET', `/v3/chat/retrieve?${query}`, { token: await mint() })).json.code).toBe(4000);
  });

  test.each(['{', '[]', '"x"'])('is refused when the body is %s', async (body) => {
    const answer = await fetch(`${bench.url()}/v3/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await mint()}` },
      body,
    });
    expect(await answer.json()).toMatchObject({ code: 4000 });
    expect(stateOf('body-json')).toBe('failed');
  });
});

describe('a path that practice Coze does not have', () => {
  test.each([
    ['GET', '/v1/nothing'],
    ['GET', '/api/permission/oauth2/token'],
    ['POST', '/v1/users/me'],
    ['OPTIONS', '/v1/users/me'],
  ])('is answered with 404 in an envelope: %s %s', async (method, path) => {
    const answer = await call(method, path);
    expect(answer.status).toBe(404);
    expect(answer.json).toEqual({
      code: 4200,
      msg: `Practice Coze has no ${method} ${path}`,
      detail: { logid: answer.headers.get('x-tt-logid') },
    });
    expect(bench.practice.log().at(-1)?.refusal?.undocumented).toEqual(['status', 'code', 'message']);
  });
});
