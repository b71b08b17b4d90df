import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMessageJoin } from '../../../../shared/coze/stream/message-join.ts';
import { streamMeaning } from '../../../../shared/coze/stream/stream-meaning.ts';

const meaning = (event: string, data: string) => streamMeaning({ event, data });
const joined = (...events: readonly (readonly [event: string, data: unknown])[]) => {
  const join = createMessageJoin();
  return events.map(([event, data]) => join.add(meaning(event, JSON.stringify(data)))).join('');
};
const delta = 'conversation.message.delta';
const completed = 'conversation.message.completed';

describe('what an event says', () => {
  test.each([
    ['done', '[DONE]', { kind: 'end', mark: 'bare', debugUrl: '' }],
    ['done', '"[DONE]"', { kind: 'end', mark: 'quoted', debugUrl: '' }],
    ['', ' [DONE] ', { kind: 'end', mark: 'bare', debugUrl: '' }],
    [
      'done',
      '{"debug_url":"https://www.coze.cn/work_flow"}',
      { kind: 'end', mark: 'event', debugUrl: 'https://www.coze.cn/work_flow' },
    ],
    ['Done', '{}', { kind: 'end', mark: 'event', debugUrl: '' }],
    ['PING', '', { kind: 'beat' }],
    ['ping', '{}', { kind: 'beat' }],
    [
      delta,
      '{"id":"1","content":"a"}',
      { kind: 'message', isWhole: false, fields: { id: '1', content: 'a' } },
    ],
    [delta, '{"id":"1"', { kind: 'unreadable' }],
    [
      completed,
      '{"id":7348293847239847239}',
      { kind: 'message', isWhole: true, fields: { id: '7348293847239847239' } },
    ],
    ['conversation.audio.delta', '{"content":"AAAA"}', { kind: 'sound', fields: { content: 'AAAA' } }],
    ['Message', '{"node_title":"End"}', { kind: 'node', name: 'End', fields: { node_title: 'End' } }],
    [
      'Message',
      '{"node_id":9,"node_title":"End"}',
      { kind: 'node', name: '9', fields: { node_id: 9, node_title: 'End' } },
    ],
    ['Interrupt', '{}', { kind: 'interrupt', fields: {} }],
    [
      'conversation.chat.requires_action',
      '{}',
      { kind: 'chat', state: 'requires_action', failure: null, fields: {} },
    ],
    [
      'conversation.chat.completed',
      '{"last_error":{"code":0,"msg":""}}',
      { kind: 'chat', state: 'completed', failure: null, fields: { last_error: { code: 0, msg: '' } } },
    ],
    [
      'conversation.chat.failed',
      '{"last_error":{"code":4028,"msg":"quota"}}',
      {
        kind: 'chat',
        state: 'failed',
        failure: { code: '4028', message: 'quota' },
        fields: { last_error: { code: 4028, msg: 'quota' } },
      },
    ],
    ['error', '{"code":4016,"msg":"busy"}', { kind: 'failed', failure: { code: '4016', message: 'busy' } }],
    ['error', 'no JSON', { kind: 'failed', failure: { code: '', message: 'no JSON' } }],
    [
      'Error',
      '{"error_code":5000,"error_message":"x"}',
      { kind: 'failed', failure: { code: '5000', message: 'x' } },
    ],
    ['conversation.surprise', '{}', { kind: 'other' }],
  ])('%s %s', (event, data, expected) => {
    expect(meaning(event, data)).toEqual(expected);
  });

  test('no data makes it throw', () => {
    const names = [
      '',
      delta,
      completed,
      'Message',
      'error',
      'Error',
      'conversation.chat.failed',
      'Interrupt',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.oneof(fc.string(), fc.json()), (event, data) => {
        expect(meaning(event, data)).toHaveProperty('kind');
      }),
    );
  });
});

describe('the message', () => {
  test('is its pieces, and the whole one afterwards adds nothing', () => {
    expect(
      joined(
        [delta, { id: '1', type: 'answer', content: '你' }],
        [delta, { id: '1', type: 'answer', content: '好' }],
        [completed, { id: '1', type: 'answer', content: '你好' }],
        [completed, { id: '2', type: 'verbose', content: '{}' }],
      ),
    ).toBe('你好');
  });

  test('is the whole one where no pieces came, and each has its own line', () => {
    expect(
      joined(
        [completed, { id: '1', type: 'answer', content: 'one' }],
        [delta, { id: '2', type: 'answer', content: 'two' }],
        ['Message', { node_id: '9', content: 'three' }],
      ),
    ).toBe('one\ntwo\nthree');
  });

  test('is only what the agent says in words', () => {
    expect(
      joined(
        [delta, { id: '1', type: 'verbose', content: 'a' }],
        [completed, { id: '2', type: 'follow_up', content: 'b' }],
        [completed, { id: '3', role: 'user', content: 'c' }],
        [completed, { id: '4', type: 'answer', content_type: 'audio', content: 'AAAA' }],
        ['conversation.audio.delta', { id: '5', content: 'AAAA' }],
        [delta, { content: 'd' }],
        [delta, { id: '6', type: 'answer' }],
      ),
    ).toBe('d');
  });
});
