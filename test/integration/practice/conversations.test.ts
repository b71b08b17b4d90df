import { beforeEach, describe, expect, test } from 'vitest';
import { practiceWorld } from '../../../electron/practice/practice-coze.ts';
import { anId, cat, chatCalls, guide, type Members, question } from './chat-bench.ts';
import { startPracticeBench, startTime } from './practice-bench.ts';

const bench = startPracticeBench();
let token: Promise<string>;
beforeEach(() => {
  token = bench.mint();
});
const calls = chatCalls(bench, () => token);
const { ask, call, code } = calls;

const create = (body: object = {}) => ask('POST', '/v1/conversation/create', body);

describe('a conversation', () => {
  test('is created with every field that is documented', async () => {
    const data = await create({ name: '推荐杭州美食', bot_id: guide, meta_data: { uuid: 'newid1234' } });
    expect(data).toEqual({
      id: anId,
      name: '推荐杭州美食',
      meta_data: { uuid: 'newid1234' },
      creator_id: practiceWorld.userId,
      connector_id: '1024',
      created_at: startTime,
      updated_at: startTime,
      last_section_id: anId,
    });
    expect(await ask('GET', `/v1/conversation/retrieve?conversation_id=${data['id']}`)).toEqual(data);
  });

  test('takes messages with it and is called after the first of the user', async () => {
    const messages = [
      { role: 'assistant', type: 'answer', content: '你好', content_type: 'text' },
      question('你可以读懂图片吗'),
    ];
    const { id, name } = await create({ messages });
    expect(name).toBe('你可以读懂图片吗');
    const list = await call('POST', `/v1/conversation/message/list?conversation_id=${id}`, { order: 'asc' });
    expect(list.json['data']).toMatchObject([
      { role: 'assistant', type: 'answer', content: '你好', bot_id: '', chat_id: '' },
      { role: 'user', type: 'question', content: '你可以读懂图片吗' },
    ]);
  });

  test('is renamed', async () => {
    const { id } = await create({ name: '旧' });
    bench.pass(5000);
    expect(await ask('PUT', `/v1/conversations/${id}`, { name: '新' })).toMatchObject({
      id,
      name: '新',
      created_at: startTime,
      updated_at: startTime + 5,
    });
  });

  test('is gone once it is deleted: code 4200', async () => {
    const { id } = await create();
    const deleted = await call('DELETE', `/v1/conversations/${id}`);
    expect(deleted.json).toEqual({ code: 0, msg: '', detail: { logid: expect.any(String) } });
    const codes = [
      await code('DELETE', `/v1/conversations/${id}`),
      await code('GET', `/v1/conversation/retrieve?conversation_id=${id}`),
      await code('PUT', `/v1/conversations/${id}`, { name: 'x' }),
      await code('POST', `/v1/conversations/${id}/clear`),
      await code('POST', `/v1/conversation/message/list?conversation_id=${id}`, {}),
      await code('POST', `/v3/chat?conversation_id=${id}`, calls.chatBody('x')),
    ];
    expect(codes).toEqual([4200, 4200, 4200, 4200, 4200, 4200]);
  });

  test('gets a new section when it is cleared, and keeps its messages', async () => {
    const { id, last_section_id: section } = await create({ messages: [question('记住我')] });
    const cleared = await ask('POST', `/v1/conversations/${id}/clear`);
    expect(cleared).toEqual({ id: anId, conversation_id: id });
    expect(cleared['id']).not.toBe(section);
    const now = await ask('GET', `/v1/conversation/retrieve?conversation_id=${id}`);
    expect(now['last_section_id']).toBe(cleared['id']);
    const list = await call('POST', `/v1/conversation/message/list?conversation_id=${id}`, {});
    expect(list.json['data']).toMatchObject([{ content: '记住我', section_id: section }]);
  });

  test.each([
    ['POST', '/v1/conversation/create', { name: 'x'.repeat(101) }, 4000],
    ['POST', '/v1/conversation/create', { bot_id: '1' }, 4200],
    ['POST', '/v1/conversation/create', { meta_data: { a: 1 } }, 4003],
    ['POST', '/v1/conversation/create', { messages: [{ role: 'robot', content: 'x' }] }, 4000],
    ['POST', '/v1/conversation/create', { messages: Array(101).fill(question('x')) }, 4004],
    ['GET', '/v1/conversation/retrieve', undefined, 4000],
    ['GET', '/v1/conversation/retrieve?conversation_id=abc', undefined, 4000],
    ['GET', '/v1/conversations', undefined, 4000],
    ['GET', '/v1/conversations?bot_id=1', undefined, 4200],
    ['GET', `/v1/conversations?bot_id=${guide}&page_size=51`, undefined, 4000],
    ['GET', `/v1/conversations?bot_id=${guide}&sort_order=up`, undefined, 4000],
  ])('is refused: %s %s %j', async (method, path, body, expected) => {
    expect(await code(method, path, body)).toBe(expected);
  });
});

