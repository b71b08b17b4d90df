import type { ApiEndpoint } from '../api-endpoint.ts';
import { refuseUnknown, requireBot } from '../call-checks.ts';
import { textOf } from '../members-of.ts';
import { play } from '../play.ts';

/** 创建房间: ids and a key of the right shape; there is no room behind them. */
const createRoom = play('create_room', {
  checks: ['bot-allowed', 'bot-known', 'conversation-known', 'resource-known'],
  answer: (call) => {
    const { body, sheet, state } = call;
    requireBot(call, textOf(body, 'bot_id'), 'createRoom');
    const conversationId = textOf(body, 'conversation_id');
    sheet.pass(
      'conversation-known',
      conversationId === '' || state.conversations.find(conversationId) !== null
        ? null
        : refuseUnknown('conversation_id', conversationId),
    );
    const voiceId = textOf(body, 'voice_id');
    sheet.pass(
      'resource-known',
      voiceId === '' || state.holdings.voices.find(voiceId) !== null
        ? null
        : refuseUnknown('voice_id', voiceId),
    );
    const hex = (bytes: number) => Buffer.from(state.randomBytes(bytes)).toString('hex');
    return {
      data: {
        room_id: `room_${hex(8)}`,
        uid: textOf(body, 'uid') || String(state.newId()),
        app_id: hex(12),
        token: `practice${hex(24)}`,
      },
    };
  },
});

export const roomEndpoints: readonly ApiEndpoint[] = [createRoom];
