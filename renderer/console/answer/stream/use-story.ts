import { foldEvents } from '../../../../shared/coze/stream/story/fold-events.ts';
import { emptyStory, type StreamStory } from '../../../../shared/coze/stream/story/stream-story.ts';
import type { RunEvents } from '../../runs-store.ts';

interface Told {
  readonly story: StreamStory;
  /** Index of the next event that is not in it. */
  readonly next: number;
}

const mostTold = 40;

/** What was put together, by run: it is put together once, whoever looks at it again. */
const told = new Map<string, Told>();

/** What the events of a run come to; only those that are new are taken in. */
export function storyOf(runId: string, { first, events }: RunEvents): StreamStory {
  const before = told.get(runId) ?? { story: emptyStory, next: 0 };
  const last = first + events.length;
  if (last <= before.next) return before.story;
  const story = foldEvents(before.story, events.slice(Math.max(0, before.next - first)));
  told.delete(runId);
  told.set(runId, { story, next: last });
  const [oldest] = told.keys();
  if (told.size > mostTold && oldest !== undefined) told.delete(oldest);
  return story;
}