describe('conversations', () => {
  const list = (query = '') => ask('GET', `/v1/conversations?bot_id=${guide}${query}`);

  test('are listed by agent, newest first, a page at a time', async () => {
    const [first, second, third] = [
      await create({ bot_id: guide }),
      await create({ bot_id: guide }),
      await create({ bot_id: guide }),
    ];
    await create({ bot_id: cat });
    await create();
    expect(await list()).toEqual({ conversations: [third, second, first], has_more: false });
    expect(await list('&page_size=2')).toEqual({ conversations: [third, second], has_more: true });
    expect(await list('&page_size=2&page_num=2')).toEqual({ conversations: [first], has_more: false });
    expect(await list('&sort_order=ASC&page_size=1')).toEqual({ conversations: [first], has_more: true });
  });

  test('are listed by channel', async () => {
    const chatSdk = await create({ bot_id: guide, connector_id: '999' });
    expect(await list()).toEqual({ conversations: [], has_more: false });
    expect(await list('&connector_id=999')).toEqual({ conversations: [chatSdk], has_more: false });
  });

  test('with an agent are for tokens that reach it: code 4101', async () => {
    const { id } = await create({ bot_id: guide });
    token = bench.mint({
      scope: {
        account_permission: { permission_list: ['retrieveConversation'] },
        attribute_constraint: { connector_bot_chat_attribute: { bot_id_list: [cat] } },
      },
    });
    expect(await code('GET', `/v1/conversation/retrieve?conversation_id=${id}`)).toBe(4101);
  });
});

describe('a message', () => {
  const made = async (body: object = {}) => {
    const { id } = await create();
    const message = await ask('POST', `/v1/conversation/message/create?conversation_id=${id}`, {
      role: 'user',
      content: '早上好，今天星期几？',
      content_type: 'text',
      ...body,
    });
    return { message, at: `conversation_id=${id}&message_id=${message['id']}`, conversation: id };
  };

  test('is created with every field that is documented', async () => {
    const { message, at, conversation } = await made({ meta_data: { source: 'app' } });
    expect(message).toEqual({
      id: anId,
      conversation_id: conversation,
      bot_id: '',
      chat_id: '',
      section_id: anId,
      role: 'user',
      type: 'question',
      content: '早上好，今天星期几？',
      content_type: 'text',
      meta_data: { source: 'app' },
      created_at: startTime,
      updated_at: startTime,
    });
    expect(await ask('GET', `/v1/conversation/message/retrieve?${at}`)).toEqual(message);
  });

  test('is modified; the answer stands in "message"', async () => {
    const { message, at } = await made();
    bench.pass(3000);
    const { json } = await call('POST', `/v1/conversation/message/modify?${at}`, {
      content: '深圳天气怎么样？',
      content_type: 'text',
    });
    const changed = { ...message, content: '深圳天气怎么样？', updated_at: startTime + 3 };
    expect(json).toEqual({ code: 0, msg: '', message: changed, detail: { logid: expect.any(String) } });
    expect(await ask('GET', `/v1/conversation/message/retrieve?${at}`)).toEqual(changed);
    await call('POST', `/v1/conversation/message/modify?${at}`, { meta_data: { a: 'b' } });
    expect(await ask('GET', `/v1/conversation/message/retrieve?${at}`)).toMatchObject({
      content: '深圳天气怎么样？',
      meta_data: { a: 'b' },
    });
  });

  test('is given back once more when it is deleted, and gone then: code 4200', async () => {
    const { message, at } = await made();
    expect(await ask('POST', `/v1/conversation/message/delete?${at}`)).toEqual(message);
    expect([
      await code('GET', `/v1/conversation/message/retrieve?${at}`),
      await code('POST', `/v1/conversation/message/delete?${at}`),
      await code('POST', `/v1/conversation/message/modify?${at}`, { content: 'x', content_type: 'text' }),
    ]).toEqual([4200, 4200, 4200]);
  });

  test('is found in its own conversation only', async () => {
    const { message } = await made();
    const { id } = await create();
    const at = `conversation_id=${id}&message_id=${message['id']}`;
    expect(await code('GET', `/v1/conversation/message/retrieve?${at}`)).toBe(4200);
  });

  test.each([
    [{}],
    [{ content: 'x' }],
    [{ content: 'not json', content_type: 'object_string' }],
    [{ content: 'x', content_type: 'card' }],
  ])('is not modified with %j: code 4000', async (body) => {
    const { at } = await made();
    expect(await code('POST', `/v1/conversation/message/modify?${at}`, body)).toBe(4000);
  });

  test('is not modified with a file that was never uploaded: code 4200', async () => {
    const { at } = await made();
    const body = { content: '[{"type":"image","file_id":"12"}]', content_type: 'object_string' };
    expect(await code('POST', `/v1/conversation/message/modify?${at}`, body)).toBe(4200);
  });

  test.each([
    [{ role: 'robot' }, 4000],
    [{ content: '' }, 4000],
    [{ content_type: 'card' }, 4000],
    [{ content: '{}', content_type: 'object_string' }, 4000],
    [{ content: '[{"type":"image"}]', content_type: 'object_string' }, 4000],
    [{ content: '[{"type":"image","file_id":"12"}]', content_type: 'object_string' }, 4200],
    [{ meta_data: 7 }, 4003],
  ])('is not created with %j: code %s', async (changes, expected) => {
    const { id } = await create();
    const body = { role: 'user', content: 'x', content_type: 'text', ...changes };
    expect(await code('POST', `/v1/conversation/message/create?conversation_id=${id}`, body)).toBe(expected);
  });
});

