import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldEvents } from '../../../../../shared/coze/stream/story/fold-events.ts';
import {
  cancelChatRequest,
  resumeRequest,
  toolOutputsRequest,
} from '../../../../../shared/coze/stream/story/next-of-story.ts';
import { endingOf } from '../../../../../shared/coze/stream/story/stream-ending.ts';
import { emptyStory, type StreamStory } from '../../../../../shared/coze/stream/story/stream-story.ts';

interface Event {
  readonly event: string;
  readonly data: string;
  readonly id: string | null;
  readonly atMs: number;
}

const event = (name: string, data: unknown, id: string | null = null, atMs = 0): Event => ({
  event: name,
  data: typeof data === 'string' ? data : JSON.stringify(data),
  id,
  atMs,
});
const fold = (...events: readonly Event[]): StreamStory => foldEvents(emptyStory, events);

const chat = (name: string, more: object = {}) =>
  event(
    `conversation.chat.${name}`,
    `{"id":"7401","conversation_id":"7402","bot_id":7348293847239847239,"status":"${name}",${JSON.stringify({ last_error: { code: 0, msg: '' }, ...more }).slice(1)}`,
  );
const delta = (id: string, type: string, content: string, more: object = {}) =>
  event('conversation.message.delta', {
    id,
    type,
    role: 'assistant',
    content,
    content_type: 'text',
    ...more,
  });
const whole = (id: string, type: string, content: string) =>
  event('conversation.message.completed', { id, type, role: 'assistant', content, content_type: 'text' });
const node = (title: string, piece: number, content: string, isLast = false, run = title) =>
  event('Message', {
    content,
    node_title: title,
    node_seq_id: `${piece}`,
    node_is_finish: isLast,
    node_execute_uuid: run,
    content_type: 'text',
  });

const answered = [
  chat('created'),
  chat('in_progress'),
  delta('1', 'answer', '', { reasoning_content: '先想' }),
  delta('1', 'answer', '', { reasoning_content: '一想' }),
  delta('1', 'answer', '你'),
  delta('1', 'answer', '好'),
  event('conversation.audio.delta', { id: '1', type: 'answer', content: 'AAAA', content_type: 'audio' }),
  event('conversation.audio.delta', { id: '1', type: 'answer', content: 'BBBB', content_type: 'audio' }),
  whole('1', 'answer', '你好'),
  whole('2', 'verbose', '{"msg_type":"generate_answer_finish"}'),
  whole('3', 'follow_up', '还有呢？'),
  chat('completed', { usage: { token_count: 12, output_count: 8, input_count: 4 } }),
  event('done', '[DONE]'),
];

