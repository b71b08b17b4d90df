import { toEpochSeconds } from '../../../../shared/time.ts';
import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { Conversation, Message } from './conversation.ts';

/** `ConversationData` as the documentation has it. */
export function conversationData(conversation: Conversation): CozeValue {
  return {
    id: conversation.id,
    name: conversation.name,
    meta_data: conversation.metaData,
    creator_id: BigInt(world.userId),
    connector_id: BigInt(conversation.connectorId),
    created_at: toEpochSeconds(conversation.createdAt),
    updated_at: toEpochSeconds(conversation.updatedAt),
    last_section_id: conversation.sectionId,
  };
}

/** `OpenMessageApi` as the documentation has it: agent and chat are empty for a message that was put in by hand. */
export function messageData(message: Message): CozeValue {
  const { chat } = message;
  return {
    id: message.id,
    conversation_id: message.conversationId,
    bot_id: chat === null ? '' : BigInt(chat.botId),
    chat_id: chat === null ? '' : chat.id,
    section_id: message.sectionId,
    role: message.role,
    type: message.type,
    content: message.content,
    content_type: message.contentType,
    reasoning_content: message.reasoning ?? undefined,
    meta_data: message.metaData,
    created_at: toEpochSeconds(message.createdAt),
    updated_at: toEpochSeconds(message.updatedAt),
  };
}
