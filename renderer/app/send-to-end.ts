import type { ConsoleRun, RunRequest } from '../../shared/console-run.ts';
import { hasEnded } from '../../shared/has-ended.ts';
import type { Problem } from '../../shared/problem.ts';
import { CallError, call, subscribe } from './bridge-client.ts';

/**
 * Sends one request outside the console's tabs.
 *
 * @returns its run when all of the answer is there, whatever its status
 * @throws CallError when the request is not in order, and when no whole answer came; `cancelled` when it was cancelled
 */
export async function sendToEnd(request: RunRequest): Promise<ConsoleRun> {
  const ended = new Map<string, ConsoleRun>();
  let look = () => {};
  // An end may be told before the call has said which run it is.
  const stop = subscribe((event) => {
    if (event.name !== 'consoleRun' || !hasEnded(event.payload.run)) return;
    ended.set(event.payload.run.runId, event.payload.run);
    look();
  });
  try {
    const { runId } = await call('console.start', { request });
    const run = await new Promise<ConsoleRun>((resolve) => {
      look = () => {
        const found = ended.get(runId);
        if (found !== undefined) resolve(found);
      };
      look();
    });
    // Nobody looks at it again; the history keeps it.
    await call('console.dropRun', { runId }).catch(() => undefined);
    if (run.stage === 'done') return run;
    const cancelled: Problem = { code: 'cancelled', params: {}, remedies: [], server: null, at: Date.now() };
    throw new CallError(run.problem ?? cancelled);
  } finally {
    stop();
  }
}
