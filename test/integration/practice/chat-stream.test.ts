import { beforeEach, describe, expect, test } from 'vitest';
import { anId, cat, chatCalls, dataOf, finish, guide, namesOf, noUsage, question } from './chat-bench.ts';
import { startPracticeBench, startTime } from './practice-bench.ts';

const bench = startPracticeBench();
let token: Promise<string>;
beforeEach(() => {
  token = bench.mint();
  bench.practice.setFaults({ eventPaceMilliseconds: 0 });
});
const calls = chatCalls(bench, () => token);
const { answerTo, ask, call, code, eventsOf, messages, retrieve } = calls;

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
    const id = await calls.upload('question.wav');
    const content = JSON.stringify([
      { type: 'audio', file_id: id },
      { type: 'text', text: '听' },
    ]);
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

  test('comes at the set pace; the chat goes on for a while when its reader goes away', async () => {
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
    const again = () => {
      bench.pass(1000);
      return code('POST', `/v3/chat?conversation_id=${conversation}`, calls.chatBody('你好'));
    };
    expect(await again()).toBe(4016);
    leave.abort();
    await expect.poll(again).toBe(0);
  });
});