describe('foldEvents', () => {
  test('puts a chat together: reasoning, answer, sound, follow-ups, usage', () => {
    const story = fold(...answered);
    expect(story.messages.map(({ type, text, isComplete }) => [type, text, isComplete])).toEqual([
      ['answer', '你好', true],
      ['verbose', '{"msg_type":"generate_answer_finish"}', true],
      ['follow_up', '还有呢？', true],
    ]);
    expect(story.messages[0]).toMatchObject({ reasoning: '先想一想', audio: 'AAAA BBBB ', pieces: 6 });
    expect(story.chat).toEqual({
      id: '7401',
      conversationId: '7402',
      botId: '7348293847239847239',
      status: 'completed',
    });
    expect(story.usage).toEqual({ input: 4, output: 8, total: 12 });
    expect(story.end).toBe('bare');
    expect(endingOf(story, 'done')).toBe('done');
  });

  test('comes to the same event by event as all at once, in any order', () => {
    const pool = [
      ...answered,
      node('开始', 0, 'a'),
      node('开始', 1, 'b', true),
      node('结束', 0, 'c', true),
      event('Interrupt', { interrupt_data: { event_id: '9/1', type: 2 }, node_title: '问答' }, '7'),
      event('Error', { error_code: 5000, error_message: 'x' }),
      event('error', 'no JSON'),
      event('PING', ''),
      event('Message', 'no JSON', '3'),
      event('Done', { debug_url: 'https://www.coze.cn/work_flow?execute_id=1' }),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pool), { maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 4 }),
        (events, cuts) => {
          const atOnce = fold(...events);
          expect(events.reduce((story, next) => foldEvents(story, [next]), emptyStory)).toEqual(atOnce);
          const places = [0, ...[...cuts].sort((a, b) => a - b), events.length];
          const inParts = places.reduce(
            (story, place, at) => foldEvents(story, events.slice(place, places[at + 1] ?? place)),
            emptyStory,
          );
          expect(inParts).toEqual(atOnce);
          expect(atOnce.events).toBe(events.length);
        },
      ),
    );
  });

  test('no data makes it throw', () => {
    const names = [
      '',
      'conversation.chat.requires_action',
      'conversation.chat.failed',
      'conversation.message.delta',
      'conversation.message.completed',
      'conversation.audio.delta',
      'Message',
      'Interrupt',
      'Error',
      'error',
      'done',
    ];
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...names), fc.oneof(fc.string(), fc.json()), fc.option(fc.string())),
          { maxLength: 12 },
        ),
        (events) => {
          expect(fold(...events.map(([name, data, id]) => event(name, data, id))).events).toBe(events.length);
        },
      ),
    );
  });

  test('keeps interleaved messages apart', () => {
    const story = fold(
      delta('1', 'answer', 'a'),
      delta('2', 'answer', 'x'),
      delta('1', 'answer', 'b'),
      delta('2', 'answer', 'y'),
    );
    expect(story.messages.map(({ id, text }) => `${id}:${text}`)).toEqual(['1:ab', '2:xy']);
  });

  test('waits for the outputs of tools, and makes the request for them', () => {
    const story = fold(
      chat('in_progress'),
      chat('requires_action', {
        required_action: {
          type: 'submit_tool_outputs',
          submit_tool_outputs: {
            tool_calls: [
              {
                id: 'call/1=',
                type: 'function',
                function: { name: 'get_weather', arguments: '{"location":"杭州"}' },
              },
            ],
          },
        },
      }),
      event('done', '"[DONE]"'),
    );
    expect(endingOf(story, 'done')).toBe('tool-outputs');
    expect(story.end).toBe('quoted');
    expect(story.toolCalls).toEqual([
      { id: 'call/1=', type: 'function', name: 'get_weather', arguments: '{"location":"杭州"}' },
    ]);
    expect(toolOutputsRequest(story)).toEqual({
      endpointId: 'chat_submit_tool_outputs',
      path: {},
      query: { conversation_id: '7402', chat_id: '7401' },
      body: { stream: true, tool_outputs: [{ tool_call_id: 'call/1=', output: '' }] },
    });
  });

  test('puts a workflow together by node, and counts what is missing', () => {
    const story = fold(
      event('Message', JSON.parse(node('输出', 0, '你').data), '0'),
      event('PING', '', '1'),
      event('Message', JSON.parse(node('输出', 2, '！', true).data), '4'),
      event('Message', JSON.parse(node('结束', 0, '{"output":"你！"}', true).data), '5'),
      event('Done', { debug_url: 'https://www.coze.cn/work_flow?execute_id=1' }, '6'),
    );
    expect(story.messages.map(({ nodeTitle, text, lostPieces }) => [nodeTitle, text, lostPieces])).toEqual([
      ['输出', '你！', 1],
      ['结束', '{"output":"你！"}', 0],
    ]);
    expect(story).toMatchObject({
      beats: 1,
      lostEvents: 2,
      end: 'event',
      debugUrl: 'https://www.coze.cn/work_flow?execute_id=1',
    });
  });

  test('begins a new message when a node speaks again after it had finished', () => {
    const story = fold(node('循环', 0, 'a', true), node('循环', 0, 'b', true));
    expect(story.messages.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test('makes the request that resumes an interrupted workflow', () => {
    const story = fold(
      event('Interrupt', {
        interrupt_data: { event_id: '9/1', type: 2, required_parameters: { city: { type: 'string' } } },
        node_title: '问答',
      }),
    );
    expect(endingOf(story, 'done')).toBe('interrupted');
    expect(resumeRequest(story, '7303')).toEqual({
      endpointId: 'workflow_resume',
      path: {},
      query: {},
      body: { workflow_id: '7303', event_id: '9/1', interrupt_type: 2, resume_data: '' },
    });
    expect(resumeRequest(emptyStory, null)).toBeNull();
  });

  test('tells failures apart', () => {
    const failed = fold(
      chat('failed', { last_error: { code: 4028, msg: 'quota' } }),
      event('done', '[DONE]'),
    );
    expect(failed.failure).toEqual({ code: '4028', message: 'quota' });
    expect(endingOf(failed, 'done')).toBe('failed');
    expect(fold(event('error', { code: 4016, msg: 'busy' })).failure).toEqual({
      code: '4016',
      message: 'busy',
    });
    expect(fold(event('error', 'gone')).failure).toEqual({ code: '', message: 'gone' });
    expect(fold(event('Error', { error_code: 5000, error_message: 'x' })).failure).toEqual({
      code: '5000',
      message: 'x',
    });
  });

  test('tells a stream that just stops from one that broke, goes on or was cancelled', () => {
    const story = fold(chat('in_progress'), delta('1', 'answer', 'a'));
    expect(endingOf(story, 'done')).toBe('stopped');
    expect(endingOf(story, 'failed')).toBe('broken');
    expect(endingOf(story, 'receiving')).toBe('running');
    expect(endingOf(story, 'cancelled')).toBe('cancelled');
  });

  test('offers to cancel a chat that runs, and none that is over', () => {
    expect(cancelChatRequest(fold(chat('in_progress')))?.body).toEqual({
      chat_id: '7401',
      conversation_id: '7402',
    });
    expect(cancelChatRequest(fold(chat('completed')))).toBeNull();
    expect(cancelChatRequest(fold(...answered))).toBeNull();
  });
});
