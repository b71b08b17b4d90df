import type { ConsoleSocket, SocketMessage } from '../../shared/console-socket.ts';
import { ProblemError, toProblem } from '../../shared/problem.ts';
import type { Clock, EpochMilliseconds } from '../../shared/time.ts';
import { findHeader, type SocketClient } from '../http/client.ts';
import type { BodySource } from '../http/request-body.ts';
import type { Handshake, OpenSocket } from '../http/web-socket.ts';
import { maskToken } from '../tokens/mask.ts';
import type { Timers } from '../tokens/timers.ts';
import { createEventBatches } from './event-batches.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { hideSecrets, type Secret } from './hide-secrets.ts';
import type { PassingFolder } from './passing-folder.ts';
import type { RunPlan, TokenForRun } from './run-plan.ts';
import { type FileForm, fileMessages } from './socket-file.ts';

/** A socket that can be connected: as a request, but its URL is `ws:` or `wss:`. */
export type SocketPlan = Pick<
  RunPlan,
  'endpointId' | 'url' | 'shownUrl' | 'secrets' | 'token' | 'renewedToken'
>;

export interface Sockets {
  /** @returns the id of the socket; it is open until `ends` aborts */
  readonly connect: (plan: SocketPlan, ends: AbortSignal) => string;
  /** @throws ProblemError `console/run-gone` for this and all below when there is none, or it is not open */
  readonly send: (socketId: string, text: string) => Promise<void>;
  /** Resolves when all of it is sent. @throws an `AbortError` when `signal` aborts */
  readonly sendFile: (socketId: string, file: FileToSend, signal: AbortSignal) => Promise<void>;
  readonly close: (socketId: string) => void;
  /** Newest first. */
  readonly all: () => ConsoleSocket[];
  readonly messages: (socketId: string, from: number, limit: number) => Promise<SocketMessage[]>;
  readonly drop: (socketId: string) => Promise<void>;
  /** Ends all of them. */
  readonly end: () => Promise<void>;
}

export interface FileToSend {
  readonly source: BodySource;
  readonly form: FileForm;
  /** Bytes of the file in each message. */
  readonly bytes: number;
  /** Milliseconds after each. */
  readonly pauseMs: number;
}

export interface SocketsOptions {
  readonly http: SocketClient;
  readonly newId: () => string;
  readonly folder: PassingFolder;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly countUse: (tokenId: string, now: EpochMilliseconds) => void;
  readonly pace: (tell: () => void) => { readonly changed: () => void; readonly stop: () => void };
  readonly onSocket: (socket: ConsoleSocket) => void;
  readonly onMessages: (socketId: string, messages: SocketMessage[]) => void;
}

interface LiveSocket {
  state: ConsoleSocket;
  open: OpenSocket | null;
  secrets: readonly Secret[];
  readonly log: EventLog<SocketMessage>;
  readonly ending: AbortController;
  readonly change: (part: Partial<ConsoleSocket>) => void;
  readonly note: (direction: SocketMessage['direction'], data: string | Uint8Array) => void;
  readonly stop: () => void;
  /** Resolves when it is over. */
  over: Promise<void>;
}

const mostSockets = 50;
/** Bytes that wait to go out; a file waits for less. */
const mostBuffered = 1024 * 1024;
const normalClosure = 1000;
const goingAway = 1001;

const ended: ReadonlySet<ConsoleSocket['stage']> = new Set(['closed', 'failed', 'cancelled']);

function gone(): ProblemError {
  return new ProblemError('console/run-gone');
}

