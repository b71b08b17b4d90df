import type { EpochMilliseconds } from '../../../../shared/time.ts';

/** Members that a caller attached; handed back as they came. */
export type MetaData = Readonly<Record<string, string>>;

/** 会话. */
export interface Conversation {
  readonly id: bigint;
  /** 上下文片段: what an agent remembers is what was said in it. */
  readonly sectionId: bigint;
  readonly name: string;
  readonly metaData: MetaData;
  /** The agent that it was made for; null when none was named. */
  readonly botId: string | null;
  readonly connectorId: string;
  readonly createdAt: EpochMilliseconds;
  readonly updatedAt: EpochMilliseconds;
}

export type MessageType =
  | 'question'
  | 'answer'
  | 'function_call'
  | 'tool_output'
  | 'tool_response'
  | 'follow_up'
  | 'verbose';

export interface Feedback {
  readonly type: string;
  readonly reasons: readonly string[];
  readonly comment: string;
}

/** 消息. */
export interface Message {
  readonly id: bigint;
  readonly conversationId: bigint;
  readonly sectionId: bigint;
  /** The chat that it belongs to; null for a message that was put in by hand. */
  readonly chat: { readonly id: bigint; readonly botId: string; readonly userId: string } | null;
  readonly role: 'user' | 'assistant';
  readonly type: MessageType;
  readonly content: string;
  readonly contentType: string;
  /** The agent's chain of thought; null when it has none. */
  readonly reasoning: string | null;
  readonly metaData: MetaData;
  readonly createdAt: EpochMilliseconds;
  readonly updatedAt: EpochMilliseconds;
  readonly feedback: Feedback | null;
}

/** A message on its way into a conversation. */
export type EnteredMessage = Pick<Message, 'role' | 'type' | 'content' | 'contentType' | 'metaData'>;
