import { toEpochSeconds } from '../../../shared/time.ts';
import type { CozeValue } from '../coze-json.ts';
import { refuseCall } from '../refusal.ts';
import { agentAnswer } from './agent-answer.ts';
import type { ApiCall, ApiEndpoint } from './api-endpoint.ts';
import { refuseParameter, refuseUnknown, requireBot, requireQuery } from './call-checks.ts';
import type { Chat, ChatStore, Conversation } from './chat-store.ts';
import { lastQuestion, readMessages } from './messages.ts';
import { requireMetaData } from './meta-data.ts';
import { refuseBot } from './permission.ts';

/** 发起对话 without a stream: the chat runs on after the answer, so that its caller has to poll. */
export const startChat: ApiEndpoint = {
  method: 'POST',
  path: '/v3/chat',
  permissions: ['chat'],
  checks: [
    'parameters',
    'meta-data',
    'no-stream',
    'history-saved',
    'bot-allowed',
    'bot-known',
    'conversation-known',
    'conversation-free',
  ],
  answer: (call) => {
    const { state, sheet } = call;
    const { botId, question } = requireChatParameters(call);
    const metaData = requireMetaData(call);
    requireAnswerForm(call);
    requireBot(call, botId, 'chat');
    const conversation = requireConversation(call);
    sheet.pass(
      'conversation-free',
      state.chats.runningChat(conversation, state.now()) === null
        ? null
        : refuseCall(4016, 'A chat is still running in this conversation', { seen: String(conversation.id) }),
    );
    return {
      data: chatData(state.chats.startChat({ conversation, botId, question, metaData }, state.now())),
    };
  },
};

/** 查看对话详情. */
export const retrieveChat: ApiEndpoint = {
  method: 'GET',
  path: '/v3/chat/retrieve',
  permissions: ['getChat'],
  checks: ['parameters', 'chat-known', 'bot-allowed'],
  answer: (call) => ({ data: chatData(requireChat(call, call.state.chats.retrieveChat, 'getChat')) }),
};

/** 查看对话消息详情: everything but the question, and nothing before the chat is completed. */
export const listChatMessages: ApiEndpoint = {
  method: 'GET',
  path: '/v3/chat/message/list',
  permissions: ['chat', 'listMessage'],
  checks: ['parameters', 'chat-known', 'bot-allowed'],
  answer: (call) => {
    const chat = requireChat(call, call.state.chats.findChat, 'listMessage');
    return { data: chat.completedAt === null ? [] : messagesOf(chat) };
  },
};

function requireChatParameters({ body, sheet }: ApiCall): {
  readonly botId: string;
  readonly question: string;
} {
  const { bot_id: botId, user_id: userId, additional_messages: additional = [] } = body;
  const filled = (value: unknown): value is string => typeof value === 'string' && value !== '';
  if (!filled(botId)) return sheet.fail('parameters', refuseParameter('bot_id', 'a text'));
  if (!filled(userId)) return sheet.fail('parameters', refuseParameter('user_id', 'a text'));
  const messages = readMessages(additional);
  if (messages === null) {
    return sheet.fail('parameters', refuseParameter('additional_messages', 'a list of messages'));
  }
  if (messages.length > 100) {
    return sheet.fail('parameters', refuseCall(4004, 'additional_messages holds more than 100 messages'));
  }
  return sheet.pass('parameters', { botId, question: lastQuestion(messages) });
}

function requireAnswerForm({ body, sheet }: ApiCall): void {
  const { stream = false, auto_save_history: saved = true } = body;
  sheet.pass(
    'no-stream',
    stream === true ? refuseCall(4000, 'Practice Coze has no streams yet: set stream to false') : null,
  );
  sheet.pass(
    'history-saved',
    saved === true ? null : refuseCall(4007, 'stream=false needs auto_save_history=true', { seen: saved }),
  );
}

function requireConversation({ query, sheet, state }: ApiCall): Conversation {
  const id = query('conversation_id');
  if (id === null) {
    const conversation = state.chats.createConversation({ name: '', metaData: {} }, state.now());
    return sheet.pass('conversation-known', conversation);
  }
  const conversation = state.chats.findConversation(id);
  return sheet.pass('conversation-known', conversation ?? refuseUnknown('conversation_id', id));
}

function requireChat(call: ApiCall, find: ChatStore['findChat'], permission: string): Chat {
  const { conversation_id, chat_id } = requireQuery(call, ['conversation_id', 'chat_id']);
  const found = find(conversation_id, chat_id, call.state.now());
  const chat = call.sheet.pass('chat-known', found ?? refuseUnknown('chat_id', chat_id));
  call.sheet.pass('bot-allowed', refuseBot(call.token.scope, chat.botId, permission));
  return chat;
}

function chatData(chat: Chat): CozeValue {
  const { completedAt } = chat;
  const usage = { input_count: chat.question.length, output_count: agentAnswer(chat).length };
  return {
    id: chat.id,
    conversation_id: chat.conversation.id,
    bot_id: BigInt(chat.botId),
    section_id: chat.conversation.sectionId,
    created_at: toEpochSeconds(chat.createdAt),
    completed_at: completedAt === null ? undefined : toEpochSeconds(completedAt),
    meta_data: chat.metaData,
    last_error: { code: 0, msg: '' },
    status: completedAt === null ? 'in_progress' : 'completed',
    usage:
      completedAt === null ? undefined : { ...usage, token_count: usage.input_count + usage.output_count },
  };
}

function messagesOf(chat: Chat): readonly CozeValue[] {
  const time = toEpochSeconds(chat.completedAt ?? chat.createdAt);
  const common = {
    conversation_id: chat.conversation.id,
    bot_id: BigInt(chat.botId),
    chat_id: chat.id,
    section_id: chat.conversation.sectionId,
    role: 'assistant',
    content_type: 'text',
    created_at: time,
    updated_at: time,
  };
  const finish = { msg_type: 'generate_answer_finish', data: '', from_module: null, from_unit: null };
  return [
    { id: chat.answerId, ...common, type: 'answer', content: agentAnswer(chat) },
    { id: chat.finishId, ...common, type: 'verbose', content: JSON.stringify(finish) },
  ];
}
