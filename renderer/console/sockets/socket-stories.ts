import { foldSocket } from '../../../shared/coze/socket/fold-socket.ts';
import { emptySocketStory, type SocketStory } from '../../../shared/coze/socket/socket-story.ts';
import type { SocketMessages } from './sockets-store.ts';

interface Told {
  readonly story: SocketStory;
  /** Index of the next message that is not in it. */
  readonly next: number;
  readonly clearedTo: number;
}

const mostTold = 40;

/** What was put together, by socket: it is put together once, whoever looks at it again. */
const told = new Map<string, Told>();

/** What the messages of a socket come to since they were cleared; only those that are new are taken in. */
export function storyOf(socketId: string, { first, messages, clearedTo }: SocketMessages): SocketStory {
  const known = told.get(socketId);
  const fresh: Told = {
    story: { ...emptySocketStory, format: known?.story.format ?? emptySocketStory.format },
    next: clearedTo,
    clearedTo,
  };
  const before = known?.clearedTo === clearedTo ? known : fresh;
  const last = first + messages.length;
  if (last <= before.next) return before.story;
  const story = foldSocket(before.story, messages.slice(Math.max(0, before.next - first)));
  told.delete(socketId);
  told.set(socketId, { story, next: last, clearedTo });
  const [oldest] = told.keys();
  if (told.size > mostTold && oldest !== undefined) told.delete(oldest);
  return story;
}
