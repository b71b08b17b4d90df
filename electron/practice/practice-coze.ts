import { noFaults } from '../../shared/practice-faults.ts';
import type { Faults } from './faults.ts';
import type { PracticeApp } from './practice-app.ts';
import type { RunningServer } from './practice-server.ts';
import { createPracticeState, type PracticeChange, type PracticeDeps } from './practice-state.ts';
import type { RequestLogEntry } from './request-log.ts';
import { type PracticeWorld, world } from './world.ts';

export type { Faults } from './faults.ts';
export type { PracticeApp } from './practice-app.ts';
export type { PracticeChange, PracticeDeps } from './practice-state.ts';
export type { RequestLogEntry } from './request-log.ts';
export type { PracticeWorld } from './world.ts';

/** What exists in practice Coze from the start: user, workspace, agents, account, enterprise. */
export const practiceWorld: PracticeWorld = world;

/** A Coze on 127.0.0.1 that checks as the documents say the real one does. Holds nothing on disk. */
export interface PracticeCoze {
  /**
   * Listens and gives the base URL, `http://127.0.0.1:PORT`; when it listens already, the URL that it has.
   *
   * @param port - any free one when absent or 0
   * @throws Error as node:net gives it, for example with code `EADDRINUSE`
   */
  readonly start: (port?: number) => Promise<string>;
  /** Ends the listening and every open connection. Apps, tokens, chats, faults and log are kept for the next start. */
  readonly stop: () => Promise<void>;
  readonly url: () => string | null;
  /**
   * Makes an app known, in place of one with the same `clientId`.
   *
   * @throws TypeError (from node:crypto) when a public key cannot be read
   */
  readonly registerApp: (app: PracticeApp) => void;
  readonly faults: () => Faults;
  /**
   * Changes the faults that are named and leaves the others.
   *
   * @throws ProblemError `input/invalid`
   */
  readonly setFaults: (faults: Partial<Faults>) => void;
  /** What `/practice/faults` and `/practice/log` take as `Authorization: Bearer`. */
  readonly adminKey: string;
  /** The last 500 requests, oldest first. */
  readonly log: () => readonly RequestLogEntry[];
  readonly clearLog: () => void;
  /** Forgets conversations, tokens, used assertions, log and faults. Apps and their keys stay. */
  readonly reset: () => void;
  /** Tells what happens to the log and the faults; gives the function that ends it. */
  readonly subscribe: (listener: (change: PracticeChange) => void) => () => void;
}

export function createPracticeCoze(deps: PracticeDeps): PracticeCoze {
  const state = createPracticeState(deps);
  let starting: Promise<RunningServer> | null = null;
  let running: RunningServer | null = null;
  let stopped: Promise<void> = Promise.resolve();

  const start = async (port = 0): Promise<string> => {
    if (starting === null) {
      // The server and all its APIs are loaded when it is first wanted: no start of the app waits for them.
      const attempt = stopped
        .then(() => import('./practice-server.ts'))
        .then(({ listenOnLoopback }) => listenOnLoopback(state, port));
      starting = attempt;
      attempt.then(
        (server) => {
          if (starting === attempt) running = server;
        },
        () => {
          if (starting === attempt) starting = null;
        },
      );
    }
    return (await starting).url;
  };

  const stop = async (): Promise<void> => {
    const stopping = starting;
    starting = null;
    running = null;
    const ended = stopping?.then((server) => server.close()).catch(() => undefined);
    stopped = Promise.all([stopped, ended]).then(() => undefined);
    await stopped;
  };

  return {
    start,
    stop,
    url: () => running?.url ?? null,
    registerApp: state.apps.register,
    faults: state.faults.current,
    setFaults: state.faults.change,
    adminKey: state.adminKey,
    log: state.log.entries,
    clearLog: state.log.clear,
    reset: () => {
      state.reset();
      state.faults.change(noFaults);
    },
    subscribe: state.subscribe,
  };
}
