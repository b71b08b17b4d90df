import type { ConsoleSocket, SocketMessage } from '../../../shared/console-socket.ts';
import { call } from '../../app/bridge-client.ts';
import { attempt } from '../../app/toast-store.ts';
import { saveMade } from './save-made.ts';

const page = 5000;

async function allMessages(socketId: string, from: number): Promise<readonly SocketMessage[]> {
  const messages: SocketMessage[] = [];
  for (;;) {
    const came = await call('console.messages', { socketId, from: from + messages.length, limit: page });
    if (came.length === 0) return messages;
    messages.push(...came);
  }
}

/** Saves the messages from one on, also those that are not in memory: one JSON object a line. */
export async function saveLog(
  { socketId, endpointId }: ConsoleSocket,
  from: number,
  done: string,
): Promise<void> {
  const messages = await attempt(allMessages(socketId, from));
  if (messages === null) return;
  const lines = messages.map(({ atMs, direction, kind, data }) =>
    JSON.stringify({ atMs: Math.round(atMs), direction, kind, data }),
  );
  await saveMade(`${endpointId ?? 'socket'}.jsonl`, `${lines.join('\n')}\n`, done);
}
