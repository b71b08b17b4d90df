import { type Fields, fieldsOf, nameIn, readFields, textIn } from './story/fields.ts';
import type { EndMark, StoryFailure } from './story/stream-story.ts';

/** What one event of a chat or workflow stream says; `fields` are the members of its data. */
export type StreamMeaning =
  /** The stream is over. */
  | { readonly kind: 'end'; readonly mark: EndMark; readonly debugUrl: string }
  /** A heartbeat. */
  | { readonly kind: 'beat' }
  /** A piece of a message, or the whole of it. */
  | { readonly kind: 'message'; readonly isWhole: boolean; readonly fields: Fields }
  /** A piece of a message that is spoken. */
  | { readonly kind: 'sound'; readonly fields: Fields }
  /** A piece of what the node called `name` says. */
  | { readonly kind: 'node'; readonly name: string; readonly fields: Fields }
  /** The chat has got another state, such as `created` or `requires_action`; `failure` says why it failed. */
  | {
      readonly kind: 'chat';
      readonly state: string;
      readonly failure: StoryFailure | null;
      readonly fields: Fields;
    }
  /** The workflow goes on when somebody resumes it. */
  | { readonly kind: 'interrupt'; readonly fields: Fields }
  /** Coze gave up. */
  | { readonly kind: 'failed'; readonly failure: StoryFailure }
  /** The data is not what the name promises. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'other' };

interface NamedData {
  /** Empty where the stream named none. */
  readonly event: string;
  readonly data: string;
}

/** `[DONE]`, bare or in quotes, or the event `done` or `Done`. */
function endMarkOf({ event, data }: NamedData): EndMark | null {
  const text = data.trim();
  if (text === '[DONE]') return 'bare';
  if (text === '"[DONE]"') return 'quoted';
  return event === 'done' || event === 'Done' ? 'event' : null;
}

/** `error` of a chat has `code` and `msg`, `Error` of a workflow `error_code` and `error_message`. */
function failureIn(fields: Fields | null, data: string): StoryFailure {
  if (fields === null) return { code: '', message: data };
  return {
    code: nameIn(fields, 'code') || nameIn(fields, 'error_code'),
    message: textIn(fields, 'msg') || textIn(fields, 'error_message'),
  };
}

const chatEvent = /^conversation\.chat\.(\w+)$/;

function chatMeaning(state: string, fields: Fields): StreamMeaning {
  const last = fieldsOf(fields['last_error']);
  const code = nameIn(last, 'code');
  const hasFailed = state === 'failed' || (code !== '' && code !== '0');
  return { kind: 'chat', state, fields, failure: hasFailed ? { code, message: textIn(last, 'msg') } : null };
}

/**
 * Reads an event of chat v3, submit_tool_outputs, workflow stream_run, stream_resume or workflows/chat.
 *
 * Source: Coze API, "发起对话" and "执行工作流（流式响应）"; `[DONE]` in quotes and `PING`: coze-go.
 */
export function streamMeaning({ event, data }: NamedData): StreamMeaning {
  const mark = endMarkOf({ event, data });
  if (mark !== null) return { kind: 'end', mark, debugUrl: textIn(readFields(data) ?? {}, 'debug_url') };
  if (/^ping$/i.test(event)) return { kind: 'beat' };
  const fields = readFields(data);
  if (event === 'error' || event === 'Error') return { kind: 'failed', failure: failureIn(fields, data) };
  if (fields === null) return { kind: 'unreadable' };
  const state = chatEvent.exec(event)?.[1];
  if (state !== undefined) return chatMeaning(state, fields);
  switch (event) {
    case 'conversation.message.delta':
      return { kind: 'message', isWhole: false, fields };
    case 'conversation.message.completed':
      return { kind: 'message', isWhole: true, fields };
    case 'conversation.audio.delta':
      return { kind: 'sound', fields };
    case 'Message': {
      const ids = nameIn(fields, 'node_execute_uuid') || nameIn(fields, 'node_id');
      return { kind: 'node', name: ids || textIn(fields, 'node_title'), fields };
    }
    case 'Interrupt':
      return { kind: 'interrupt', fields };
    default:
      return { kind: 'other' };
  }
}
