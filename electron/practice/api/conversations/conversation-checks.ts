import type { ApiCall } from '../api-endpoint.ts';
import { refuseUnknown } from '../call-checks.ts';
import { refuseBot } from '../permission.ts';
import type { Conversation, Message } from './conversation.ts';

/** Ticks `conversation-known` and `bot-allowed`: a conversation with an agent is for tokens that reach the agent. */
export function requireConversation(
  { state, sheet, token }: ApiCall,
  id: string,
  permission: string,
): Conversation {
  const found = state.conversations.find(id) ?? refuseUnknown('conversation_id', id);
  const conversation = sheet.pass('conversation-known', found);
  const { botId } = conversation;
  sheet.pass('bot-allowed', botId === null ? null : refuseBot(token.scope, botId, permission));
  return conversation;
}

/** Ticks `message-known`. */
export function requireMessage({ state, sheet }: ApiCall, conversation: Conversation, id: string): Message {
  const found = state.conversations.findMessage(conversation.id, id);
  return sheet.pass('message-known', found ?? refuseUnknown('message_id', id));
}
