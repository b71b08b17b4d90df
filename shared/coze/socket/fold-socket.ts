import { fieldsOf, type ReadSocketEvent, readSocketEvent, textIn } from './read-socket-event.ts';
import type { SocketAction, SocketFailure, SocketStory } from './socket-story.ts';
import { end, endSound, type StoryDraft, say, setFormat, sound } from './story-draft.ts';

/** A message as it is told; those that are no text say nothing here. */
export interface FoldedMessage {
  readonly atMs: number;
  readonly direction: 'sent' | 'received';
  readonly kind: 'text' | 'binary';
  readonly data: string;
}

type Data = ReadSocketEvent['data'];

function failureOf(data: Data, logId: string | null): SocketFailure {
  const { code } = data;
  return { code: typeof code === 'number' ? code : null, message: textIn(data, 'msg'), logId };
}

function actionOf(data: Data): SocketAction {
  const outputs = fieldsOf(fieldsOf(data['required_action'])['submit_tool_outputs']);
  const calls = Array.isArray(outputs['tool_calls']) ? outputs['tool_calls'] : [];
  return {
    chatId: textIn(data, 'id'),
    calls: calls.map((value: unknown) => {
      const call = fieldsOf(value);
      const asked = fieldsOf(call['function']);
      return { id: textIn(call, 'id'), name: textIn(asked, 'name'), arguments: textIn(asked, 'arguments') };
    }),
  };
}

function foldSent(draft: StoryDraft, at: number, { eventType, data }: ReadSocketEvent): void {
  switch (eventType) {
    case 'input_text_buffer.append':
      say(draft, at, {
        kind: 'written',
        text: textIn(data, 'delta'),
        isPiece: true,
        isComplete: false,
      });
      break;
    case 'input_text_buffer.complete':
      end(draft, 'written');
      break;
    case 'conversation.message.create':
      if (textIn(data, 'content_type') === 'text') {
        say(draft, at, { kind: 'written', text: textIn(data, 'content'), isPiece: false, isComplete: true });
      }
      break;
    case 'conversation.chat.submit_tool_outputs':
      draft.action = null;
      break;
    case 'chat.update':
    case 'speech.update':
    case 'simult_interpretation.update':
      setFormat(draft, data);
      break;
  }
}

function foldMessage(draft: StoryDraft, at: number, data: Data, isComplete: boolean): void {
  const type = textIn(data, 'type');
  say(draft, at, {
    kind: 'message',
    key: `${textIn(data, 'id')} ${type}`,
    type,
    text: textIn(data, 'content'),
    isPiece: !isComplete,
    isComplete,
  });
}

function foldReceived(draft: StoryDraft, at: number, { eventType, data, logId }: ReadSocketEvent): void {
  draft.logId ??= logId;
  const heard = (text: string, isPiece: boolean, isComplete: boolean) =>
    say(draft, at, { kind: 'heard', text, isPiece, isComplete });
  switch (eventType) {
    case 'conversation.audio_transcript.update':
    case 'transcriptions.message.update':
      heard(textIn(data, 'content'), false, false);
      break;
    case 'conversation.audio_transcript.completed':
    case 'transcriptions.message.completed':
      heard(textIn(data, 'content'), false, true);
      break;
    case 'simult_interpretation.transcription.delta':
      heard(textIn(data, 'delta'), true, false);
      break;
    case 'simult_interpretation.translation.delta':
      say(draft, at, {
        kind: 'translation',
        text: textIn(data, 'delta'),
        isPiece: true,
        isComplete: false,
      });
      break;
    case 'simult_interpretation.message.completed':
      end(draft, 'heard');
      end(draft, 'translation');
      endSound(draft);
      break;
    case 'conversation.message.delta':
    case 'conversation.message.completed':
      foldMessage(draft, at, data, eventType.endsWith('.completed'));
      break;
    case 'conversation.audio.delta':
      sound(draft, at, textIn(data, 'id'), textIn(data, 'content'));
      break;
    case 'speech.audio.update':
    case 'simult_interpretation.audio.delta':
      sound(draft, at, null, textIn(data, 'delta'));
      break;
    case 'conversation.audio.completed':
    case 'speech.audio.completed':
      endSound(draft);
      break;
    case 'conversation.chat.canceled':
      end(draft, 'message');
      draft.action = null;
      endSound(draft);
      break;
    case 'chat.updated':
    case 'speech.updated':
    case 'simult_interpretation.updated':
      setFormat(draft, data);
      break;
    case 'conversation.chat.requires_action':
      draft.action = actionOf(data);
      break;
    case 'conversation.chat.completed':
      draft.action = null;
      break;
    case 'conversation.chat.failed':
      draft.failure = failureOf(fieldsOf(data['last_error']), logId);
      break;
    case 'error':
      draft.failure = failureOf(data, logId);
  }
}

/**
 * What the messages of a WebSocket come to when `messages` follow what made `before`. Transcripts are told as a whole each
 * time, messages and translations piece by piece; `completed` brings all of a message once more (coze-go,
 * `websocket_event.go`). Events of other names change nothing.
 */
export function foldSocket(before: SocketStory, messages: readonly FoldedMessage[]): SocketStory {
  const draft: StoryDraft = { ...before, lines: [...before.lines], tracks: [...before.tracks] };
  for (const { kind, data, direction, atMs } of messages) {
    const event = kind === 'text' ? readSocketEvent(data) : null;
    if (event === null) continue;
    if (direction === 'sent') foldSent(draft, atMs, event);
    else foldReceived(draft, atMs, event);
  }
  return draft;
}
