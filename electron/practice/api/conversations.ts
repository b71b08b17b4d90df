import { toEpochSeconds } from '../../../shared/time.ts';
import type { CozeValue } from '../coze-json.ts';
import { world } from '../world.ts';
import type { ApiEndpoint } from './api-endpoint.ts';
import { refuseParameter, requireBot } from './call-checks.ts';
import type { Conversation } from './chat-store.ts';
import { requireMetaData } from './meta-data.ts';

/** 创建会话. */
export const createConversation: ApiEndpoint = {
  method: 'POST',
  path: '/v1/conversation/create',
  permissions: ['createConversation'],
  checks: ['parameters', 'meta-data', 'bot-allowed', 'bot-known'],
  answer: (call) => {
    const { bot_id: botId = null, name = '' } = call.body;
    if (typeof name !== 'string' || name.length > 100) {
      return call.sheet.fail('parameters', refuseParameter('name', 'a text of at most 100 characters', name));
    }
    if (botId !== null && typeof botId !== 'string') {
      return call.sheet.fail('parameters', refuseParameter('bot_id', 'a text'));
    }
    call.sheet.pass('parameters', null);
    const metaData = requireMetaData(call);
    if (botId !== null) requireBot(call, botId, 'createConversation');
    return {
      data: conversationData(call.state.chats.createConversation({ name, metaData }, call.state.now())),
    };
  },
};

function conversationData(conversation: Conversation): CozeValue {
  const createdAt = toEpochSeconds(conversation.createdAt);
  return {
    id: conversation.id,
    name: conversation.name,
    meta_data: conversation.metaData,
    created_at: createdAt,
    updated_at: createdAt,
    creator_id: BigInt(world.userId),
    connector_id: BigInt(world.connectorId),
    last_section_id: conversation.sectionId,
  };
}
