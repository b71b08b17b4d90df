import { create } from 'zustand';
import type { ConsoleRun, RunRequest } from '../../shared/console-run.ts';
import { cancelChatRequest } from '../../shared/coze/stream/story/next-of-story.ts';
import type { StreamStory } from '../../shared/coze/stream/story/stream-story.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../app/bridge-client.ts';
import { storyOf } from './answer/stream/use-story.ts';
import { sendRun, useRunsStore } from './runs-store.ts';

/** That Coze was asked to end a chat. */
interface Asked {
  /** The request that asks; null until it has begun. */
  readonly runId: string | null;
  /** Why it could not be sent. */
  readonly problem: Problem | null;
}

/** What Coze was asked, by the run whose stream the chat belongs to. */
export const useChatCancels = create<Readonly<Record<string, Asked>>>()(() => ({}));

/** What asks Coze to end the chat of a stream; null where there is none, or its ids have not come yet. */
export function cancelRequestOf(run: ConsoleRun, story: StreamStory): RunRequest | null {
  const next = cancelChatRequest(story);
  if (next === null || run.tokenId === null) return null;
  return {
    source: { kind: 'token', tokenId: run.tokenId },
    endpointId: next.endpointId,
    method: 'POST',
    target: { kind: 'region', path: '/v3/chat/cancel' },
    query: [],
    headers: [],
    body: { kind: 'text', text: JSON.stringify(next.body), contentType: 'application/json' },
    variableSetId: null,
  };
}

/** Asks Coze, once, to end the chat that a stream belongs to: not reading on does not end it there. */
export async function cancelAtCoze(runId: string): Promise<void> {
  const { runs, events } = useRunsStore.getState();
  const run = runs[runId];
  const came = events[runId];
  const request = run && came && cancelRequestOf(run, storyOf(runId, came));
  if (!request || useChatCancels.getState()[runId] !== undefined) return;
  const note = (asked: Asked) => useChatCancels.setState({ [runId]: asked });
  note({ runId: null, problem: null });
  try {
    note({ runId: await sendRun(request), problem: null });
  } catch (thrown) {
    note({ runId: null, problem: problemOf(thrown) });
  }
}
