import { beforeEach, describe, expect, test } from 'vitest';
import { anId, cat, chatCalls, finish, guide, type Members, noUsage, question } from './chat-bench.ts';
import { startPracticeBench, startTime } from './practice-bench.ts';

const bench = startPracticeBench();
let token: Promise<string>;
beforeEach(() => {
  token = bench.mint();
  bench.practice.setFaults({ eventPaceMilliseconds: 0 });
});
const calls = chatCalls(bench, () => token);
const { answerTo, ask, call, code, messages, retrieve, start } = calls;

describe('a chat without a stream', () => {
  test('begins with every field that is documented', async () => {
    expect(await start('什么是 jti？', { meta_data: { trace: '7' } })).toEqual({
      id: anId,
      conversation_id: anId,
      bot_id: guide,
      section_id: anId,
      created_at: startTime,
      meta_data: { trace: '7' },
      last_error: { code: 0, msg: '' },
      status: 'in_progress',
      usage: noUsage,
    });
  });

  test('ends with every field that is documented', async () => {
    const chat = await start('你好', { bot_id: cat });
    bench.pass(1000);
    expect(await retrieve(chat)).toEqual({
      ...chat,
      status: 'completed',
      completed_at: startTime + 1,
      usage: { token_count: 14, output_count: 12, input_count: 2 },
    });
  });

  test('lists answer, end mark and suggestions with every field that is documented', async () => {
    const chat = await start('什么是 jti？');
    expect(await messages(chat)).toEqual([]);
    bench.pass(1000);
    const common = {
      id: anId,
      conversation_id: chat['conversation_id'],
      bot_id: guide,
      chat_id: chat['id'],
      section_id: chat['section_id'],
      role: 'assistant',
      content_type: 'text',
      meta_data: {},
      created_at: startTime + 1,
      updated_at: startTime + 1,
    };
    expect(await messages(chat)).toEqual([
      {
        ...common,
        type: 'answer',
        content: expect.stringContaining('你问的是“什么是 jti？”'),
        reasoning_content: '先看清问题，再用一句话回答。',
      },
      { ...common, type: 'verbose', content: finish },
      { ...common, type: 'follow_up', content: '令牌多久过期？' },
      { ...common, type: 'follow_up', content: 'kid 是什么？' },
      { ...common, type: 'follow_up', content: 'aud 应该填什么？' },
    ]);
  });

  test('may be retrieved by POST, as the official js SDK does', async () => {
    const chat = await start('你好');
    expect(await ask('POST', `/v3/chat/retrieve?${calls.query(chat)}`)).toEqual(chat);
  });

  test.each([
    [{ publish_status: 'unpublished_draft', bot_version: '1' }, 4000],
    [{ publish_status: 'gone' }, 4000],
    [{ stream: 'yes' }, 4000],
    [{ additional_messages: [] }, 4000],
    [{ additional_messages: [{ role: 'assistant', type: 'question', content: 'x' }] }, 4000],
    [{ additional_messages: [{ role: 'user', type: 'function_call', content: 'x' }] }, 4000],
    [{ additional_messages: [{ role: 'user', content: '[]', content_type: 'object_string' }] }, 4000],
    [{ auto_save_history: false }, 4007],
  ])('is refused with %j: code %s', async (changes, expected) => {
    expect(await code('POST', '/v3/chat', calls.chatBody('x', changes))).toBe(expected);
  });
});

describe('a question with files', () => {
  const asking = (parts: readonly object[]) => ({
    additional_messages: [{ role: 'user', content: JSON.stringify(parts), content_type: 'object_string' }],
  });

  test('is taken when they were uploaded or have an address', async () => {
    const file_id = await calls.upload('cat.png');
    const parts = [
      { type: 'text', text: '看' },
      { type: 'image', file_id },
      { type: 'file', file_url: 'https://example.com/a.pdf' },
    ];
    expect(await code('POST', '/v3/chat', calls.chatBody('', asking(parts)))).toBe(0);
  });

  test.each(['file', 'image', 'audio'])(
    'is refused when a %s was never uploaded: code 4200',
    async (type) => {
      const file_id = await calls.upload('cat.png');
      const parts = [
        { type: 'image', file_id },
        { type, file_id: '12' },
        { type: 'text', text: '看' },
      ];
      const { json } = await calls.call('POST', '/v3/chat', calls.chatBody('', asking(parts)));
      expect(json).toMatchObject({ code: 4200, msg: 'Requested resource file_id=12 does not exist' });
    },
  );
});

describe('a conversation', () => {
  test('remembers what was said in it', async () => {
    const { conversation_id: id } = await start('我家的猫叫豆包');
    bench.pass(1000);
    expect(await answerTo('我刚才说了什么？', {}, String(id))).toBe('你刚才说的是：“我家的猫叫豆包”。');
  });

  test('remembers messages that were put in by hand or sent along', async () => {
    const { id } = await ask('POST', '/v1/conversation/create', { messages: [question('旧的事')] });
    expect(await answerTo('我刚才说了什么', {}, String(id))).toBe('你刚才说的是：“旧的事”。');
    const sent = [
      question('带来的事'),
      { role: 'assistant', type: 'answer', content: '好', content_type: 'text' },
    ];
    const changes = { additional_messages: [...sent, question('我刚才说了什么')] };
    expect(await answerTo('', changes)).toBe('你刚才说的是：“带来的事”。');
  });

  test('answers what stands in it when no message is sent along', async () => {
    const { id } = await ask('POST', '/v1/conversation/create', { messages: [question('喵')] });
    const changes = { additional_messages: undefined, bot_id: cat };
    expect(await answerTo('', changes, String(id))).toBe('喵，你说的是：“喵”。');
  });

  test('forgets when its context is cleared', async () => {
    const { conversation_id: id } = await start('我家的猫叫豆包');
    bench.pass(1000);
    await ask('POST', `/v1/conversations/${id}/clear`);
    expect(await answerTo('我刚才说了什么', {}, String(id))).toBe('这段上下文里，你还没有说过别的话。');
  });

  test('keeps users apart', async () => {
    const { conversation_id: id } = await start('我是甲');
    bench.pass(1000);
    expect(await answerTo('我刚才说了什么', { user_id: '乙' }, String(id))).toBe(
      '这段上下文里，你还没有说过别的话。',
    );
  });

  test('lists questions and answers, and what is between on demand', async () => {
    const chat = await start('什么是 kid？');
    bench.pass(1000);
    const path = `/v1/conversation/message/list?conversation_id=${chat['conversation_id']}`;
    const typesOf = async (body: object) =>
      ((await call('POST', path, body)).json['data'] as readonly Members[]).map((one) => one['type']);
    expect(await typesOf({})).toEqual(['answer', 'question']);
    expect(await typesOf({ chat_id: chat['id'] })).toEqual(['answer', 'question']);
    expect(await typesOf({ chat_id: '1' })).toEqual([]);
    expect(await typesOf({ order: 'asc', include_middle_message: true })).toEqual([
      'question',
      'answer',
      'verbose',
      'follow_up',
      'follow_up',
      'follow_up',
    ]);
  });

  test('loses what came with an answer when the answer is deleted', async () => {
    const chat = await start('什么是 kid？');
    bench.pass(1000);
    const [answer, verbose] = await messages(chat);
    const at = (message?: Members) =>
      `/v1/conversation/message/delete?conversation_id=${chat['conversation_id']}&message_id=${message?.['id']}`;
    expect(await code('POST', at(verbose))).toBe(4000);
    expect(await ask('POST', at(answer))).toEqual(answer);
    expect(await messages(chat)).toEqual([]);
  });
});
