import type { ConsoleRun } from '../../../console-run.ts';
import type { StreamStory } from './stream-story.ts';

/** How a stream stands, or how it ended. */
export type StreamEnding =
  | 'running'
  /** It said that it is over. */
  | 'done'
  /** It waits for the outputs of tools. */
  | 'tool-outputs'
  /** The workflow waits for an answer. */
  | 'interrupted'
  /** The chat or the workflow failed, or an error came as an event. */
  | 'failed'
  /** It ended without a word that it is over. */
  | 'stopped'
  /** The connection broke. */
  | 'broken'
  | 'cancelled';

export function endingOf(story: StreamStory, stage: ConsoleRun['stage']): StreamEnding {
  if (stage === 'cancelled') return 'cancelled';
  if (story.failure !== null && (story.end !== null || stage !== 'receiving')) return 'failed';
  if (stage === 'failed') return 'broken';
  if (stage !== 'done' && story.end === null) return 'running';
  if (story.toolCalls.length > 0) return 'tool-outputs';
  if (story.interrupt !== null) return 'interrupted';
  return story.end === null ? 'stopped' : 'done';
}
