import type { BridgeEvent } from '../../shared/bridge.ts';
import { type ConsoleFiles, createConsoleFiles } from '../console/console-files.ts';
import { createKeptBodies, type KeptBodies } from '../console/kept-bodies.ts';
import { bodyOpener, type OpenBody } from '../console/open-body.ts';
import { createPassingFolder } from '../console/passing-folder.ts';
import { createRuns, type Runs } from '../console/runs.ts';
import { createSockets, type Sockets } from '../console/sockets.ts';
import type { Timers } from '../tokens/timers.ts';
import type { EngineContext } from './context.ts';
import type { RunKeeper } from './keep-runs.ts';
import { createPaced } from './paced.ts';
import type { Variables } from './variables.ts';

/** What the console needs beside the services of the tokens. */
export interface ConsoleServices {
  readonly runs: Runs;
  readonly sockets: Sockets;
  readonly files: ConsoleFiles;
  readonly bodies: KeptBodies;
  readonly openBody: OpenBody;
  readonly variables: Variables;
  /** Cancels what goes on and removes what is kept of the answers. */
  readonly close: () => Promise<void>;
}

export interface ConsoleServicesOptions {
  readonly dataFolder: string;
  readonly timers: Timers;
  readonly stopwatch: () => number;
  readonly emit: (event: BridgeEvent) => void;
  /** Every end of a run passes here. */
  readonly keeper: RunKeeper;
  readonly variables: Variables;
}

export function createConsoleServices(
  context: EngineContext,
  { dataFolder, timers, stopwatch, emit, keeper, variables }: ConsoleServicesOptions,
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
    noteActivity: context.activity.add,
    countUse: context.tokens.countUse,
    pace: (tell) => createPaced(timers, tell),
    onRun: (run) => emit({ name: 'consoleRun', payload: { run } }),
    onEvents: (runId, events) => emit({ name: 'consoleEvents', payload: { runId, events } }),
    onFinished: keeper.onFinished,
  });
  const sockets = createSockets({
    http,
    newId,
    folder,
    timers,
    clock,
    stopwatch,
    countUse: context.tokens.countUse,
    pace: (tell) => createPaced(timers, tell),
    onSocket: (socket) => emit({ name: 'consoleSocket', payload: { socket } }),
    onMessages: (socketId, messages) => emit({ name: 'consoleMessages', payload: { socketId, messages } }),
  });
  return {
    runs,
    sockets,
    files: createConsoleFiles(newId, folder),
    bodies,
    openBody: bodyOpener(bodies),
    variables,
    close: async () => {
      await Promise.all([runs.close(), sockets.end()]);
      await keeper.settled();
      await folder.remove();
    },
  };
}
