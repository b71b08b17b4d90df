import type { EndpointParameter } from '../endpoints.ts';

/** An event that a client may send, as an official source shows it. */
export interface SocketEvent {
  readonly eventType: string;
  /** What `data` may hold, placeholders in angle brackets; null where the event has none. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Where name and shape stand: a repository and a path in it. */
  readonly source: string;
}

/** What is known of a WebSocket of the catalogue besides its entry there. */
export interface SocketEndpoint {
  /** Of the catalogue. */
  readonly id: string;
  readonly query: readonly EndpointParameter[];
  readonly events: readonly SocketEvent[];
  /** The event that takes sound in base64 as `data.delta`; null where sound does not go in. */
  readonly audioEvent: string | null;
}

const js = 'coze-js:packages/coze-js/src/resources/websockets/types.ts';
const go = 'coze-go:websocket_event.go';

/** The documented defaults, but for `format`, which is `wav` where nothing is said (coze-go, `InputAudio`). */
const inputAudio = { format: 'pcm', codec: 'pcm', sample_rate: 24_000, channel: 1, bit_depth: 16 };
const outputAudio = { codec: 'pcm', pcm_config: { sample_rate: 24_000 }, speech_rate: 0 };

const append: SocketEvent = {
  eventType: 'input_audio_buffer.append',
  data: { delta: '<base64>' },
  source: js,
};
const complete: SocketEvent = { eventType: 'input_audio_buffer.complete', data: null, source: js };
const clear: SocketEvent = { eventType: 'input_audio_buffer.clear', data: null, source: go };

const speech: SocketEndpoint = {
  id: 'tts_api',
  query: [],
  audioEvent: null,
  events: [
    { eventType: 'input_text_buffer.append', data: { delta: '<text>' }, source: js },
    { eventType: 'input_text_buffer.complete', data: null, source: js },
    { eventType: 'speech.update', data: { output_audio: outputAudio }, source: js },
  ],
};

const transcriptions: SocketEndpoint = {
  id: 'asr_api',
  query: [],
  audioEvent: append.eventType,
  events: [
    { eventType: 'transcriptions.update', data: { input_audio: inputAudio }, source: js },
    append,
    complete,
    clear,
  ],
};

const chat: SocketEndpoint = {
  id: 'streaming_chat_api',
  query: [
    { name: 'bot_id', type: 'string', required: true },
    // An int64 as text; the page on `streaming_chat_api` advises it.
    { name: 'device_id', type: 'string', required: false },
    // Only the SDKs have it (coze-js `CreateChatReq`, coze-py `WebsocketsChatClient`).
    { name: 'workflow_id', type: 'string', required: false },
  ],
  audioEvent: append.eventType,
  events: [
    {
      eventType: 'chat.update',
      data: {
        chat_config: { auto_save_history: true, user_id: '<user_id>' },
        input_audio: inputAudio,
        output_audio: outputAudio,
        turn_detection: { type: 'server_vad', prefix_padding_ms: 600, silence_duration_ms: 500 },
        event_subscriptions: [],
        need_play_prologue: false,
      },
      source: js,
    },
    {
      eventType: 'conversation.message.create',
      data: { role: 'user', content_type: 'text', content: '<text>' },
      source: js,
    },
    append,
    complete,
    clear,
    {
      eventType: 'conversation.chat.submit_tool_outputs',
      data: { chat_id: '<chat_id>', tool_outputs: [{ tool_call_id: '<tool_call_id>', output: '<output>' }] },
      source: js,
    },
    { eventType: 'conversation.chat.cancel', data: null, source: js },
    { eventType: 'conversation.clear', data: null, source: js },
    {
      eventType: 'input_text.generate_audio',
      data: { mode: 'text', text: '<text>' },
      source: 'coze-go:examples/websockets/chat/input_text_generate_audio/main.go',
    },
  ],
};

const interpretation: SocketEndpoint = {
  id: 'simult_interpretation',
  query: [],
  audioEvent: append.eventType,
  events: [
    {
      eventType: 'simult_interpretation.update',
      data: {
        input_audio: inputAudio,
        output_audio: outputAudio,
        translate_config: { from: 'zh', to: 'en' },
      },
      source: js,
    },
    append,
    complete,
  ],
};

const all: readonly SocketEndpoint[] = [speech, transcriptions, chat, interpretation];

/** What is known of the WebSocket with this id of the catalogue; null for anything else. */
export function socketEndpoint(id: string | null): SocketEndpoint | null {
  return all.find((endpoint) => endpoint.id === id) ?? null;
}

/** An event to be filled in, laid out; its empty `id` gets a value when it is sent. */
export function templateText({ eventType, data }: Pick<SocketEvent, 'eventType' | 'data'>): string {
  return JSON.stringify({ id: '', event_type: eventType, ...(data === null ? {} : { data }) }, null, 2);
}
