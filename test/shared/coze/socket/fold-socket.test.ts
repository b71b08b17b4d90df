import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FoldedMessage, foldSocket } from '../../../../shared/coze/socket/fold-socket.ts';
import { emptySocketStory } from '../../../../shared/coze/socket/socket-story.ts';

let at = 0;
const message = (
  direction: FoldedMessage['direction'],
  eventType: string,
  data: object = {},
): FoldedMessage => {
  at += 1;
  const detail = { logid: `log-${at}` };
  return {
    atMs: at,
    direction,
    kind: 'text',
    data: JSON.stringify({ id: 'e', event_type: eventType, data, detail }),
  };
};
const received = (eventType: string, data?: object) => message('received', eventType, data);
const sent = (eventType: string, data?: object) => message('sent', eventType, data);
const saidIn = (messages: readonly FoldedMessage[]) =>
  foldSocket(emptySocketStory, messages).lines.map(({ kind, text, isComplete }) => [kind, text, isComplete]);

const answer = (content: string) => ({ id: '7401', role: 'assistant', type: 'answer', content });

describe('what is said over a WebSocket', () => {
  test('is put together: transcripts as a whole each time, messages piece by piece', () => {
    expect(
      saidIn([
        received('conversation.audio_transcript.update', { content: '今天' }),
        received('conversation.audio_transcript.update', { content: '今天天气' }),
        received('conversation.audio_transcript.completed', { content: '今天天气如何？' }),
        received('conversation.message.delta', answer('晴')),
        received('conversation.message.delta', answer('，二十度')),
      ]),
    ).toEqual([
      ['heard', '今天天气如何？', true],
      ['message', '晴，二十度', false],
    ]);
  });

  test('is not doubled by the whole message at its end', () => {
    const whole = received('conversation.message.completed', answer('ab'));
    expect(
      saidIn([
        received('conversation.message.delta', answer('a')),
        received('conversation.message.delta', answer('b')),
        whole,
        whole,
      ]),
    ).toEqual([['message', 'ab', true]]);
  });

  test('begins a new line with each utterance', () => {
    expect(
      saidIn([
        received('transcriptions.message.update', { content: 'one' }),
        received('transcriptions.message.completed'),
        received('transcriptions.message.update', { content: 'two' }),
      ]),
    ).toEqual([
      ['heard', 'one', true],
      ['heard', 'two', false],
    ]);
  });

  test('has speech and its translation apart', () => {
    expect(
      saidIn([
        received('simult_interpretation.transcription.delta', { delta: '你' }),
        received('simult_interpretation.translation.delta', { delta: 'Hel' }),
        received('simult_interpretation.transcription.delta', { delta: '好' }),
        received('simult_interpretation.translation.delta', { delta: 'lo' }),
        received('simult_interpretation.message.completed'),
      ]),
    ).toEqual([
      ['heard', '你好', true],
      ['translation', 'Hello', true],
    ]);
  });

  test('has what was sent as text', () => {
    expect(
      saidIn([
        sent('input_text_buffer.append', { delta: 'Good ' }),
        sent('input_text_buffer.append', { delta: 'day' }),
        sent('input_text_buffer.complete'),
        sent('conversation.message.create', { role: 'user', content_type: 'text', content: 'Hi' }),
        sent('conversation.message.create', { role: 'user', content_type: 'object_string', content: '[]' }),
      ]),
    ).toEqual([
      ['written', 'Good day', true],
      ['written', 'Hi', true],
    ]);
  });
});

describe('sound over a WebSocket', () => {
  test('is put together by message, in the format that was settled', () => {
    const { tracks } = foldSocket(emptySocketStory, [
      received('chat.updated', { output_audio: { codec: 'g711a', pcm_config: { sample_rate: 8000 } } }),
      received('conversation.audio.delta', { id: '1', content: 'AAA=' }),
      received('conversation.audio.delta', { id: '2', content: 'CCC=' }),
      received('conversation.audio.delta', { id: '1', content: 'BBB=' }),
      received('conversation.audio.completed', { id: '1' }),
    ]);
    expect(tracks.map(({ key, pieces, count, isComplete }) => [key, pieces, count, isComplete])).toEqual([
      ['1', 'AAA= BBB= ', 2, true],
      ['2', 'CCC= ', 1, true],
    ]);
    expect(tracks[0]?.format).toEqual({ codec: 'g711a', sampleRate: 8000 });
  });

  test('of speech without an id is one until it is complete', () => {
    const { tracks } = foldSocket(emptySocketStory, [
      received('speech.audio.update', { delta: 'AAA=' }),
      received('speech.audio.update', { delta: 'BBB=' }),
      received('speech.audio.completed'),
      received('speech.audio.update', { delta: 'CCC=' }),
    ]);
    expect(tracks.map(({ pieces }) => pieces)).toEqual(['AAA= BBB= ', 'CCC= ']);
    expect(tracks[0]?.format).toEqual({ codec: 'pcm', sampleRate: 24_000 });
  });
});

describe('beside what is said', () => {
  test('an error is told with its code and log id', () => {
    const story = foldSocket(emptySocketStory, [
      {
        ...received('x'),
        data: '{"event_type":"error","data":{"code":4000,"msg":"bad"},"detail":{"logid":"L1"}}',
      },
    ]);
    expect(story.failure).toEqual({ code: 4000, message: 'bad', logId: 'L1' });
    expect(story.logId).toBe('L1');
  });

  test('the tools that are waited for are told until their outputs are sent', () => {
    const asked = foldSocket(emptySocketStory, [
      received('conversation.chat.requires_action', {
        id: '7402',
        required_action: {
          submit_tool_outputs: { tool_calls: [{ id: 'c1', function: { name: 'get', arguments: '{}' } }] },
        },
      }),
    ]);
    expect(asked.action).toEqual({
      chatId: '7402',
      calls: [{ id: 'c1', name: 'get', arguments: '{}' }],
    });
    expect(foldSocket(asked, [sent('conversation.chat.submit_tool_outputs')]).action).toBeNull();
  });

  test('whatever comes, nothing breaks, and taken in one go or message by message it is the same', () => {
    const names = fc.constantFrom(
      'conversation.message.delta',
      'conversation.audio.delta',
      'error',
      'chat.updated',
      'conversation.chat.requires_action',
      'transcriptions.message.update',
    );
    const any: fc.Arbitrary<FoldedMessage> = fc.record({
      atMs: fc.nat(),
      direction: fc.constantFrom('sent' as const, 'received' as const),
      kind: fc.constantFrom('text' as const, 'binary' as const),
      data: fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .tuple(names, fc.jsonValue())
          .map(([eventType, data]) => JSON.stringify({ event_type: eventType, data })),
      ),
    });
    fc.assert(
      fc.property(fc.array(any), (messages) => {
        const stepwise = messages.reduce((story, one) => foldSocket(story, [one]), emptySocketStory);
        expect(foldSocket(emptySocketStory, messages)).toEqual(stepwise);
      }),
    );
  });
});
