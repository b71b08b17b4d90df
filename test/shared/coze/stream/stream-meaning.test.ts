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
    ['done', '[DONE]', { kind: 'end' }],
    ['done', '"[DONE]"', { kind: 'end' }],
    ['', ' [DONE] ', { kind: 'end' }],
    ['done', '{"debug_url":"https://www.coze.cn/work_flow"}', { kind: 'end' }],
    ['Done', '{}', { kind: 'end' }],
    ['PING', '', { kind: 'beat' }],
    [delta, '{"id":"1","type":"answer","content":"a"}', { kind: 'piece', of: '1', text: 'a' }],
    [delta, '{"id":"1","type":"verbose","content":"a"}', { kind: 'other' }],
    [delta, '{"id":"1"', { kind: 'piece', of: '', text: '' }],
    [completed, '{"id":"1","role":"assistant","content":"a"}', { kind: 'message', of: '1', text: 'a' }],
    [completed, '{"id":"1","type":"follow_up","content":"a"}', { kind: 'other' }],
    ['conversation.audio.delta', '{"content":"AAAA"}', { kind: 'other' }],
    ['Message', '{"content":"a","node_title":"End"}', { kind: 'piece', of: 'End', text: 'a' }],
    ['Interrupt', '{"interrupt_data":{"event_id":"1"}}', { kind: 'waiting', for: 'resume' }],
    ['conversation.chat.requires_action', '{}', { kind: 'waiting', for: 'tool-outputs' }],
    [
      'conversation.chat.failed',
      '{"last_error":{"code":4028,"msg":"quota"}}',
      { kind: 'failed', code: '4028', message: 'quota' },
    ],
    ['error', '{"code":4016,"msg":"busy"}', { kind: 'failed', code: '4016', message: 'busy' }],
    ['error', 'no JSON', { kind: 'failed', code: null, message: '' }],
    ['Error', '{"error_code":5000,"error_message":"x"}', { kind: 'failed', code: '5000', message: 'x' }],
    ['conversation.chat.created', '{}', { kind: 'other' }],
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
});
