import { beforeEach, describe, expect, test } from 'vitest';
import { anId, cat, chatCalls, clerk, guide, type Members, question, readEvents } from './chat-bench.ts';
import { startPracticeBench, startTime } from './practice-bench.ts';

const bench = startPracticeBench();
let token: Promise<string>;
beforeEach(() => {
  token = bench.mint();
  bench.practice.setFaults({ eventPaceMilliseconds: 0 });
});
const calls = chatCalls(bench, () => token);
const { ask, call, code, messages, retrieve, start, stream } = calls;

const noUsage = { token_count: 0, output_count: 0, input_count: 0 };
const finish = '{"msg_type":"generate_answer_finish","data":"","from_module":null,"from_unit":null}';

/** What the agent has said in a chat without a stream. */
const answerTo = async (content: string, changes: object = {}, conversation = '') => {
  const chat = await start(content, changes, conversation);
  bench.pass(1000);
  const said = await messages(chat);
  return said.find((message) => message['type'] === 'answer')?.['content'];
};

const eventsOf = async (content: string, changes: object = {}, conversation = '') => {
  const { type, text } = await stream(content, changes, conversation);
  expect(type).toBe('text/event-stream; charset=utf-8');
  return readEvents(text);
};

const namesOf = (events: readonly { readonly event: string }[]) =>
  events.map(({ event }) => event).filter((name, index, all) => name !== all[index - 1]);

const dataOf = (events: Awaited<ReturnType<typeof eventsOf>>, name: string): readonly Members[] =>
  events.filter(({ event }) => event === name).map(({ data }) => data as Members);

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

