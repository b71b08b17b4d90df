import { text } from 'node:stream/consumers';
import type { ConsoleRun } from '../../../shared/console-run.ts';
import type { RunningApp } from '../engine/run-engine.ts';

function stateOf({ events }: RunningApp, runId: string, isReached: (run: ConsoleRun) => boolean) {
  const last = events.findLast((event) => event.name === 'consoleRun' && event.payload.run.runId === runId);
  return last?.name === 'consoleRun' && isReached(last.payload.run) ? last.payload.run : null;
}

/** The first told state of a run that `isReached` accepts. */
export function reached(
  app: RunningApp,
  runId: string,
  isReached: (run: ConsoleRun) => boolean,
): Promise<ConsoleRun> {
  return new Promise((resolve) => {
    const look = () => {
      const run = stateOf(app, runId, isReached);
      if (run === null) return;
      unsubscribe();
      resolve(run);
    };
    const unsubscribe = app.engine.subscribe(look);
    look();
  });
}

const endStages: readonly ConsoleRun['stage'][] = ['done', 'failed', 'cancelled'];

/** The last state of a run, as a screen is told it. */
export const ended = (app: RunningApp, runId: string) =>
  reached(app, runId, ({ stage }) => endStages.includes(stage));

/** The body of an answer as it is served. */
export async function textOf({ engine }: RunningApp, run: ConsoleRun): Promise<string> {
  const opened = engine.openBody(run.body?.bodyId ?? '', null);
  return opened === null ? '' : text(opened.read());
}
