import { toEpochSeconds } from '../../../../shared/time.ts';
import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { requireEntered, textOfMessage } from '../conversations/entered-messages.ts';
import type { EventStream, StreamEvent } from '../event-stream.ts';
import { textOf } from '../members-of.ts';
import { play } from '../play.ts';
import { type Execution, usageOf } from './execution.ts';
import { runFailure } from './run-events.ts';
import { startChecks, startRun } from './start-run.ts';

/** 执行对话流: a run of the workflow, told as a chat. */
const chatWithWorkflow = play('workflow_chat', {
  checks: ['messages', 'question-present', ...startChecks, 'conversation-known'],
  loose: ['parameters', 'additional_messages', 'ext'],
  answer: (call) => {
    const { body, sheet } = call;
    const last = requireEntered(call, 'additional_messages', true).at(-1);
    const input = sheet.pass(
      'question-present',
      last === undefined ? refuseParameter('additional_messages', 'a list of messages') : textOfMessage(last),
    );
    if (textOf(body, 'bot_id') === '' && textOf(body, 'app_id') === '') {
      sheet.fail('values', refuseParameter('bot_id', 'present, or app_id'));
    }
    const execution = startRun(call, 1, { input });
    return chatStream(call, execution, requireConversation(call));
  },
});

function requireConversation({ body, sheet, state }: ApiCall): Conversation {
  const id = textOf(body, 'conversation_id');
  if (id !== '') {
    return sheet.pass(
      'conversation-known',
      state.conversations.find(id) ?? refuseUnknown('conversation_id', id),
    );
  }
  return sheet.pass(
    'conversation-known',
    state.conversations.create(
      { name: '', metaData: {}, botId: textOf(body, 'bot_id') || null, connectorId: world.connectorId },
      state.now(),
    ),
  );
}

function chatStream(call: ApiCall, execution: Execution, conversation: Conversation): EventStream {
  return {
    answeredWith: 'events',
    dialect: 'chat',
    events: chatEvents(call, execution, conversation),
    paced: true,
  };
}

const nothing = { token_count: 0, output_count: 0, input_count: 0 };

function chatEvents(
  { state }: ApiCall,
  execution: Execution,
  conversation: Conversation,
): readonly StreamEvent[] {
  const { botId, outcome } = execution;
  const now = toEpochSeconds(state.now());
  const ids = {
    conversation_id: conversation.id,
    bot_id: botId === '0' ? undefined : BigInt(botId),
    section_id: conversation.sectionId,
  };
  const chatId = state.newId();
  const chat = (name: string, members: { readonly [name: string]: CozeValue }): StreamEvent => ({
    event: `conversation.chat.${name}`,
    data: {
      id: chatId,
      ...ids,
      created_at: now,
      last_error: { code: 0, msg: '' },
      status: name,
      usage: nothing,
      ...members,
    },
  });
  const message = (name: string, id: bigint, type: string, content: string): StreamEvent => ({
    event: `conversation.message.${name}`,
    data: {
      id,
      ...ids,
      chat_id: chatId,
      role: 'assistant',
      type,
      content,
      content_type: 'text',
      created_at: now,
    },
  });
  const answerId = state.newId();
  const pieces = outcome.nodes.flatMap((node) => node.pieces);
  const verbose = (type: string) =>
    JSON.stringify({ msg_type: type, data: '', from_module: null, from_unit: null });
  const opening = [
    chat('created', {}),
    chat('in_progress', {}),
    ...pieces.map((piece) => message('delta', answerId, 'answer', piece)),
    ...(pieces.length === 0 ? [] : [message('completed', answerId, 'answer', pieces.join(''))]),
  ];
  const done: StreamEvent = { event: 'done', data: { debug_url: execution.debugUrl } };
  switch (outcome.kind) {
    case 'finished':
      return [
        ...opening,
        message('completed', state.newId(), 'verbose', verbose('generate_answer_finish')),
        chat('completed', { completed_at: now, usage: usageOf(execution) }),
        done,
      ];
    case 'interrupted':
      return [
        ...opening,
        message('completed', state.newId(), 'verbose', verbose('interrupt')),
        chat('requires_action', {}),
        done,
      ];
    case 'failed':
      return [
        ...opening,
        chat('failed', {
          failed_at: now,
          last_error: { code: runFailure.code, msg: runFailure.message },
        }),
        done,
      ];
  }
}

export const chatflowEndpoints: readonly ApiEndpoint[] = [chatWithWorkflow];
