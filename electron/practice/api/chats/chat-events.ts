import { assertNever } from '../../../../shared/assert-never.ts';
import type { PracticeState } from '../../practice-state.ts';
import type { EventStream, StreamEvent } from '../event-stream.ts';
import type { Chat, ReplyPart } from './chat.ts';
import { chatData, partData } from './chat-data.ts';
import { inPieces } from './in-pieces.ts';

/** More pieces than this come as fast as they are read: nobody waits for ten thousand of them. */
const mostPacedPieces = 500;

/** What `chat` is about to say, as the events of its stream. The chat ends with it, and goes on when nobody listens any more. */
export function streamChat(state: PracticeState, chat: Chat): EventStream {
  const pieces = chat.reply.parts.reduce((sum, part) => sum + part.pieces.length, 0);
  return {
    answeredWith: 'events',
    dialect: 'chat',
    events: chatEvents(state, chat),
    paced: pieces <= mostPacedPieces,
  };
}

function* chatEvents(state: PracticeState, chat: Chat): Generator<StreamEvent, void, undefined> {
  state.chats.beginStream(chat);
  let isTold = false;
  try {
    yield { event: 'conversation.chat.created', data: chatData(chat, 'created') };
    yield { event: 'conversation.chat.in_progress', data: chatData(chat, 'in_progress') };
    for (const part of chat.reply.parts) yield* partEvents(chat, part);
    isTold = true;
    const ended = state.chats.conclude(chat.id, state.now()) ?? chat;
    yield { event: endEvent(ended), data: chatData(ended) };
    yield { event: 'done', text: state.faults.current().doneQuoted ? '"[DONE]"' : '[DONE]' };
  } finally {
    if (!isTold) state.chats.leaveStream(chat, state.now());
  }
}

function* partEvents(chat: Chat, part: ReplyPart): Generator<StreamEvent, void, undefined> {
  const event = 'conversation.message.delta';
  for (const reasoning of inPieces(part.pieces.length === 0 ? '' : (part.reasoning ?? ''))) {
    yield { event, data: partData(chat, part, { content: '', reasoning }) };
  }
  for (const content of part.pieces) yield { event, data: partData(chat, part, { content }) };
  for (const content of part.speech) {
    yield {
      event: 'conversation.audio.delta',
      data: partData(chat, part, { content, contentType: 'audio' }),
    };
  }
  yield { event: 'conversation.message.completed', data: partData(chat, part, part) };
}

/** Canceling changes the status and does not break the stream off, as documented; it has no event of its own. */
function endEvent({ status }: Chat): string {
  switch (status) {
    case 'completed':
    case 'canceled':
      return 'conversation.chat.completed';
    case 'failed':
      return 'conversation.chat.failed';
    case 'requires_action':
      return 'conversation.chat.requires_action';
    case 'in_progress':
      return 'conversation.chat.in_progress';
    default:
      return assertNever(status);
  }
}
