import type { SocketMessage } from '../../../shared/console-socket.ts';
import { lookAt } from './message-look.ts';

export type Direction = 'all' | SocketMessage['direction'];

/** The event types that occur, each once, in their order; empty for messages that are no event. */
export function typesIn(messages: readonly SocketMessage[]): readonly string[] {
  return [...new Set(messages.map((message) => lookAt(message).eventType))];
}

/** @param type - null for all */
export function filterMessages(
  messages: readonly SocketMessage[],
  direction: Direction,
  type: string | null,
): readonly SocketMessage[] {
  if (direction === 'all' && type === null) return messages;
  return messages.filter(
    (message) =>
      (direction === 'all' || message.direction === direction) &&
      (type === null || lookAt(message).eventType === type),
  );
}
