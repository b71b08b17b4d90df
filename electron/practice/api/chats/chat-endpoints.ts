import { refuseCall } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseUnknown } from '../call-checks.ts';
import { messageData } from '../conversations/conversation-data.ts';
import { textOf } from '../members-of.ts';
import { refuseBot } from '../permission.ts';
import { play } from '../play.ts';
import type { Chat } from './chat.ts';
import { chatData } from './chat-data.ts';
import type { ChatStore } from './chat-store.ts';
import { startChat } from './start-chat.ts';
import { submitToolOutputs } from './submit-tool-outputs.ts';

/** 查看对话详情. The official js SDK asks for it by POST. */
const retrieveChat: ApiEndpoint = {
  ...play('retrieve_chat', {
    checks: ['chat-known', 'bot-allowed'],
    answer: (call) => ({ data: chatData(requireSaved(call, call.state.chats.retrieve, 'getChat')) }),
  }),
  alsoBy: 'POST',
};

/** 查看对话消息详情: everything but the question, and nothing before the agent is done. */
const listChatMessages: ApiEndpoint = play('list_chat_messages', {
  checks: ['chat-known', 'bot-allowed'],
  answer: (call) => {
    const chat = requireSaved(call, call.state.chats.find, 'listMessage');
    const messages = call.state.conversations
      .messagesOf(chat.conversationId)
      .filter((message) => message.chat?.id === chat.id && message.role === 'assistant')
      .filter(({ id }) => !chat.entered.some((entered) => entered.id === id));
    return { data: messages.map(messageData) };
  },
});

/** 取消进行中的对话. Only one that is running: code 4104 else. */
const cancelChat: ApiEndpoint = play('chat_cancel', {
  checks: ['chat-known', 'bot-allowed', 'chat-running'],
  answer: (call) => {
    const { state, body, sheet } = call;
    const ids = { conversationId: textOf(body, 'conversation_id'), chatId: textOf(body, 'chat_id') };
    const chat = requireChat(call, state.chats.find, 'cancelChat', ids);
    sheet.pass(
      'chat-running',
      chat.status === 'in_progress'
        ? null
        : refuseCall(4104, `A chat with status ${chat.status} cannot be canceled`, { seen: chat.status }),
    );
    return { data: chatData(state.chats.cancel(chat, state.now())) };
  },
});

interface ChatIds {
  readonly conversationId: string;
  readonly chatId: string;
}

/** Ticks `chat-known` and `bot-allowed`. */
function requireChat(
  { state, sheet, token }: ApiCall,
  find: ChatStore['find'],
  permission: string,
  { conversationId, chatId }: ChatIds,
  isWanted: (chat: Chat) => boolean = () => true,
): Chat {
  const found = find(conversationId, chatId, state.now());
  const chat = sheet.pass(
    'chat-known',
    found !== null && isWanted(found) ? found : refuseUnknown('chat_id', chatId),
  );
  sheet.pass('bot-allowed', refuseBot(token.scope, chat.agent.id, permission));
  return chat;
}

/** As {@link requireChat}; a chat whose history is not saved cannot be looked at, as documented. */
function requireSaved(call: ApiCall, find: ChatStore['find'], permission: string): Chat {
  const { query } = call;
  const ids = { conversationId: query('conversation_id') ?? '', chatId: query('chat_id') ?? '' };
  return requireChat(call, find, permission, ids, ({ isSaved }) => isSaved);
}

export const chatEndpoints: readonly ApiEndpoint[] = [
  startChat,
  retrieveChat,
  listChatMessages,
  submitToolOutputs,
  cancelChat,
];
