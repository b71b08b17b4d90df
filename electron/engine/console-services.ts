import type { BridgeEvent } from '../../shared/bridge.ts';
import type { RunRequest } from '../../shared/console-run.ts';
import { type ConsoleFiles, createConsoleFiles } from '../console/console-files.ts';
import type { Secret } from '../console/hide-secrets.ts';
import { createKeptBodies, type KeptBodies } from '../console/kept-bodies.ts';
import { bodyOpener, type OpenBody } from '../console/open-body.ts';
import { createPassingFolder } from '../console/passing-folder.ts';
import { createRuns, type Runs, type RunsOptions } from '../console/runs.ts';
import type { Timers } from '../tokens/timers.ts';
import type { EngineContext } from './context.ts';
import { createPaced } from './paced.ts';

/** A request whose variables are filled in. */
export interface ResolvedRequest {
  readonly request: RunRequest;
  /** The values of secret variables that stand in it now. */
  readonly secrets: readonly Secret[];
}

/** What the console needs beside the services of the tokens. */
export interface ConsoleServices {
  readonly runs: Runs;
  readonly files: ConsoleFiles;
  readonly bodies: KeptBodies;
  readonly openBody: OpenBody;
  readonly resolveVariables: (request: RunRequest) => Promise<ResolvedRequest>;
  /** Cancels what goes on and removes what is kept of the answers. */
  readonly close: () => Promise<void>;
}

export interface ConsoleServicesOptions {
  readonly dataFolder: string;
  readonly timers: Timers;
  readonly stopwatch: () => number;
  readonly emit: (event: BridgeEvent) => void;
}

/** Every end of a run passes here. */
const onFinished: RunsOptions['onFinished'] = () => undefined;

export function createConsoleServices(
  context: EngineContext,
  { dataFolder, timers, stopwatch, emit }: ConsoleServicesOptions,
): ConsoleServices {
  const { newId, http, clock } = context;
  const folder = createPassingFolder(dataFolder);
  const bodies = createKeptBodies({ newId, folder });
  const runs = createRuns({
    newId,
    http,
    clock,
    stopwatch,
    bodies,
    folder,
    timers,
    record: context.activity.add,
    countUse: context.tokens.countUse,
    pace: (tell) => createPaced(timers, tell),
    onRun: (run) => emit({ name: 'consoleRun', payload: { run } }),
    onEvents: (runId, events) => emit({ name: 'consoleEvents', payload: { runId, events } }),
    onFinished,
  });
  return {
    runs,
    files: createConsoleFiles(newId, folder),
    bodies,
    openBody: bodyOpener(bodies),
    resolveVariables: async (request) => ({ request, secrets: [] }),
    close: async () => {
      await runs.close();
      await folder.remove();
    },
  };
}
