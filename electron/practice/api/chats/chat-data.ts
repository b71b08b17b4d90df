import { toEpochSeconds } from '../../../../shared/time.ts';
import type { CozeValue } from '../../coze-json.ts';
import type { Chat, ReplyPart, ToolCall } from './chat.ts';

/** `Chat Object` as the documentation has it. `status` stands in for that of the chat: `created` is a moment of a stream. */
export function chatData(chat: Chat, status: string = chat.status): CozeValue {
  const { outcome } = chat.reply;
  const endedAt = chat.endedAt === null ? undefined : toEpochSeconds(chat.endedAt);
  const failure = status === 'failed' && outcome.kind === 'failed' ? outcome : null;
  return {
    id: chat.id,
    conversation_id: chat.conversationId,
    bot_id: BigInt(chat.agent.id),
    section_id: chat.sectionId,
    created_at: toEpochSeconds(chat.createdAt),
    completed_at: failure === null ? endedAt : undefined,
    failed_at: failure === null ? undefined : endedAt,
    meta_data: chat.metaData,
    last_error: { code: failure?.code ?? 0, msg: failure?.message ?? '' },
    status,
    required_action:
      status === 'requires_action' && outcome.kind === 'requires_action'
        ? requiredAction(outcome.toolCall)
        : undefined,
    usage: usageOf(chat),
  };
}

function requiredAction(toolCall: ToolCall): CozeValue {
  const { id, name } = toolCall;
  return {
    type: 'submit_tool_outputs',
    submit_tool_outputs: {
      tool_calls: [{ id, type: 'function', function: { name, arguments: toolCall.arguments } }],
    },
  };
}

/** Nothing is counted before the agent has said something. */
function usageOf({ inputCount, outputCount, status }: Chat): CozeValue {
  const input = status === 'in_progress' && outputCount === 0 ? 0 : inputCount;
  return { token_count: input + outputCount, output_count: outputCount, input_count: input };
}

/** `Message Object` of a stream as the documentation's example has it. */
export function partData(
  chat: Chat,
  { id, type }: ReplyPart,
  shown: { readonly content: string; readonly reasoning?: string | null; readonly contentType?: string },
): CozeValue {
  return {
    id,
    conversation_id: chat.conversationId,
    bot_id: BigInt(chat.agent.id),
    chat_id: chat.id,
    section_id: chat.sectionId,
    role: 'assistant',
    type,
    content: shown.content,
    content_type: shown.contentType ?? 'text',
    reasoning_content: shown.reasoning ?? undefined,
  };
}
