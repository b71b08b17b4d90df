import type { EpochMilliseconds } from '../../../../shared/time.ts';
import { createBoundedMap } from '../../bounded-map.ts';
import type { Conversation, EnteredMessage, Message } from './conversation.ts';

/** The conversations of practice Coze and the messages in them; the oldest of each are forgotten. */
export interface ConversationStore {
  readonly create: (
    wanted: Pick<Conversation, 'name' | 'metaData' | 'botId' | 'connectorId'>,
    now: EpochMilliseconds,
  ) => Conversation;
  readonly find: (id: string) => Conversation | null;
  /** Oldest first. */
  readonly list: () => readonly Conversation[];
  readonly change: (
    conversation: Conversation,
    changes: Partial<Pick<Conversation, 'name'>>,
    now: EpochMilliseconds,
  ) => Conversation;
  /** Begins a new section: what was said before is still there, but not remembered. */
  readonly clear: (conversation: Conversation, now: EpochMilliseconds) => Conversation;
  /** Takes its messages with it. */
  readonly remove: (conversation: Conversation) => void;
  /** Puts a message into the newest section of `conversation`. */
  readonly enter: (
    conversation: Conversation,
    message: EnteredMessage,
    chat: Message['chat'],
    now: EpochMilliseconds,
  ) => Message;
  /** Puts a whole message there, or into the place of the one with its id. */
  readonly put: (message: Message) => Message;
  readonly findMessage: (conversationId: bigint, id: string) => Message | null;
  /** Oldest first. */
  readonly messagesOf: (conversationId: bigint) => readonly Message[];
  readonly removeMessages: (messages: readonly Message[]) => void;
}

const conversationCapacity = 1000;
const messageCapacity = 5000;

/** An empty store for at most 1 000 conversations and 5 000 messages. */
export function createConversationStore(newId: () => bigint): ConversationStore {
  const conversations = createBoundedMap<string, Conversation>(conversationCapacity);
  const messages = createBoundedMap<string, Message>(messageCapacity);

  const keep = (conversation: Conversation): Conversation => {
    conversations.set(String(conversation.id), conversation);
    return conversation;
  };
  const put = (message: Message): Message => {
    messages.set(String(message.id), message);
    return message;
  };
  const messagesOf = (conversationId: bigint) =>
    messages.values().filter((message) => message.conversationId === conversationId);
  const removeMessages = (gone: readonly Message[]) => {
    for (const { id } of gone) messages.delete(String(id));
  };

  return {
    create: (wanted, now) =>
      keep({ ...wanted, id: newId(), sectionId: newId(), createdAt: now, updatedAt: now }),
    find: (id) => conversations.get(id) ?? null,
    list: () => conversations.values(),
    change: (conversation, changes, now) => keep({ ...conversation, ...changes, updatedAt: now }),
    clear: (conversation, now) => keep({ ...conversation, sectionId: newId(), updatedAt: now }),
    remove: ({ id }) => {
      conversations.delete(String(id));
      removeMessages(messagesOf(id));
    },
    enter: ({ id, sectionId }, entered, chat, now) =>
      put({
        ...entered,
        id: newId(),
        conversationId: id,
        sectionId,
        chat,
        reasoning: null,
        createdAt: now,
        updatedAt: now,
        feedback: null,
      }),
    put,
    findMessage: (conversationId, id) => {
      const message = messages.get(id);
      return message?.conversationId === conversationId ? message : null;
    },
    messagesOf,
    removeMessages,
  };
}