describe('the messages of a conversation', () => {
  const filled = async () => {
    const { id } = await create({ messages: ['一', '二', '三', '四', '五'].map(question) });
    const list = async (body: object = {}) => {
      const { json } = await call('POST', `/v1/conversation/message/list?conversation_id=${id}`, body);
      expect(json).toMatchObject({ code: 0, msg: '' });
      const data = json['data'] as readonly Members[];
      const said = data.map((message) => message['content']).join('');
      return { said, data, first: json['first_id'], last: json['last_id'], hasMore: json['has_more'] };
    };
    return list;
  };

  test('are listed newest first, or oldest first', async () => {
    const list = await filled();
    expect(await list()).toMatchObject({ said: '五四三二一', hasMore: false });
    expect((await list({ order: 'asc' })).said).toBe('一二三四五');
  });

  test('are listed a page at a time, forwards and back', async () => {
    const list = await filled();
    const first = await list({ limit: 2 });
    expect(first).toMatchObject({ said: '五四', hasMore: true });
    expect(first.first).toBe(first.data[0]?.['id']);
    expect(first.last).toBe(first.data[1]?.['id']);
    const second = await list({ limit: 2, after_id: first.last });
    expect(second).toMatchObject({ said: '三二', hasMore: true });
    const third = await list({ limit: 2, after_id: second.last });
    expect(third).toMatchObject({ said: '一', hasMore: false });
    expect(await list({ limit: 2, before_id: third.first })).toMatchObject({
      said: '三二',
      hasMore: true,
    });
    expect(await list({ before_id: '0', after_id: '0' })).toMatchObject({ said: '五四三二一' });
  });

  test('have empty ends when there are none', async () => {
    const { id } = await create();
    const { json } = await call('POST', `/v1/conversation/message/list?conversation_id=${id}`);
    expect(json).toMatchObject({ data: [], first_id: '', last_id: '', has_more: false });
  });

  test.each([{ limit: 0 }, { limit: 51 }, { limit: 'x' }, { order: 'up' }])(
    'are refused with %j: code 4000',
    async (body) => {
      const { id } = await create();
      expect(await code('POST', `/v1/conversation/message/list?conversation_id=${id}`, body)).toBe(4000);
    },
  );
});

describe('feedback', () => {
  const judged = async () => {
    const chat = await calls.start('什么是 jti？');
    bench.pass(1000);
    const messages = await calls.messages(chat);
    const idOf = (type: string) => messages.find((message) => message['type'] === type)?.['id'];
    return (type: string) => `/v1/conversations/${chat['conversation_id']}/messages/${idOf(type)}/feedback`;
  };

  test('is given to an answer, replaced and taken back', async () => {
    const answer = (await judged())('answer');
    const given = { feedback_type: 'unlike', reason_types: ['不够详细'], comment: '版本不对' };
    const { json } = await call('POST', answer, given);
    expect(json).toEqual({ code: 0, msg: '', detail: { logid: expect.any(String) } });
    expect(await code('POST', answer, { feedback_type: 'like' })).toBe(0);
    expect(await code('DELETE', answer)).toBe(0);
    expect(await code('DELETE', answer)).toBe(4200);
  });

  test.each([
    [{}],
    [{ feedback_type: 'love' }],
    [{ feedback_type: 'like', comment: 'x'.repeat(251) }],
    [{ feedback_type: 'like', reason_types: Array(11).fill('x') }],
    [{ feedback_type: 'like', reason_types: ['x'.repeat(31)] }],
  ])('is refused with %j: code 4000', async (body) => {
    expect(await code('POST', (await judged())('answer'), body)).toBe(4000);
  });

  test('is for answers only', async () => {
    expect(await code('POST', (await judged())('verbose'), { feedback_type: 'like' })).toBe(4000);
  });
});