export function createSockets(options: SocketsOptions): Sockets {
  const { http, newId, folder, timers, clock, stopwatch } = options;
  const sockets = new Map<string, LiveSocket>();

  function begin(plan: SocketPlan): LiveSocket {
    const socketId = newId();
    const told = options.pace(() => options.onSocket(live.state));
    const log = createEventLog<SocketMessage>(`${socketId}.messages`, folder);
    const batches = createEventBatches<SocketMessage>(timers, (messages) =>
      options.onMessages(socketId, messages),
    );
    const openedAt = stopwatch();
    let keeping = Promise.resolve();
    const change: LiveSocket['change'] = (part) => {
      if (part.stage !== undefined && ended.has(part.stage)) batches.flush();
      live.state = { ...live.state, ...part };
      told.changed();
    };
    const live: LiveSocket = {
      state: {
        socketId,
        startedAt: clock.now(),
        endpointId: plan.endpointId,
        url: '',
        stage: 'token',
        tokenId: null,
        minted: false,
        retriedAfter: null,
        handshake: null,
        messageCount: 0,
        sentBytes: 0,
        receivedBytes: 0,
        sending: null,
        closed: null,
        problem: null,
      },
      open: null,
      secrets: plan.secrets,
      log,
      ending: new AbortController(),
      change,
      note: (direction, data) => {
        const isText = typeof data === 'string';
        const bytes = isText ? Buffer.byteLength(data) : data.length;
        const { messageCount: index, sentBytes, receivedBytes } = live.state;
        const message: SocketMessage = {
          index,
          atMs: stopwatch() - openedAt,
          direction,
          kind: isText ? 'text' : 'binary',
          data: isText ? hideSecrets(data, live.secrets) : Buffer.from(data).toString('base64'),
          bytes,
        };
        keeping = keeping
          .then(() => log.add(message))
          .catch((thrown: unknown) => {
            change({ stage: 'failed', problem: toProblem(thrown) });
            live.ending.abort();
          });
        void batches.add(message);
        change({
          messageCount: index + 1,
          ...(direction === 'sent'
            ? { sentBytes: sentBytes + bytes }
            : { receivedBytes: receivedBytes + bytes }),
        });
      },
      stop: told.stop,
      over: Promise.resolve(),
    };
    return live;
  }

  function handshakeOf(live: LiveSocket, { status, headers, said }: Handshake): ConsoleSocket['handshake'] {
    const hide = (text: string) => hideSecrets(text, live.secrets);
    const shown = headers.map(([name, value]): [string, string] => [name, hide(value)]);
    return { status, headers: shown, logId: findHeader(shown, 'x-tt-logid'), said: hide(said) };
  }

  /** @returns whether the token was refused, and another one may be tried */
  async function attempt(live: LiveSocket, plan: SocketPlan, token: TokenForRun | null): Promise<boolean> {
    if (token !== null) {
      live.secrets = [...live.secrets, { text: token.text, mask: maskToken(token.text) }];
    }
    live.change({
      stage: 'connecting',
      url: hideSecrets(plan.shownUrl, live.secrets),
      tokenId: token?.tokenId ?? null,
      minted: token?.minted ?? false,
    });
    let settle: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const answer = await http.connect(
      {
        url: plan.url,
        headers: token === null ? [] : [['Authorization', `Bearer ${token.text}`]],
        signal: live.ending.signal,
      },
      {
        onMessage: (data) => live.note('received', data),
        onClosed: (code, reason) => {
          live.open = null;
          live.change({ closed: { code, reason: hideSecrets(reason, live.secrets) } });
          settle();
        },
      },
    );
    if (token !== null) options.countUse(token.tokenId, clock.now());
    const handshake = handshakeOf(live, answer.handshake);
    live.change({ handshake });
    if (answer.kind === 'refused') return answer.handshake.status === 401 && token?.minted === false;
    live.open = answer.socket;
    live.change({ stage: 'open' });
    await over;
    return false;
  }

  async function connect(live: LiveSocket, plan: SocketPlan): Promise<void> {
    const { signal } = live.ending;
    const token = await plan.token(signal);
    const isRefused = await attempt(live, plan, token);
    if (!isRefused || token === null) return;
    live.change({ stage: 'token' });
    const renewed = (await plan.renewedToken?.(token.tokenId, signal)) ?? null;
    if (renewed === null) return;
    const { status = 0, logId = null } = live.state.handshake ?? {};
    live.change({ retriedAfter: { status, logId } });
    await attempt(live, plan, renewed);
  }

  function endOf({ state, ending }: LiveSocket): Partial<ConsoleSocket> {
    const { closed, handshake } = state;
    if (state.stage === 'failed') return {};
    if (ending.signal.aborted && closed === null) return { stage: 'cancelled' };
    const isClean = closed?.code === normalClosure || closed?.code === goingAway || ending.signal.aborted;
    if (closed !== null && isClean) return { stage: 'closed' };
    if (closed !== null && closed.code !== 1006) return { stage: 'closed' };
    const { host } = new URL(state.url);
    return {
      stage: 'failed',
      problem:
        handshake !== null && handshake.status !== 101
          ? new ProblemError('console/socket-refused', { params: { host, status: handshake.status } }).problem
          : new ProblemError('http/reset', { params: { host, phase: 'body' }, remedies: ['retry'] }).problem,
    };
  }

  async function follow(live: LiveSocket, plan: SocketPlan): Promise<void> {
    // The caller learns the id before anything is told of it.
    await Promise.resolve();
    live.change({});
    try {
      await connect(live, plan);
      live.change(endOf(live));
    } catch (thrown) {
      if (live.ending.signal.aborted) live.change({ stage: 'cancelled' });
      else live.change({ stage: 'failed', problem: toProblem(thrown) });
    }
  }

  function opened(socketId: string): LiveSocket & { readonly open: OpenSocket } {
    const live = sockets.get(socketId);
    if (live === undefined || live.open === null) throw gone();
    return live as LiveSocket & { readonly open: OpenSocket };
  }

  const wait = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const leave = () => {
        callOff();
        reject(signal.reason);
      };
      const callOff = timers.after(milliseconds, () => {
        signal.removeEventListener('abort', leave);
        resolve();
      });
      signal.addEventListener('abort', leave, { once: true });
    });

  async function drop(socketId: string): Promise<void> {
    const live = sockets.get(socketId);
    if (live === undefined) return;
    sockets.delete(socketId);
    live.stop();
    live.ending.abort();
    await live.over;
    await live.log.drop();
  }

  function makeRoom(): void {
    const over = [...sockets.values()].filter(({ state }) => ended.has(state.stage));
    for (const { state } of over.slice(0, Math.max(0, sockets.size - mostSockets))) void drop(state.socketId);
  }

  return {
    connect: (plan, ends) => {
      const live = begin(plan);
      const { socketId } = live.state;
      sockets.set(socketId, live);
      const end = () => live.ending.abort();
      ends.addEventListener('abort', end, { once: true });
      live.over = follow(live, plan).finally(() => ends.removeEventListener('abort', end));
      if (ends.aborted) end();
      makeRoom();
      return socketId;
    },
    send: async (socketId, text) => {
      const live = opened(socketId);
      live.open.send(text);
      live.note('sent', text);
    },
    sendFile: async (socketId, { source, form, bytes, pauseMs }, asked) => {
      const live = opened(socketId);
      const signal = AbortSignal.any([asked, live.ending.signal]);
      let sent = 0;
      live.change({ sending: { bytes: 0, total: source.length } });
      try {
        for await (const { message, taken } of fileMessages(source, form, bytes, newId)) {
          const { open } = opened(socketId);
          open.send(message);
          live.note('sent', message);
          sent += taken;
          live.change({ sending: { bytes: sent, total: source.length } });
          await wait(pauseMs, signal);
          while (open.buffered() > mostBuffered) await wait(10, signal);
        }
      } finally {
        live.change({ sending: null });
      }
    },
    close: (socketId) => {
      const live = sockets.get(socketId);
      if (live?.open != null) live.open.close();
      else live?.ending.abort();
    },
    all: () => [...sockets.values()].map(({ state }) => state).toReversed(),
    messages: async (socketId, from, limit) => {
      const live = sockets.get(socketId);
      if (live === undefined) throw gone();
      return live.log.read(from, limit);
    },
    drop,
    end: async () => {
      const all = [...sockets.values()];
      for (const { ending } of all) ending.abort();
      await Promise.all(all.map(({ over }) => over));
      for (const { stop } of all) stop();
    },
  };
}
