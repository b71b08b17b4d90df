import { type EpochMilliseconds, epochMilliseconds } from '../../../shared/time.ts';
import { createBoundedMap } from '../bounded-map.ts';

/** Members that a caller attached; handed back as they came. */
export type MetaData = Readonly<Record<string, string>>;

export interface Conversation {
  readonly id: bigint;
  readonly sectionId: bigint;
  readonly name: string;
  readonly metaData: MetaData;
  readonly createdAt: EpochMilliseconds;
}

export interface Chat {
  readonly id: bigint;
  readonly conversation: Conversation;
  readonly botId: string;
  readonly question: string;
  readonly metaData: MetaData;
  readonly createdAt: EpochMilliseconds;
  readonly answerId: bigint;
  readonly finishId: bigint;
  /** How often it was retrieved. */
  readonly retrieves: number;
  /** Null while it runs. */
  readonly completedAt: EpochMilliseconds | null;
}

export interface ChatStore {
  readonly createConversation: (
    wanted: Pick<Conversation, 'name' | 'metaData'>,
    now: EpochMilliseconds,
  ) => Conversation;
  readonly findConversation: (id: string) => Conversation | null;
  readonly startChat: (
    wanted: Pick<Chat, 'conversation' | 'botId' | 'question' | 'metaData'>,
    now: EpochMilliseconds,
  ) => Chat;
  /** The chat as it stands at `now`; null when the conversation has no such chat. */
  readonly findChat: (conversationId: string, chatId: string, now: EpochMilliseconds) => Chat | null;
  /** As `findChat`, and counts: the second retrieve finds the chat completed however little time has passed. */
  readonly retrieveChat: (conversationId: string, chatId: string, now: EpochMilliseconds) => Chat | null;
  /** The chat that is still running in the conversation at `now`. */
  readonly runningChat: (conversation: Conversation, now: EpochMilliseconds) => Chat | null;
}

const capacity = 1000;

/** How long an agent of practice Coze thinks, in milliseconds. */
export const thinkingTime = 1000;

function settled(chat: Chat, now: EpochMilliseconds): Chat {
  if (chat.completedAt !== null || now - chat.createdAt < thinkingTime) return chat;
  return { ...chat, completedAt: epochMilliseconds(chat.createdAt + thinkingTime) };
}

/** Conversations and chats; the oldest are forgotten beyond 1 000 of each. */
export function createChatStore(newId: () => bigint): ChatStore {
  const conversations = createBoundedMap<string, Conversation>(capacity);
  const chats = createBoundedMap<string, Chat>(capacity);
  const newestChat = createBoundedMap<bigint, string>(capacity);

  const keep = (chat: Chat): Chat => {
    chats.set(chat.id.toString(), chat);
    return chat;
  };

  const findChat: ChatStore['findChat'] = (conversationId, chatId, now) => {
    const chat = chats.get(chatId);
    return chat?.conversation.id.toString() === conversationId ? keep(settled(chat, now)) : null;
  };

  return {
    createConversation: (wanted, now) => {
      const conversation = { ...wanted, id: newId(), sectionId: newId(), createdAt: now };
      conversations.set(conversation.id.toString(), conversation);
      return conversation;
    },
    findConversation: (id) => conversations.get(id) ?? null,
    startChat: (wanted, now) => {
      const ids = { id: newId(), answerId: newId(), finishId: newId() };
      newestChat.set(wanted.conversation.id, ids.id.toString());
      return keep({ ...wanted, ...ids, createdAt: now, retrieves: 0, completedAt: null });
    },
    findChat,
    retrieveChat: (conversationId, chatId, now) => {
      const chat = findChat(conversationId, chatId, now);
      if (chat === null) return null;
      const retrieves = chat.retrieves + 1;
      const completedAt = chat.completedAt ?? (retrieves >= 2 ? now : null);
      return keep({ ...chat, retrieves, completedAt });
    },
    runningChat: (conversation, now) => {
      const chat = findChat(conversation.id.toString(), newestChat.get(conversation.id) ?? '', now);
      return chat === null || chat.completedAt !== null ? null : chat;
    },
  };
}
