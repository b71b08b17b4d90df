import type { ConsoleSocket, SocketMessage } from '../../shared/console-socket.ts';
import { toProblem } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';
import type { OpenSocket } from '../http/web-socket.ts';
import type { Timers } from '../tokens/timers.ts';
import { createEventBatches } from './event-batches.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { hideSecrets, type Secret } from './hide-secrets.ts';
import type { PassingFolder } from './passing-folder.ts';

/** One WebSocket, with what is told of it. */
export interface LiveSocket {
  state: ConsoleSocket;
  /** Null unless it is open. */
  open: OpenSocket | null;
  secrets: readonly Secret[];
  readonly log: EventLog<SocketMessage>;
  /** Resolves when all that was noted stands in the log. */
  readonly noted: () => Promise<void>;
  readonly ending: AbortController;
  readonly change: (part: Partial<ConsoleSocket>) => void;
  /** Writes a message down, and tells of it. */
  readonly note: (direction: SocketMessage['direction'], data: string | Uint8Array) => void;
  /** Nothing is told any more. */
  readonly stop: () => void;
}

export interface LiveSocketOptions {
  readonly newId: () => string;
  readonly folder: PassingFolder;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly pace: (tell: () => void) => { readonly changed: () => void; readonly stop: () => void };
  readonly onSocket: (socket: ConsoleSocket) => void;
  readonly onMessages: (socketId: string, messages: SocketMessage[]) => void;
}

const endStages: ReadonlySet<ConsoleSocket['stage']> = new Set(['closed', 'failed', 'cancelled']);

export const isOver = ({ stage }: ConsoleSocket) => endStages.has(stage);

function atFirst(socketId: string, startedAt: number, endpointId: string | null): ConsoleSocket {
  return {
    socketId,
    startedAt,
    openedAt: null,
    endedAt: null,
    endpointId,
    url: '',
    stage: 'token',
    tokenId: null,
    minted: false,
    retriedAfter: null,
    handshake: null,
    messageCount: 0,
    sentCount: 0,
    sentBytes: 0,
    receivedBytes: 0,
    sending: null,
    closed: null,
    problem: null,
  };
}

/** Counts a message in. */
function counted(
  { messageCount, sentCount, sentBytes, receivedBytes }: ConsoleSocket,
  { direction, bytes }: SocketMessage,
): Partial<ConsoleSocket> {
  const amount =
    direction === 'sent'
      ? { sentCount: sentCount + 1, sentBytes: sentBytes + bytes }
      : { receivedBytes: receivedBytes + bytes };
  return { messageCount: messageCount + 1, ...amount };
}

/** A socket that is not connected yet. */
export function createLiveSocket(
  options: LiveSocketOptions,
  endpointId: string | null,
  secrets: readonly Secret[],
): LiveSocket {
  const socketId = options.newId();
  let openedOn = options.stopwatch();
  const told = options.pace(() => options.onSocket(live.state));
  const log = createEventLog<SocketMessage>(`${socketId}.messages`, options.folder);
  const batches = createEventBatches<SocketMessage>(options.timers, (messages) =>
    options.onMessages(socketId, messages),
  );
  let keeping = Promise.resolve();

  function timesOf(
    { openedAt, endedAt }: ConsoleSocket,
    stage: ConsoleSocket['stage'] | undefined,
  ): Pick<ConsoleSocket, 'openedAt' | 'endedAt'> {
    const isOverNow = stage !== undefined && endStages.has(stage);
    return {
      openedAt: stage === 'open' ? options.clock.now() : openedAt,
      endedAt: isOverNow ? (endedAt ?? options.clock.now()) : endedAt,
    };
  }

  function change(part: Partial<ConsoleSocket>): void {
    if (part.stage !== undefined && endStages.has(part.stage)) batches.flush();
    if (part.stage === 'open') openedOn = options.stopwatch();
    live.state = { ...live.state, ...part, ...timesOf(live.state, part.stage) };
    told.changed();
  }

  function keep(message: SocketMessage): void {
    keeping = keeping
      .then(() => log.add(message))
      .catch((thrown: unknown) => {
        change({ stage: 'failed', problem: toProblem(thrown) });
        live.ending.abort();
      });
  }

  const live: LiveSocket = {
    state: atFirst(socketId, options.clock.now(), endpointId),
    open: null,
    secrets,
    log,
    noted: () => keeping,
    ending: new AbortController(),
    change,
    note: (direction, data) => {
      const isText = typeof data === 'string';
      const message: SocketMessage = {
        index: live.state.messageCount,
        atMs: Math.max(0, options.stopwatch() - openedOn),
        direction,
        kind: isText ? 'text' : 'binary',
        data: isText ? hideSecrets(data, live.secrets) : Buffer.from(data).toString('base64'),
        bytes: isText ? Buffer.byteLength(data) : data.length,
      };
      keep(message);
      void batches.add(message);
      change(counted(live.state, message));
    },
    stop: told.stop,
  };
  return live;
}
