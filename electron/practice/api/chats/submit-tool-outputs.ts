import { z } from 'zod';
import { refuseCall } from '../../refusal.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseParameter, refuseUnknown } from '../call-checks.ts';
import { refuseBot } from '../permission.ts';
import { play } from '../play.ts';
import { replyToTool } from './agent-reply.ts';
import type { Chat, ToolCall } from './chat.ts';
import { chatData } from './chat-data.ts';
import { streamChat } from './chat-events.ts';

const outputsSchema = z
  .array(z.looseObject({ tool_call_id: z.string().min(1), output: z.string() }))
  .min(1)
  .max(100);

/** 提交工具执行结果: the chat that waits goes on with what the caller's tool found. */
export const submitToolOutputs: ApiEndpoint = play('chat_submit_tool_outputs', {
  checks: ['tool-outputs', 'chat-known', 'bot-allowed', 'history-saved', 'chat-waiting', 'tool-calls-known'],
  answer: (call) => {
    const { state, body } = call;
    const outputs = requireOutputs(call);
    const chat = requireChat(call);
    const toolCall = requireWaiting(call, chat);
    const stray = outputs.find((output) => output.tool_call_id !== toolCall.id);
    call.sheet.pass(
      'tool-calls-known',
      stray === undefined
        ? null
        : refuseParameter('tool_call_id', `${toolCall.id}, as required_action has it`, stray.tool_call_id),
    );
    const asked = { agent: chat.agent, question: chat.question, earlier: [], isSpoken: false };
    const reply = replyToTool(outputs.map(({ output }) => output).join('\n'), asked, state);
    const goingOn = state.chats.goOn(chat, reply, state.now());
    return body['stream'] === true ? streamChat(state, goingOn) : { data: chatData(goingOn) };
  },
});

function requireOutputs({ body, sheet }: ApiCall): z.infer<typeof outputsSchema> {
  const parsed = outputsSchema.safeParse(body['tool_outputs']);
  return sheet.pass(
    'tool-outputs',
    parsed.success
      ? parsed.data
      : refuseParameter('tool_outputs', 'a list of {tool_call_id, output}', body['tool_outputs']),
  );
}

/** Ticks `chat-known`, `bot-allowed` and `history-saved`: without history this is code 5000, as documented. */
function requireChat({ state, sheet, token, query }: ApiCall): Chat {
  const chatId = query('chat_id') ?? '';
  const found = state.chats.find(query('conversation_id') ?? '', chatId, state.now());
  const chat = sheet.pass('chat-known', found ?? refuseUnknown('chat_id', chatId));
  sheet.pass('bot-allowed', refuseBot(token.scope, chat.agent.id, 'submitToolChat'));
  sheet.pass('history-saved', chat.isSaved ? null : refuseCall(5000, 'auto_save_history was false'));
  return chat;
}

function requireWaiting({ sheet }: ApiCall, { status, reply }: Chat): ToolCall {
  const { outcome } = reply;
  return sheet.pass(
    'chat-waiting',
    status === 'requires_action' && outcome.kind === 'requires_action'
      ? outcome.toolCall
      : refuseCall(4000, `The chat waits for no tool outputs: its status is ${status}`, {
          undocumented: ['code', 'message'],
          seen: status,
        }),
  );
}
