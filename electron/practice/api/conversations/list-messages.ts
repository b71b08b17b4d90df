import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter } from '../call-checks.ts';
import { givenText } from '../members-of.ts';
import { play } from '../play.ts';
import type { Message } from './conversation.ts';
import { requireConversation } from './conversation-checks.ts';
import { messageData } from './conversation-data.ts';

const mostMessages = 50;

/** 查看消息列表: questions and answers, newest first unless `order` says otherwise; a page at a time. */
export const listMessages: ApiEndpoint = play('list_message', {
  checks: ['sort-order', 'page', 'conversation-known', 'bot-allowed'],
  answer: (call) => {
    const { state, body } = call;
    const isAscending = requireOrder(call) === 'asc';
    const limit = requireLimit(call);
    const { id } = requireConversation(call, call.query('conversation_id') ?? '', 'listMessage');
    state.chats.settle(id, state.now());
    const chatId = givenText(body, 'chat_id');
    const wanted = state.conversations
      .messagesOf(id)
      .filter((message) => isListed(message, body['include_middle_message'] === true))
      .filter(({ chat }) => !isPlace(chatId) || String(chat?.id ?? '') === chatId);
    const ordered = isAscending ? wanted : wanted.toReversed();
    const { page, hasMore } = pageAt(ordered, body, limit);
    return {
      data: page.map(messageData),
      first_id: page[0]?.id ?? '',
      last_id: page.at(-1)?.id ?? '',
      has_more: hasMore,
    };
  },
});

function requireOrder({ body, sheet }: ApiCall): string {
  const order = givenText(body, 'order') || 'desc';
  const isKnown = order === 'asc' || order === 'desc';
  return sheet.pass('sort-order', isKnown ? order : refuseParameter('order', 'asc | desc', order));
}

function requireLimit({ body, sheet }: ApiCall): number {
  const limit = Number(body['limit'] ?? mostMessages);
  const fits = Number.isInteger(limit) && limit >= 1 && limit <= mostMessages;
  return sheet.pass('page', fits ? limit : refuseParameter('limit', '1 to 50', body['limit']));
}

function isListed({ type }: Message, isWhole: boolean): boolean {
  return isWhole || type === 'question' || type === 'answer';
}

/** `0` and an empty text name no place. */
const isPlace = (id: string | null): id is string => id !== null && id !== '' && id !== '0';

/** The page after `after_id` or before `before_id`, in the order of the list; from its beginning without them. */
function pageAt(
  ordered: readonly Message[],
  body: ApiCall['body'],
  limit: number,
): { readonly page: readonly Message[]; readonly hasMore: boolean } {
  const placeOf = (name: string) => {
    const id = givenText(body, name);
    return isPlace(id) ? ordered.findIndex((message) => String(message.id) === id) : -1;
  };
  const after = placeOf('after_id');
  const before = placeOf('before_id');
  const start = after + 1;
  const end = before < 0 ? ordered.length : before;
  if (before >= 0 && after < 0) {
    const from = Math.max(0, end - limit);
    return { page: ordered.slice(from, end), hasMore: from > 0 };
  }
  return { page: ordered.slice(start, Math.min(start + limit, end)), hasMore: start + limit < end };
}
