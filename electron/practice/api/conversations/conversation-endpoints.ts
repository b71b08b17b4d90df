import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { onPage, refuseParameter, requireBot, requirePage } from '../call-checks.ts';
import { givenText, textOf } from '../members-of.ts';
import { requireMetaData } from '../meta-data.ts';
import { play } from '../play.ts';
import { requireConversation } from './conversation-checks.ts';
import { conversationData } from './conversation-data.ts';
import { requireEntered, textOfMessage } from './entered-messages.ts';

const longestName = 100;

/** 创建会话. Its name is what the user said first when none is given. */
const createConversation: ApiEndpoint = play('create_conversation', {
  checks: ['name-length', 'meta-data', 'messages', 'bot-allowed', 'bot-known'],
  answer: (call) => {
    const { state, body, sheet } = call;
    const name = requireName(call);
    const metaData = requireMetaData(call);
    const entered = requireEntered(call, 'messages', true);
    const botId = givenText(body, 'bot_id');
    if (botId !== null) requireBot(call, botId, 'createConversation');
    else {
      sheet.pass('bot-allowed', null);
      sheet.pass('bot-known', null);
    }
    const first = entered.find(({ role }) => role === 'user');
    const now = state.now();
    const conversation = state.conversations.create(
      {
        name: name || (first === undefined ? '' : textOfMessage(first).slice(0, longestName)),
        metaData,
        botId,
        connectorId: textOf(body, 'connector_id', world.connectorId),
      },
      now,
    );
    for (const message of entered) state.conversations.enter(conversation, message, null, now);
    return { data: conversationData(conversation) };
  },
});

/** 查看会话信息. */
const retrieveConversation: ApiEndpoint = play('retrieve_conversation', {
  checks: ['conversation-known', 'bot-allowed'],
  answer: (call) => {
    const id = call.query('conversation_id') ?? '';
    return { data: conversationData(requireConversation(call, id, 'retrieveConversation')) };
  },
});

/** 查看会话列表: those that were made for an agent, in one channel. */
const listConversations: ApiEndpoint = play('list_conversations', {
  checks: ['sort-order', 'page', 'bot-allowed', 'bot-known'],
  answer: (call) => {
    const { query, sheet, state } = call;
    const order = (query('sort_order') ?? 'DESC').toUpperCase();
    const isKnown = order === 'ASC' || order === 'DESC';
    sheet.pass('sort-order', isKnown ? null : refuseParameter('sort_order', 'ASC | DESC', order));
    const page = requirePage(call, 'page_num', { absent: 50, most: 50 });
    const bot = requireBot(call, query('bot_id') ?? '', 'listConversation');
    const connectorId = query('connector_id') ?? world.connectorId;
    const found = state.conversations
      .list()
      .filter((conversation) => conversation.botId === bot.id && conversation.connectorId === connectorId);
    const ordered = order === 'ASC' ? found : found.toReversed();
    return {
      data: {
        conversations: onPage(ordered, page).map(conversationData),
        has_more: page.number * page.size < found.length,
      },
    };
  },
});

/** 更新会话名称. */
const editConversation: ApiEndpoint = play('edit_conversation', {
  checks: ['name-length', 'conversation-known', 'bot-allowed'],
  answer: (call) => {
    const { state, param } = call;
    const name = requireName(call);
    const conversation = requireConversation(call, param('conversation_id'), 'editConversation');
    return { data: conversationData(state.conversations.change(conversation, { name }, state.now())) };
  },
});

/** 删除会话. */
const deleteConversation: ApiEndpoint = play('delete_conversation', {
  checks: ['conversation-known', 'bot-allowed'],
  answer: (call) => {
    const { state, param } = call;
    state.conversations.remove(requireConversation(call, param('conversation_id'), 'editConversation'));
    return {};
  },
});

/** 清除上下文: the messages stay, a new section begins. */
const clearConversation: ApiEndpoint = play('clear_conversation_context', {
  checks: ['conversation-known', 'bot-allowed'],
  answer: (call) => {
    const { state, param } = call;
    const conversation = requireConversation(call, param('conversation_id'), 'editConversation');
    const cleared = state.conversations.clear(conversation, state.now());
    return { data: { id: cleared.sectionId, conversation_id: cleared.id } };
  },
});

function requireName({ body, sheet }: ApiCall): string {
  const name = textOf(body, 'name');
  const fits = Array.from(name).length <= longestName;
  return sheet.pass('name-length', fits ? name : refuseParameter('name', 'at most 100 characters', name));
}

export const conversationEndpoints: readonly ApiEndpoint[] = [
  createConversation,
  retrieveConversation,
  listConversations,
  editConversation,
  deleteConversation,
  clearConversation,
];
