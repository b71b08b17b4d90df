import { refuseCall } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter } from '../call-checks.ts';
import { givenText } from '../members-of.ts';
import { requireMetaData } from '../meta-data.ts';
import { play } from '../play.ts';
import type { Conversation, Message } from './conversation.ts';
import { requireConversation, requireMessage } from './conversation-checks.ts';
import { messageData } from './conversation-data.ts';
import { readEntered, readParts, refuseUnknownFile } from './entered-messages.ts';

/** 创建消息. */
const createMessage: ApiEndpoint = play('create_message', {
  checks: ['meta-data', 'messages', 'conversation-known', 'bot-allowed'],
  loose: ['meta_data'],
  answer: (call) => {
    const { state, body, sheet } = call;
    const metaData = requireMetaData(call);
    const read = readEntered({ ...body, type: undefined }, 'message', true);
    if ('refusedBy' in read) return sheet.fail('messages', read);
    const entered = sheet.pass('messages', refuseUnknownFile(call, read) ?? read);
    const conversation = conversationOf(call, 'createMessage');
    const now = state.now();
    const message = state.conversations.enter(conversation, { ...entered, metaData }, null, now);
    state.conversations.change(conversation, {}, now);
    return { data: messageData(message) };
  },
});

/** 查看消息详情. */
const retrieveMessage: ApiEndpoint = play('retrieve_message', {
  checks: ['conversation-known', 'bot-allowed', 'message-known'],
  answer: (call) => ({ data: messageData(messageOf(call, 'retrieveMessage')) }),
});

/** 修改消息. The answer stands in `message`, as documented. */
const modifyMessage: ApiEndpoint = play('modify_message', {
  checks: ['meta-data', 'messages', 'conversation-known', 'bot-allowed', 'message-known'],
  loose: ['meta_data'],
  answer: (call) => {
    const { state, body } = call;
    const metaData = body['meta_data'] == null ? null : requireMetaData(call);
    if (metaData === null) call.sheet.pass('meta-data', null);
    const content = requireContent(call, metaData !== null);
    const message = messageOf(call, 'modifyMessage');
    const changed = state.conversations.put({
      ...message,
      ...content,
      metaData: metaData ?? message.metaData,
      updatedAt: state.now(),
    });
    return { message: messageData(changed) };
  },
});

function requireContent(
  call: ApiCall,
  isOptional: boolean,
): Partial<Pick<Message, 'content' | 'contentType'>> {
  const { body, sheet } = call;
  const content = givenText(body, 'content') ?? '';
  const contentType = givenText(body, 'content_type') ?? '';
  if (content === '') {
    return sheet.pass('messages', isOptional ? {} : refuseParameter('content or meta_data', 'present'));
  }
  if (contentType === '') return sheet.fail('messages', refuseParameter('content_type', 'present'));
  const isReadable = contentType !== 'object_string' || readParts(content) !== null;
  return sheet.pass(
    'messages',
    isReadable
      ? (refuseUnknownFile(call, { content, contentType }) ?? { content, contentType })
      : refuseParameter('content', 'a JSON array of parts', content),
  );
}

/** 删除消息: an answer takes the intermediate messages of its chat with it. */
const deleteMessage: ApiEndpoint = play('delete_message', {
  checks: ['conversation-known', 'bot-allowed', 'message-known', 'message-deletable'],
  answer: (call) => {
    const { state, sheet } = call;
    const message = messageOf(call, 'deleteMessage');
    const { type } = message;
    sheet.pass(
      'message-deletable',
      type === 'question' || type === 'answer'
        ? null
        : refuseCall(4000, `A message of type ${type} cannot be deleted alone`, { seen: type }),
    );
    state.conversations.removeMessages([message, ...(type === 'answer' ? middleOf(call, message) : [])]);
    return { data: messageData(message) };
  },
});

function middleOf({ state }: ApiCall, { conversationId, chat }: Message): readonly Message[] {
  if (chat === null) return [];
  return state.conversations
    .messagesOf(conversationId)
    .filter((other) => other.chat?.id === chat.id && other.type !== 'question' && other.type !== 'answer');
}

function conversationOf(call: ApiCall, permission: string): Conversation {
  return requireConversation(call, call.query('conversation_id') ?? '', permission);
}

function messageOf(call: ApiCall, permission: string): Message {
  return requireMessage(call, conversationOf(call, permission), call.query('message_id') ?? '');
}

export const messageEndpoints: readonly ApiEndpoint[] = [
  createMessage,
  retrieveMessage,
  modifyMessage,
  deleteMessage,
];
