import { type EpochMilliseconds, epochMilliseconds } from '../../../../shared/time.ts';
import { createBoundedMap } from '../../bounded-map.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { ConversationStore } from '../conversations/conversation-store.ts';
import type { Chat, Reply } from './chat.ts';

type Wanted = Pick<
  Chat,
  'agent' | 'userId' | 'question' | 'metaData' | 'isSaved' | 'inputCount' | 'reply' | 'id' | 'entered'
>;

/** The chats of practice Coze; the oldest are forgotten beyond 1 000. */
export interface ChatStore {
  readonly start: (conversation: Conversation, wanted: Wanted, now: EpochMilliseconds) => Chat;
  /** The chat as it stands at `now`; null when the conversation has no such chat. */
  readonly find: (conversationId: string, chatId: string, now: EpochMilliseconds) => Chat | null;
  /** As `find`, and counts: the second retrieve finds the chat ended however little time has passed. */
  readonly retrieve: (conversationId: string, chatId: string, now: EpochMilliseconds) => Chat | null;
  /** The chat that is running in the conversation at `now`. */
  readonly running: (conversationId: bigint, now: EpochMilliseconds) => Chat | null;
  /** Ends the newest chat of the conversation if its time has come. */
  readonly settle: (conversationId: bigint, now: EpochMilliseconds) => void;
  /** From now on the chat ends with its stream and not with its time. */
  readonly beginStream: (chat: Chat) => void;
  /** Nobody reads the stream any more: a chat that is in progress ends with its time again, counted from `now`. */
  readonly leaveStream: (chat: Chat, now: EpochMilliseconds) => void;
  /** Ends the work on `reply`: the messages are written and the status is that of its outcome. A canceled chat stays so. */
  readonly conclude: (id: bigint, now: EpochMilliseconds) => Chat | null;
  /** Lets a waiting chat go on with another reply. */
  readonly goOn: (chat: Chat, reply: Reply, now: EpochMilliseconds) => Chat;
  /** Takes what was said in it out of the conversation. */
  readonly cancel: (chat: Chat, now: EpochMilliseconds) => Chat;
}

const capacity = 1000;

/** How long an agent of practice Coze thinks when nothing is streamed, in milliseconds. */
export const thinkingTime = 1000;

/** An empty store whose chats write into `conversations`. */
export function createChatStore(conversations: ConversationStore): ChatStore {
  const chats = createBoundedMap<string, Chat>(capacity);
  const newest = createBoundedMap<bigint, string>(capacity);

  const keep = (chat: Chat): Chat => {
    chats.set(String(chat.id), chat);
    return chat;
  };

  const end = (chat: Chat, now: EpochMilliseconds): Chat => {
    if (chat.status !== 'in_progress') return chat;
    const { kind } = chat.reply.outcome;
    if (chat.isSaved) writeReply(conversations, chat, now);
    const outputCount = chat.outputCount + lengthOf(chat.reply);
    const endedAt = kind === 'requires_action' ? null : now;
    return keep({ ...chat, status: kind, outputCount, endedAt, isStreamed: false });
  };

  const settled = (chat: Chat, now: EpochMilliseconds): Chat => {
    const isDue = !chat.isStreamed && now - chat.workingSince >= thinkingTime;
    return isDue ? end(chat, epochMilliseconds(chat.workingSince + thinkingTime)) : chat;
  };

  const find: ChatStore['find'] = (conversationId, chatId, now) => {
    const chat = chats.get(chatId);
    return String(chat?.conversationId) === conversationId && chat !== undefined ? settled(chat, now) : null;
  };

  const running: ChatStore['running'] = (conversationId, now) => {
    const chat = find(String(conversationId), newest.get(conversationId) ?? '', now);
    return chat?.status === 'in_progress' ? chat : null;
  };

  return {
    start: (conversation, wanted, now) => {
      newest.set(conversation.id, String(wanted.id));
      return keep({
        ...wanted,
        conversationId: conversation.id,
        sectionId: conversation.sectionId,
        outputCount: 0,
        status: 'in_progress',
        createdAt: now,
        workingSince: now,
        endedAt: null,
        retrieves: 0,
        isStreamed: false,
      });
    },
    find,
    retrieve: (conversationId, chatId, now) => {
      const chat = find(conversationId, chatId, now);
      if (chat === null) return null;
      const counted = keep({ ...chat, retrieves: chat.retrieves + 1 });
      return counted.retrieves >= 2 && !counted.isStreamed ? end(counted, now) : counted;
    },
    running,
    settle: (conversationId, now) => void running(conversationId, now),
    beginStream: ({ id }) => {
      const chat = chats.get(String(id));
      if (chat?.status === 'in_progress') keep({ ...chat, isStreamed: true });
    },
    leaveStream: ({ id }, now) => {
      const chat = chats.get(String(id));
      if (chat?.status === 'in_progress') keep({ ...chat, isStreamed: false, workingSince: now });
    },
    conclude: (id, now) => {
      const chat = chats.get(String(id));
      return chat === undefined ? null : end(chat, now);
    },
    goOn: (chat, reply, now) =>
      keep({ ...chat, reply, status: 'in_progress', workingSince: now, retrieves: 0, isStreamed: false }),
    cancel: (chat, now) => {
      conversations.removeMessages(chat.entered);
      return keep({ ...chat, status: 'canceled', endedAt: now });
    },
  };
}

function lengthOf({ parts }: Reply): number {
  return parts
    .filter(({ type }) => type === 'answer' || type === 'function_call')
    .reduce((sum, { content, reasoning }) => sum + content.length + (reasoning ?? '').length, 0);
}

function writeReply(conversations: ConversationStore, chat: Chat, now: EpochMilliseconds): void {
  for (const { id, type, content, reasoning } of chat.reply.parts) {
    conversations.put({
      id,
      conversationId: chat.conversationId,
      sectionId: chat.sectionId,
      chat: { id: chat.id, botId: chat.agent.id, userId: chat.userId },
      role: 'assistant',
      type,
      content,
      contentType: 'text',
      reasoning,
      metaData: {},
      createdAt: now,
      updatedAt: now,
      feedback: null,
    });
  }
}