describe('a stream', () => {
  test('holds the documented events in the documented order', async () => {
    const events = await eventsOf('什么是 jti？');
    expect(namesOf(events)).toEqual([
      'conversation.chat.created',
      'conversation.chat.in_progress',
      'conversation.message.delta',
      'conversation.message.completed',
      'conversation.chat.completed',
      'done',
    ]);
    expect(events.at(-1)?.raw).toBe('"[DONE]"');
  });

  test('tells of the chat with every field that is documented', async () => {
    const events = await eventsOf('你好', { bot_id: cat, meta_data: { a: 'b' } });
    const [created] = dataOf(events, 'conversation.chat.created');
    expect(created).toEqual({
      id: anId,
      conversation_id: anId,
      bot_id: cat,
      section_id: anId,
      created_at: startTime,
      meta_data: { a: 'b' },
      last_error: { code: 0, msg: '' },
      status: 'created',
      usage: noUsage,
    });
    expect(dataOf(events, 'conversation.chat.in_progress')).toEqual([{ ...created, status: 'in_progress' }]);
    const [done] = dataOf(events, 'conversation.chat.completed');
    expect(done).toEqual({
      ...created,
      status: 'completed',
      completed_at: startTime,
      usage: { token_count: 14, output_count: 12, input_count: 2 },
    });
    expect(await retrieve(done ?? {})).toEqual(done);
  });

  test('tells thoughts, then the answer piece by piece, then both whole', async () => {
    const events = await eventsOf('什么是 jti？');
    const deltas = dataOf(events, 'conversation.message.delta');
    const [answer, verbose, ...suggestions] = dataOf(events, 'conversation.message.completed');
    const joined = (name: string) => deltas.map((delta) => delta[name] ?? '').join('');
    expect(joined('reasoning_content')).toBe(answer?.['reasoning_content']);
    expect(joined('content')).toBe(answer?.['content']);
    expect(deltas[0]).toEqual({
      id: answer?.['id'],
      conversation_id: anId,
      bot_id: guide,
      chat_id: anId,
      section_id: anId,
      role: 'assistant',
      type: 'answer',
      content: '',
      content_type: 'text',
      reasoning_content: '先看清问',
    });
    expect(deltas.at(-1)).not.toHaveProperty('reasoning_content');
    expect(verbose).toMatchObject({ type: 'verbose', content: finish });
    expect(suggestions.map(({ type }) => type)).toEqual(['follow_up', 'follow_up', 'follow_up']);
  });

  test('leaves the same messages behind that it told of', async () => {
    const events = await eventsOf('什么是 jti？');
    const [done] = dataOf(events, 'conversation.chat.completed');
    const told = dataOf(events, 'conversation.message.completed');
    const kept = await messages(done ?? {});
    expect(kept).toMatchObject(told as object[]);
  });

  test('has bare ids when no texts are asked for, and none of them is rounded', async () => {
    const answer = await fetch(`${bench.url()}/v3/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}` },
      body: JSON.stringify(calls.chatBody('你好', { stream: true })),
    });
    expect(await answer.text()).toContain(`"bot_id":${guide},`);
  });

  test('has ids as texts for an official SDK, which names itself', async () => {
    const answer = await fetch(`${bench.url()}/v3/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}`, 'x-coze-client-user-agent': '{}' },
      body: JSON.stringify(calls.chatBody('你好', { stream: true })),
    });
    expect(await answer.text()).toContain(`"bot_id":"${guide}",`);
  });

  test('may end with a bare [DONE]', async () => {
    bench.practice.setFaults({ doneQuoted: false });
    expect((await eventsOf('你好')).at(-1)).toMatchObject({ event: 'done', raw: '[DONE]' });
  });

  test('holds speech when the question was spoken', async () => {
    const content = '[{"type":"audio","file_id":"1"},{"type":"text","text":"听"}]';
    const spoken = { role: 'user', content, content_type: 'object_string' };
    const events = await eventsOf('', { additional_messages: [spoken] });
    const pieces = dataOf(events, 'conversation.audio.delta');
    expect(pieces).toHaveLength(3);
    expect(pieces[0]).toMatchObject({ type: 'answer', content_type: 'audio' });
    expect(Buffer.from(String(pieces[0]?.['content']), 'base64')).toHaveLength(4800);
  });

  test('counts as far as it is told to', async () => {
    const events = await eventsOf('数到 10000');
    const deltas = dataOf(events, 'conversation.message.delta');
    expect(deltas).toHaveLength(10_000);
    expect(deltas.at(-1)?.['content']).toBe('10000 ');
  });

  test('fails when it is asked to, with the code that it is given', async () => {
    const events = await eventsOf('失败 4028');
    expect(namesOf(events)).toEqual([
      'conversation.chat.created',
      'conversation.chat.in_progress',
      'conversation.chat.failed',
      'done',
    ]);
    const [failed] = dataOf(events, 'conversation.chat.failed');
    expect(failed).toMatchObject({
      status: 'failed',
      failed_at: startTime,
      last_error: { code: 4028, msg: 'Practice Coze failed as it was asked to: 4028' },
    });
    expect(failed).not.toHaveProperty('completed_at');
    expect(await retrieve(failed ?? {})).toEqual(failed);
  });

  test('without history leaves nothing behind', async () => {
    const { id } = await ask('POST', '/v1/conversation/create', { messages: [question('旧的事')] });
    const events = await eventsOf('新的事', { auto_save_history: false }, String(id));
    const [done] = dataOf(events, 'conversation.chat.completed');
    expect(await code('GET', `/v3/chat/retrieve?${calls.query(done ?? {})}`)).toBe(4200);
    expect(await code('GET', `/v3/chat/message/list?${calls.query(done ?? {})}`)).toBe(4200);
    expect(await answerTo('我刚才说了什么', {}, String(id))).toBe('你刚才说的是：“旧的事”。');
  });

  test('may be sent intermediate messages when history is not saved', async () => {
    const calls = { role: 'assistant', type: 'function_call', content: '{}', content_type: 'text' };
    const changes = { auto_save_history: false, additional_messages: [calls, question('你好')] };
    expect(namesOf(await eventsOf('', changes)).at(-1)).toBe('done');
  });

  test('is refused in plain JSON when the token is no good', async () => {
    const answer = await call('POST', '/v3/chat', calls.chatBody('你好', { stream: true }), {
      token: 'czs_x',
    });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.json['code']).toBe(4100);
  });

  test('comes at the set pace and ends when its reader goes away', async () => {
    bench.practice.setFaults({ eventPaceMilliseconds: 60_000 });
    const leave = new AbortController();
    const answer = await fetch(`${bench.url()}/v3/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}` },
      body: JSON.stringify(calls.chatBody('你好', { stream: true })),
      signal: leave.signal,
    });
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toMatch(
      /^event:conversation\.chat\.created\ndata:.*\n\n$/,
    );
    const conversation = /"conversation_id":(\d+)/.exec(new TextDecoder().decode(first?.value))?.[1];
    const again = () => code('POST', `/v3/chat?conversation_id=${conversation}`, calls.chatBody('你好'));
    expect(await again()).toBe(4016);
    leave.abort();
    await expect.poll(again).toBe(0);
  });
});

