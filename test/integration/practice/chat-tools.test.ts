import { beforeEach, describe, expect, test } from 'vitest';
import {
  cat,
  chatCalls,
  clerk,
  dataOf,
  finish,
  guide,
  type Members,
  namesOf,
  readEvents,
} from './chat-bench.ts';
import { startPracticeBench, startTime } from './practice-bench.ts';

const bench = startPracticeBench();
let token: Promise<string>;
beforeEach(() => {
  token = bench.mint();
  bench.practice.setFaults({ eventPaceMilliseconds: 0 });
});
const calls = chatCalls(bench, () => token);
const { answerTo, ask, code, eventsOf, messages, retrieve, start } = calls;

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
