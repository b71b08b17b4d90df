import type { EpochMilliseconds } from '../../../../shared/time.ts';
import type { Message, MessageType, MetaData } from '../conversations/conversation.ts';

/** What the caller's own tool is asked to do (端插件). */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

/** One message that an agent is about to write. */
export interface ReplyPart {
  readonly id: bigint;
  readonly type: MessageType;
  readonly content: string;
  readonly reasoning: string | null;
  /** `content` in the pieces in which it is streamed; empty for a message that comes at once. */
  readonly pieces: readonly string[];
  /** Base64 texts of the speech that is streamed with it. */
  readonly speech: readonly string[];
}

/** How a chat ends, or halts. */
export type ReplyOutcome =
  | { readonly kind: 'completed' }
  | { readonly kind: 'failed'; readonly code: number; readonly message: string }
  | { readonly kind: 'requires_action'; readonly toolCall: ToolCall };

/** Everything that an agent is about to do in answer to one question. */
export interface Reply {
  readonly parts: readonly ReplyPart[];
  readonly outcome: ReplyOutcome;
}

export type ChatStatus = 'in_progress' | 'requires_action' | 'completed' | 'failed' | 'canceled';

/** 对话. */
export interface Chat {
  readonly id: bigint;
  readonly conversationId: bigint;
  readonly sectionId: bigint;
  readonly agent: { readonly id: string; readonly name: string };
  readonly userId: string;
  readonly question: string;
  readonly metaData: MetaData;
  /** False: nothing of it is kept in the conversation, and it cannot be looked at afterwards. */
  readonly isSaved: boolean;
  /** The messages that came with it, as far as they are kept. */
  readonly entered: readonly Message[];
  readonly inputCount: number;
  readonly outputCount: number;
  readonly status: ChatStatus;
  readonly reply: Reply;
  readonly createdAt: EpochMilliseconds;
  /** When the agent began with `reply`. */
  readonly workingSince: EpochMilliseconds;
  /** Null while it runs or waits. */
  readonly endedAt: EpochMilliseconds | null;
  /** How often it was retrieved since `workingSince`. */
  readonly retrieves: number;
  /** True while its reply is streamed: it ends with the stream then. */
  readonly isStreamed: boolean;
}
