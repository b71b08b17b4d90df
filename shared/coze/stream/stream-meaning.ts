/** What one event of a chat or workflow stream says. */
export type StreamMeaning =
  /** The stream is over: `[DONE]`, bare or in quotes, or the event `done` or `Done`. */
  | { readonly kind: 'end' }
  /** A heartbeat. */
  | { readonly kind: 'beat' }
  /** A piece of the message called `of`. */
  | { readonly kind: 'piece'; readonly of: string; readonly text: string }
  /** The whole message called `of`. */
  | { readonly kind: 'message'; readonly of: string; readonly text: string }
  /** It goes on when somebody hands in the outputs of tools, or resumes the workflow. */
  | { readonly kind: 'waiting'; readonly for: 'tool-outputs' | 'resume' }
  /** Coze gave up; `code` is its own, in its own digits. */
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }
  | { readonly kind: 'other' };

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function parsed(data: string): Fields {
  try {
    return fieldsOf(JSON.parse(data));
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function failed(code: unknown, message: unknown): StreamMeaning {
  return { kind: 'failed', code: nameOf(code) || null, message: textOf(message) };
}

/** Only what the agent says to its user; function calls, tool outputs, follow-ups and `verbose` are no part of it. */
function isAnswer({ type, role }: Fields): boolean {
  return (type === undefined || type === 'answer') && role !== 'user';
}

function chatMessage(kind: 'piece' | 'message', message: Fields): StreamMeaning {
  const text = textOf(message['content']);
  if (!isAnswer(message) || message['content_type'] === 'audio') return { kind: 'other' };
  return { kind, of: nameOf(message['id']), text };
}

function workflowMessage(message: Fields): StreamMeaning {
  const of = message['node_execute_uuid'] ?? message['node_id'] ?? message['node_title'];
  return { kind: 'piece', of: nameOf(of), text: textOf(message['content']) };
}

/**
 * Reads an event of chat v3, submit_tool_outputs, workflow stream_run, stream_resume or workflows/chat.
 *
 * Source: Coze API, "发起对话" and "执行工作流（流式响应）"; `[DONE]` in quotes and `PING`: coze-go.
 */
export function streamMeaning({
  event,
  data,
}: {
  readonly event: string;
  readonly data: string;
}): StreamMeaning {
  if (/^"?\[DONE\]"?$/.test(data.trim())) return { kind: 'end' };
  switch (event) {
    case 'done':
    case 'Done':
      return { kind: 'end' };
    case 'PING':
    case 'ping':
      return { kind: 'beat' };
    case 'conversation.message.delta':
      return chatMessage('piece', parsed(data));
    case 'conversation.message.completed':
      return chatMessage('message', parsed(data));
    case 'Message':
      return workflowMessage(parsed(data));
    case 'conversation.chat.requires_action':
      return { kind: 'waiting', for: 'tool-outputs' };
    case 'Interrupt':
      return { kind: 'waiting', for: 'resume' };
    case 'conversation.chat.failed': {
      const { code, msg } = fieldsOf(parsed(data)['last_error']);
      return failed(code, msg);
    }
    case 'error': {
      const { code, msg } = parsed(data);
      return failed(code, msg);
    }
    case 'Error': {
      const { error_code, error_message } = parsed(data);
      return failed(error_code, error_message);
    }
    default:
      return { kind: 'other' };
  }
}
