import type { EndMark } from './stream-story.ts';

/** How an event says that the stream is over: `[DONE]`, bare or in quotes, or by its name; null when it does not. */
export function endMarkOf({
  event,
  data,
}: {
  readonly event: string;
  readonly data: string;
}): EndMark | null {
  const text = data.trim();
  if (text === '[DONE]') return 'bare';
  if (text === '"[DONE]"') return 'quoted';
  return event === 'done' || event === 'Done' ? 'event' : null;
}