describe('a tool of the caller', () => {
  const changes = { bot_id: clerk };
  const idOf = (chat: Members) => {
    const { submit_tool_outputs: submit } = chat['required_action'] as {
      submit_tool_outputs: { tool_calls: readonly { id: string }[] };
    };
    return submit.tool_calls[0]?.id ?? '';
  };
  const submitted = (chat: Members, body: object = {}) => ({
    path: `/v3/chat/submit_tool_outputs?${calls.query(chat)}`,
    body: { tool_outputs: [{ tool_call_id: idOf(chat), output: '晴，26 度' }], ...body },
  });

  const waiting = async () => {
    const chat = await start('杭州今天的天气怎么样', changes);
    bench.pass(1000);
    return retrieve(chat);
  };

  test('is asked for: the chat requires action, with every field that is documented', async () => {
    const chat = await waiting();
    expect(chat).toMatchObject({ status: 'requires_action' });
    expect(chat).not.toHaveProperty('completed_at');
    expect(chat['required_action']).toEqual({
      type: 'submit_tool_outputs',
      submit_tool_outputs: {
        tool_calls: [
          {
            id: expect.stringMatching(/^[\w+/]+=*$/),
            type: 'function',
            function: { name: 'get_weather', arguments: '{"location":"杭州","type":0}' },
          },
        ],
      },
    });
  });

  test('is asked for in a stream', async () => {
    const events = await eventsOf('杭州天气', changes);
    expect(namesOf(events)).toEqual([
      'conversation.chat.created',
      'conversation.chat.in_progress',
      'conversation.message.completed',
      'conversation.chat.requires_action',
      'done',
    ]);
    expect(dataOf(events, 'conversation.message.completed')).toMatchObject([
      { type: 'function_call', content: expect.stringContaining('"get_weather"') },
    ]);
    const [chat] = dataOf(events, 'conversation.chat.requires_action');
    expect(await retrieve(chat ?? {})).toEqual(chat);
  });

  test('answers, and the chat goes on without a stream', async () => {
    const chat = await waiting();
    const { path, body } = submitted(chat);
    expect(await ask('POST', path, body)).toMatchObject({ id: chat['id'], status: 'in_progress' });
    bench.pass(1000);
    expect(await retrieve(chat)).toMatchObject({ status: 'completed', completed_at: startTime + 2 });
    expect((await messages(chat)).map(({ type, content }) => [type, content])).toEqual([
      ['function_call', expect.stringContaining('"杭州"')],
      ['tool_response', '晴，26 度'],
      ['answer', '查到了：晴，26 度'],
      ['verbose', finish],
    ]);
  });

  test('answers, and the chat goes on in a stream', async () => {
    const { path, body } = submitted(await waiting(), { stream: true });
    const answer = await fetch(bench.url() + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}`, 'agw-js-conv': 'str' },
      body: JSON.stringify(body),
    });
    const events = readEvents(await answer.text());
    expect(dataOf(events, 'conversation.message.completed').map(({ type }) => type)).toEqual([
      'tool_response',
      'answer',
      'verbose',
    ]);
    expect(events.at(-2)?.event).toBe('conversation.chat.completed');
  });

  test('is listened to only while it is waited for, and for the call that was made', async () => {
    const chat = await waiting();
    const { path, body } = submitted(chat);
    const stray = { tool_outputs: [{ tool_call_id: 'other', output: 'x' }] };
    expect(await code('POST', path, stray)).toBe(4000);
    expect(await code('POST', path, { tool_outputs: [] })).toBe(4000);
    expect(await code('POST', path, {})).toBe(4000);
    expect(await code('POST', path, body)).toBe(0);
    expect(await code('POST', path, body)).toBe(4000);
    expect(await code('POST', '/v3/chat/submit_tool_outputs?conversation_id=1&chat_id=1', body)).toBe(4200);
  });

  test('needs the history: code 5000 without', async () => {
    const events = await eventsOf('杭州天气', { ...changes, auto_save_history: false });
    const [chat] = dataOf(events, 'conversation.chat.requires_action');
    const { path, body } = submitted(chat ?? {});
    expect(await code('POST', path, body)).toBe(5000);
  });
});

describe('canceling', () => {
  const cancel = (chat: Members) => ({ conversation_id: chat['conversation_id'], chat_id: chat['id'] });

  test('ends a chat that is running, and nothing of it is remembered', async () => {
    const chat = await start('忘掉我');
    expect(await ask('POST', '/v3/chat/cancel', cancel(chat))).toMatchObject({
      id: chat['id'],
      status: 'canceled',
      completed_at: startTime,
    });
    bench.pass(1000);
    expect(await retrieve(chat)).toMatchObject({ status: 'canceled' });
    expect(await messages(chat)).toEqual([]);
    expect(await answerTo('我刚才说了什么', {}, String(chat['conversation_id']))).toBe(
      '这段上下文里，你还没有说过别的话。',
    );
  });

  test('does not break a stream off, but the chat stays canceled', async () => {
    bench.practice.setFaults({ eventPaceMilliseconds: 30 });
    const answer = await fetch(`${bench.url()}/v3/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}`, 'agw-js-conv': 'str' },
      body: JSON.stringify(calls.chatBody('你好', { stream: true, bot_id: cat })),
    });
    const reader = answer.body?.getReader();
    const decoder = new TextDecoder();
    let text = decoder.decode((await reader?.read())?.value);
    const [created] = readEvents(text);
    await ask('POST', '/v3/chat/cancel', cancel(created?.data ?? {}));
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      text += decoder.decode(part.value, { stream: true });
    }
    const events = readEvents(text);
    expect(events.at(-1)?.event).toBe('done');
    expect(events.at(-2)?.data).toMatchObject({ status: 'canceled' });
    expect(await retrieve(created?.data ?? {})).toMatchObject({ status: 'canceled' });
  });

  test.each([
    ['completed', '你好', guide],
    ['failed', '失败', guide],
    ['requires_action', '杭州天气', clerk],
  ])('is refused for a chat that is %s: code 4104', async (status, content, bot) => {
    const chat = await start(content, { bot_id: bot });
    bench.pass(1000);
    expect(await retrieve(chat)).toMatchObject({ status });
    expect(await code('POST', '/v3/chat/cancel', cancel(chat))).toBe(4104);
  });

  test('is refused for the canceled and the unknown', async () => {
    const chat = await start('你好');
    await ask('POST', '/v3/chat/cancel', cancel(chat));
    expect(await code('POST', '/v3/chat/cancel', cancel(chat))).toBe(4104);
    expect(await code('POST', '/v3/chat/cancel', { ...cancel(chat), chat_id: '1' })).toBe(4200);
    expect(await code('POST', '/v3/chat/cancel', {})).toBe(4000);
  });
});
