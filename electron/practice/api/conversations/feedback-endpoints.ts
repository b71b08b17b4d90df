import { z } from 'zod';
import { refuseCall } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { play } from '../play.ts';
import type { Feedback, Message } from './conversation.ts';
import { requireConversation, requireMessage } from './conversation-checks.ts';

const feedbackSchema = z.looseObject({
  feedback_type: z.enum(['like', 'unlike']),
  reason_types: z.array(z.string().max(30)).max(10).nullish(),
  comment: z.string().max(250).nullish(),
});

/** 提交消息评价: the last one counts. Only answers of a chat are judged. */
const giveFeedback: ApiEndpoint = play('message_feedback', {
  checks: ['feedback-limits', 'conversation-known', 'bot-allowed', 'message-known', 'message-answer'],
  answer: (call) => {
    const feedback = requireFeedback(call);
    const message = requireAnswer(call);
    call.state.conversations.put({ ...message, feedback });
    return {};
  },
});

/** 删除消息评价. */
const deleteFeedback: ApiEndpoint = play('delete_message_feedback', {
  checks: ['conversation-known', 'bot-allowed', 'message-known', 'message-answer', 'feedback-known'],
  answer: (call) => {
    const message = requireAnswer(call);
    call.sheet.pass(
      'feedback-known',
      message.feedback === null ? refuseUnknown('feedback of message_id', String(message.id)) : null,
    );
    call.state.conversations.put({ ...message, feedback: null });
    return {};
  },
});

function requireFeedback({ body, sheet }: ApiCall): Feedback {
  const parsed = feedbackSchema.safeParse(body);
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0];
    return sheet.fail('feedback-limits', refuseParameter(String(name), 'within its limits', body));
  }
  const { feedback_type: type, reason_types: reasons, comment } = parsed.data;
  return sheet.pass('feedback-limits', { type, reasons: reasons ?? [], comment: comment ?? '' });
}

function requireAnswer(call: ApiCall): Message {
  const conversation = requireConversation(call, call.param('conversation_id'), 'feedback');
  const message = requireMessage(call, conversation, call.param('message_id'));
  const isAnswer = message.chat !== null && message.type === 'answer';
  return call.sheet.pass(
    'message-answer',
    isAnswer ? message : refuseCall(4000, 'Only an answer of a chat can be judged', { seen: message.type }),
  );
}

export const feedbackEndpoints: readonly ApiEndpoint[] = [giveFeedback, deleteFeedback];
