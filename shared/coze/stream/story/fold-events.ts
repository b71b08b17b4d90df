import { assertNever } from '../../../assert-never.ts';
import type { StreamEvent } from '../../../console-run.ts';
import { type StreamMeaning, streamMeaning } from '../stream-meaning.ts';
import { type Fields, fieldsOf, nameIn, numberIn, textIn } from './fields.ts';
import type { StoryInterrupt, StoryMessage, StreamStory, TokenUsage, ToolCall } from './stream-story.ts';

type ReadEvent = Pick<StreamEvent, 'event' | 'data' | 'id' | 'atMs'>;

/** A story that is being written on; `at` finds a message by its key. */
interface Draft {
  story: StreamStory;
  messages: StoryMessage[];
  readonly at: Map<string, number>;
}

const newMessage: Omit<StoryMessage, 'key' | 'firstAt' | 'lastAt'> = {
  id: '',
  type: '',
  contentType: '',
  nodeTitle: '',
  nodeId: '',
  reasoning: '',
  text: '',
  audio: '',
  pieces: 0,
  isComplete: false,
  nextPiece: null,
  lostPieces: 0,
};

function changeMessage(
  draft: Draft,
  key: string,
  atMs: number,
  change: (message: StoryMessage) => StoryMessage,
): void {
  const place = draft.at.get(key);
  const before = place === undefined ? undefined : draft.messages[place];
  if (place === undefined || before === undefined) {
    draft.at.set(key, draft.messages.length);
    draft.messages.push(change({ ...newMessage, key, firstAt: atMs, lastAt: atMs }));
  } else {
    draft.messages[place] = { ...change(before), lastAt: atMs };
  }
}

function usageIn(fields: Fields): TokenUsage | null {
  const usage = fieldsOf(fields['usage']);
  const [input, output, total] = ['input_count', 'output_count', 'token_count'].map((name) =>
    numberIn(usage, name),
  );
  if (input === null && output === null && total === null) return null;
  return { input: input ?? null, output: output ?? null, total: total ?? null };
}

function chatMessage(draft: Draft, fields: Fields, atMs: number, isWhole: boolean): void {
  const id = nameIn(fields, 'id');
  const type = textIn(fields, 'type');
  const key = `${id} ${type}`;
  changeMessage(draft, key, atMs, (message) => ({
    ...message,
    id,
    type: type || message.type,
    contentType: message.contentType === '' || isWhole ? textIn(fields, 'content_type') : message.contentType,
    text: isWhole ? textIn(fields, 'content') || message.text : message.text + textIn(fields, 'content'),
    reasoning: isWhole
      ? textIn(fields, 'reasoning_content') || message.reasoning
      : message.reasoning + textIn(fields, 'reasoning_content'),
    pieces: message.pieces + (isWhole ? 0 : 1),
    isComplete: message.isComplete || isWhole,
  }));
}

function audioPiece(draft: Draft, fields: Fields, atMs: number): void {
  const id = nameIn(fields, 'id');
  const type = textIn(fields, 'type') || 'answer';
  changeMessage(draft, `${id} ${type}`, atMs, (message) => ({
    ...message,
    id,
    type,
    audio: `${message.audio}${textIn(fields, 'content')} `,
    pieces: message.pieces + 1,
  }));
}

function toolCallsIn(fields: Fields): readonly ToolCall[] {
  const calls = fieldsOf(fieldsOf(fields['required_action'])['submit_tool_outputs'])['tool_calls'];
  if (!Array.isArray(calls)) return [];
  return calls.map(fieldsOf).map((call) => {
    const target = fieldsOf(call['function']);
    return {
      id: nameIn(call, 'id'),
      type: textIn(call, 'type'),
      name: textIn(target, 'name'),
      arguments: textIn(target, 'arguments'),
    };
  });
}

function chatState(draft: Draft, { state, failure, fields }: Extract<StreamMeaning, { kind: 'chat' }>): void {
  const { story } = draft;
  draft.story = {
    ...story,
    chat: {
      id: nameIn(fields, 'id') || (story.chat?.id ?? ''),
      conversationId: nameIn(fields, 'conversation_id') || (story.chat?.conversationId ?? ''),
      botId: nameIn(fields, 'bot_id') || (story.chat?.botId ?? ''),
      status: textIn(fields, 'status') || state,
    },
    usage: usageIn(fields) ?? story.usage,
    toolCalls: state === 'requires_action' ? toolCallsIn(fields) : [],
    failure: failure ?? story.failure,
  };
}

