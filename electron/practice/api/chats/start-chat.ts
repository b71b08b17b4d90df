import { refuseCall } from '../../refusal.ts';
import { world } from '../../world.ts';
import { onlineVersion } from '../agents/agent.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown, requireBot } from '../call-checks.ts';
import type { Conversation, EnteredMessage, Message } from '../conversations/conversation.ts';
import { readParts, requireEntered, textOfMessage } from '../conversations/entered-messages.ts';
import { textOf } from '../members-of.ts';
import { requireMetaData } from '../meta-data.ts';
import { refuseBot } from '../permission.ts';
import { play } from '../play.ts';
import { replyTo } from './agent-reply.ts';
import type { Chat } from './chat.ts';
import { chatData } from './chat-data.ts';
import { streamChat } from './chat-events.ts';

/** 发起对话. Without a stream the chat runs on after the answer, so that its caller has to poll. */
export const startChat: ApiEndpoint = play('chat_v3', {
  checks: [
    'meta-data',
    'version-published',
    'history-saved',
    'messages',
    'bot-allowed',
    'bot-known',
    'bot-published',
    'conversation-known',
    'conversation-free',
    'question-present',
  ],
  loose: ['meta_data'],
  answer: (call) => {
    const { state, body } = call;
    const metaData = requireMetaData(call);
    requirePublished(call);
    const isStream = body['stream'] === true;
    const isSaved = requireHistory(call, isStream);
    const entered = requireEntered(call, 'additional_messages', isSaved);
    const agent = requirePublishedAgent(call);
    const known = requireKnown(call, agent.id);
    requireFree(call, known);
    const userId = textOf(body, 'user_id');
    const context = contextOf(call, known, userId);
    const question = requireQuestion(call, [...context, ...entered]);

    const now = state.now();
    const conversation = known ?? newConversation(call, agent.id, question);
    const chat = { id: state.newId(), botId: agent.id, userId };
    const kept = isSaved
      ? entered.map((message) => state.conversations.enter(conversation, message, chat, now))
      : [];
    const said = [...context, ...entered].slice(0, -1);
    const text = textOfMessage(question);
    const reply = replyTo(
      {
        agent,
        question: text,
        earlier: said.filter(({ role }) => role === 'user').map(textOfMessage),
        isSpoken: isSpoken(question),
      },
      state,
    );
    const started = state.chats.start(
      conversation,
      {
        id: chat.id,
        agent,
        userId,
        question: text,
        metaData,
        isSaved,
        entered: kept,
        inputCount: said.reduce((sum, { content }) => sum + content.length, text.length),
        reply,
      },
      now,
    );
    return isStream ? streamChat(state, started) : { data: chatData(started) };
  },
});

/** A version cannot be named together with the draft: code 4000, as documented. */
function requirePublished({ body, sheet }: ApiCall): void {
  const isDraft = body['publish_status'] === 'unpublished_draft';
  const isVersioned = textOf(body, 'bot_version') !== '';
  sheet.pass(
    'version-published',
    isDraft && isVersioned
      ? refuseParameter('bot_version', 'absent when publish_status is unpublished_draft', body['bot_version'])
      : null,
  );
}

/** Ticks `bot-allowed`, `bot-known` and `bot-published`: code 4015 for an agent that is not on the API channel. */
function requirePublishedAgent(call: ApiCall): Chat['agent'] {
  const agent = requireBot(call, textOf(call.body, 'bot_id'), 'chat');
  const isDraft = call.body['publish_status'] === 'unpublished_draft';
  const config = isDraft ? agent.draft : (onlineVersion(agent)?.config ?? null);
  const { name } = call.sheet.pass(
    'bot-published',
    config ?? refuseCall(4015, 'The agent is not published to the API channel', { seen: agent.id }),
  );
  return { id: agent.id, name };
}

function requireHistory({ body, sheet }: ApiCall, isStream: boolean): boolean {
  const isSaved = body['auto_save_history'] !== false;
  return sheet.pass(
    'history-saved',
    isSaved || isStream
      ? isSaved
      : refuseCall(4007, 'stream=false needs auto_save_history=true', { seen: false }),
  );
}

/** Ticks `conversation-known`: the conversation that the query names, or null when it names none. */
function requireKnown({ query, sheet, state, token }: ApiCall, botId: string): Conversation | null {
  const id = query('conversation_id');
  if (id === null) return sheet.pass('conversation-known', null);
  const conversation = state.conversations.find(id) ?? refuseUnknown('conversation_id', id);
  return sheet.pass('conversation-known', refuseBot(token.scope, botId, 'chat') ?? conversation);
}

function requireFree({ sheet, state }: ApiCall, conversation: Conversation | null): void {
  const running = conversation === null ? null : state.chats.running(conversation.id, state.now());
  sheet.pass(
    'conversation-free',
    running === null
      ? null
      : refuseCall(4016, 'A chat is still running in this conversation', { seen: String(running.id) }),
  );
}

/** What the agent remembers: what was said in this section by and to this user, or put in by hand. */
function contextOf(
  { state }: ApiCall,
  conversation: Conversation | null,
  userId: string,
): readonly Message[] {
  if (conversation === null) return [];
  return state.conversations
    .messagesOf(conversation.id)
    .filter(({ sectionId, type }) => {
      return sectionId === conversation.sectionId && (type === 'question' || type === 'answer');
    })
    .filter(({ chat }) => chat === null || chat.userId === userId);
}

/** Ticks `question-present`: the last message of all is the user's input. */
function requireQuestion({ sheet }: ApiCall, messages: readonly EnteredMessage[]): EnteredMessage {
  const last = messages.at(-1);
  return sheet.pass(
    'question-present',
    last ?? refuseParameter('additional_messages', 'present, because the conversation holds no message'),
  );
}

function newConversation({ state }: ApiCall, botId: string, question: EnteredMessage): Conversation {
  const name = Array.from(textOfMessage(question)).slice(0, 100).join('');
  return state.conversations.create(
    { name, metaData: {}, botId, connectorId: world.connectorId },
    state.now(),
  );
}

function isSpoken({ content, contentType }: EnteredMessage): boolean {
  const parts = contentType === 'object_string' ? readParts(content) : null;
  return parts?.some(({ type }) => type === 'audio') ?? false;
}
