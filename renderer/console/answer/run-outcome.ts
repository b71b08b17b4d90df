import type { ConsoleRun } from '../../../shared/console-run.ts';
import { hasEnded } from '../../../shared/has-ended.ts';

/** Good means both: an HTTP status under 400 and, where there is one, Coze's own code 0. */
export function isGood({ head, envelope, stage }: Pick<ConsoleRun, 'head' | 'envelope' | 'stage'>): boolean {
  return (
    stage !== 'failed' && head !== null && head.status < 400 && (envelope === null || envelope.code === 0)
  );
}

/** Whether JSON came where events were asked for. */
export function isStreamRefused({
  asksForStream,
  body,
  envelope,
}: Pick<ConsoleRun, 'asksForStream' | 'body' | 'envelope'>): boolean {
  return asksForStream === true && body?.kind === 'json' && envelope !== null && envelope.code !== 0;
}

/** Whether what was declared as a stream of events came without any. */
export function isEventless(run: Pick<ConsoleRun, 'body' | 'eventCount' | 'stage'>): boolean {
  return run.body?.kind === 'events' && run.body.bytes > 0 && run.eventCount === 0 && hasEnded(run);
}