/** A node that speaks again after it had finished begins a new message, as in a loop. */
function nodeKey(draft: Draft, name: string, piece: number | null): string {
  let turn = 0;
  let key = name;
  for (let place = draft.at.get(key); place !== undefined; place = draft.at.get(key)) {
    const message = draft.messages[place];
    if (message?.isComplete !== true || (piece !== null && piece !== 0)) break;
    turn += 1;
    key = `${name} ${turn}`;
  }
  return key;
}

function nodeMessage(draft: Draft, name: string, fields: Fields, atMs: number): void {
  const piece = numberIn(fields, 'node_seq_id');
  const title = textIn(fields, 'node_title');
  draft.story = { ...draft.story, usage: usageIn(fields) ?? draft.story.usage };
  changeMessage(draft, nodeKey(draft, name, piece), atMs, (message) => ({
    ...message,
    id: nameIn(fields, 'node_execute_uuid'),
    type: 'node',
    nodeTitle: title || message.nodeTitle,
    nodeId: nameIn(fields, 'node_id') || message.nodeId,
    contentType: textIn(fields, 'content_type') || message.contentType,
    text: message.text + textIn(fields, 'content'),
    pieces: message.pieces + 1,
    isComplete: message.isComplete || fields['node_is_finish'] === true,
    nextPiece: piece === null ? null : piece + 1,
    lostPieces: message.lostPieces + (piece === null ? 0 : Math.max(0, piece - (message.nextPiece ?? 0))),
  }));
}

function interruptIn(fields: Fields): StoryInterrupt {
  const data = fieldsOf(fields['interrupt_data']);
  const parameters = data['required_parameters'];
  return {
    eventId: nameIn(data, 'event_id'),
    type: nameIn(data, 'type'),
    data: textIn(data, 'data'),
    nodeTitle: textIn(fields, 'node_title'),
    parameters: parameters === undefined || parameters === null ? '' : JSON.stringify(parameters),
  };
}

/** Counts what is missing where events carry consecutive ids. */
function countId(story: StreamStory, id: string | null): StreamStory {
  if (id === null || !/^\d{1,9}$/.test(id)) return story;
  const number = Number(id);
  const lost = story.nextId === null ? 0 : Math.max(0, number - story.nextId);
  return { ...story, nextId: number + 1, lostEvents: story.lostEvents + lost };
}

function takeMeaning(draft: Draft, meaning: StreamMeaning, atMs: number): void {
  const { story } = draft;
  switch (meaning.kind) {
    case 'end': {
      const { mark, debugUrl } = meaning;
      draft.story = { ...story, end: mark, debugUrl: debugUrl || story.debugUrl };
      break;
    }
    case 'beat':
      draft.story = { ...story, beats: story.beats + 1 };
      break;
    case 'failed':
      draft.story = { ...story, failure: meaning.failure };
      break;
    case 'unreadable':
      draft.story = { ...story, unreadable: story.unreadable + 1 };
      break;
    case 'interrupt':
      draft.story = { ...story, interrupt: interruptIn(meaning.fields) };
      break;
    case 'chat':
      chatState(draft, meaning);
      break;
    case 'message':
      chatMessage(draft, meaning.fields, atMs, meaning.isWhole);
      break;
    case 'sound':
      audioPiece(draft, meaning.fields, atMs);
      break;
    case 'node':
      nodeMessage(draft, meaning.name, meaning.fields, atMs);
      break;
    case 'other':
      break;
    default:
      assertNever(meaning);
  }
}

function take(draft: Draft, { event, data, id, atMs }: ReadEvent): void {
  draft.story = countId({ ...draft.story, events: draft.story.events + 1 }, id);
  takeMeaning(draft, streamMeaning({ event, data }), atMs);
}

/**
 * The story with more events of a stream of chat v3, submit_tool_outputs, a workflow or a chatflow. It comes to the same
 * whether the events are taken in one by one or all at once.
 */
export function foldEvents(story: StreamStory, events: readonly ReadEvent[]): StreamStory {
  if (events.length === 0) return story;
  const draft: Draft = {
    story,
    messages: [...story.messages],
    at: new Map(story.messages.map(({ key }, place) => [key, place])),
  };
  for (const event of events) take(draft, event);
  return { ...draft.story, messages: draft.messages };
}
