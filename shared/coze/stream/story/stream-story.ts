/** Tokens that were used; null where the stream did not say. */
export interface TokenUsage {
  readonly input: number | null;
  readonly output: number | null;
  readonly total: number | null;
}

/** One message as far as it has come. */
export interface StoryMessage {
  /** Names it within its stream. */
  readonly key: string;
  /** Its own id; empty where it has none. */
  readonly id: string;
  /** `answer`, `function_call`, `tool_response`, `follow_up`, `verbose`, `knowledge` or what else Coze says; `node` in a workflow. */
  readonly type: string;
  readonly contentType: string;
  /** Of the node that speaks, in a workflow. */
  readonly nodeTitle: string;
  readonly nodeId: string;
  readonly reasoning: string;
  readonly text: string;
  /** Pieces of sound in base64, each followed by a space. */
  readonly audio: string;
  readonly pieces: number;
  readonly isComplete: boolean;
  /** Milliseconds after the request was sent. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** The number of the next piece of a node; null where pieces are not numbered. */
  readonly nextPiece: number | null;
  /** Pieces that are missing by their numbers. */
  readonly lostPieces: number;
}

export interface ToolCall {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** As Coze sends it: JSON in a text. */
  readonly arguments: string;
}

/** The chat that a stream belongs to, as it was said last. */
export interface StoryChat {
  readonly id: string;
  readonly conversationId: string;
  readonly botId: string;
  readonly status: string;
}

export interface StoryInterrupt {
  readonly eventId: string;
  readonly type: string;
  readonly data: string;
  readonly nodeTitle: string;
  /** JSON text of `required_parameters`; empty where there are none. */
  readonly parameters: string;
}

export interface StoryFailure {
  /** Coze's own, in its own digits; empty where there is none. */
  readonly code: string;
  readonly message: string;
}

/** How a stream said that it is over. */
export type EndMark = 'bare' | 'quoted' | 'event';

/** What a stream has said so far. */
export interface StreamStory {
  /** Events that were taken in. */
  readonly events: number;
  readonly messages: readonly StoryMessage[];
  readonly chat: StoryChat | null;
  readonly usage: TokenUsage | null;
  /** What the chat waits for; empty when it waits for nothing. */
  readonly toolCalls: readonly ToolCall[];
  readonly interrupt: StoryInterrupt | null;
  readonly failure: StoryFailure | null;
  readonly debugUrl: string;
  readonly end: EndMark | null;
  readonly beats: number;
  /** Events whose data is not what its name promises. */
  readonly unreadable: number;
  /** The `id` that the next event should have; null where events are not numbered. */
  readonly nextId: number | null;
  /** Events that are missing by their ids. */
  readonly lostEvents: number;
}

export const emptyStory: StreamStory = {
  events: 0,
  messages: [],
  chat: null,
  usage: null,
  toolCalls: [],
  interrupt: null,
  failure: null,
  debugUrl: '',
  end: null,
  beats: 0,
  unreadable: 0,
  nextId: null,
  lostEvents: 0,
};
