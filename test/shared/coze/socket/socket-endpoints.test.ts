import { describe, expect, test } from 'vitest';
import { endpoints } from '../../../../shared/coze/endpoints.ts';
import { socketEndpoint, templateText } from '../../../../shared/coze/socket/socket-endpoints.ts';

const sockets = endpoints.filter(({ streaming }) => streaming === 'ws');
const eventsOf = (id: string) => socketEndpoint(id)?.events.map(({ eventType }) => eventType);

describe('the events that a WebSocket of the catalogue takes', () => {
  test('are known for each of them, and for nothing else', () => {
    expect(sockets.map(({ id }) => socketEndpoint(id)?.id)).toEqual([
      'asr_api',
      'tts_api',
      'streaming_chat_api',
      'simult_interpretation',
    ]);
    expect(socketEndpoint('chat_v3')).toBeNull();
    expect(socketEndpoint(null)).toBeNull();
  });

  test('are those that the official SDKs send', () => {
    expect(eventsOf('tts_api')).toEqual([
      'input_text_buffer.append',
      'input_text_buffer.complete',
      'speech.update',
    ]);
    expect(eventsOf('asr_api')).toEqual([
      'transcriptions.update',
      'input_audio_buffer.append',
      'input_audio_buffer.complete',
      'input_audio_buffer.clear',
    ]);
    expect(eventsOf('streaming_chat_api')).toEqual([
      'chat.update',
      'conversation.message.create',
      'input_audio_buffer.append',
      'input_audio_buffer.complete',
      'input_audio_buffer.clear',
      'conversation.chat.submit_tool_outputs',
      'conversation.chat.cancel',
      'conversation.clear',
      'input_text.generate_audio',
    ]);
    expect(eventsOf('simult_interpretation')).toEqual([
      'simult_interpretation.update',
      'input_audio_buffer.append',
      'input_audio_buffer.complete',
    ]);
  });

  test('say where they are shown', () => {
    for (const { id } of sockets)
      for (const { source } of socketEndpoint(id)?.events ?? []) expect(source).toMatch(/^coze-(?:js|go):/);
  });

  test('begin with an empty id, and have no data where none belongs to them', () => {
    expect(templateText({ eventType: 'input_text_buffer.append', data: { delta: '<text>' } })).toBe(
      '{\n  "id": "",\n  "event_type": "input_text_buffer.append",\n  "data": {\n    "delta": "<text>"\n  }\n}',
    );
    expect(JSON.parse(templateText({ eventType: 'conversation.clear', data: null }))).toEqual({
      id: '',
      event_type: 'conversation.clear',
    });
  });
});
