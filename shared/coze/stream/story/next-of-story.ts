import type { NextRequest } from '../../next-request.ts';
import type { StreamStory } from './stream-story.ts';

/** Hands in what the tools gave: the outputs are left to be filled in. Null when the chat waits for none. */
export function toolOutputsRequest({ chat, toolCalls }: StreamStory): NextRequest | null {
  if (chat === null || toolCalls.length === 0) return null;
  return {
    endpointId: 'chat_submit_tool_outputs',
    path: {},
    query: { conversation_id: chat.conversationId, chat_id: chat.id },
    body: { stream: true, tool_outputs: toolCalls.map(({ id }) => ({ tool_call_id: id, output: '' })) },
  };
}

/**
 * Lets an interrupted workflow go on: the answer is left to be filled in. Null when it was not interrupted.
 *
 * @param workflowId - the stream does not name it
 */
export function resumeRequest({ interrupt }: StreamStory, workflowId: string | null): NextRequest | null {
  if (interrupt === null) return null;
  const type = Number(interrupt.type);
  return {
    endpointId: 'workflow_resume',
    path: {},
    query: {},
    body: {
      workflow_id: workflowId ?? '<workflow_id>',
      event_id: interrupt.eventId,
      interrupt_type: Number.isSafeInteger(type) ? type : interrupt.type,
      resume_data: '',
    },
  };
}

/** Ends the chat at Coze as well; null when the stream named none, or the chat is over. */
export function cancelChatRequest({ chat, end }: StreamStory): NextRequest | null {
  if (chat === null || chat.id === '' || chat.conversationId === '' || end !== null) return null;
  if (!/^(?:created|in_progress|requires_action)$/.test(chat.status)) return null;
  return {
    endpointId: 'chat_cancel',
    path: {},
    query: {},
    body: { chat_id: chat.id, conversation_id: chat.conversationId },
  };
}
