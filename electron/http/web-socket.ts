import type { Duplex } from 'node:stream';
import { type Dispatcher, WebSocket } from 'undici';
import { type CloseFrame, readCloseFrame } from './close-frame.ts';

type Pair = readonly [name: string, value: string];

/** The answer to a handshake (RFC 6455 §4.2.2). */
export interface Handshake {
  readonly status: number;
  readonly headers: readonly Pair[];
  /** The first 4 096 characters of a refusal. */
  readonly said: string;
}

/** How a WebSocket that was open came to its end. */
export interface SocketEnd {
  /** Of the close frame that came; 1006 when none came. */
  readonly code: number;
  readonly reason: string;
  /** What this side said when it could not take what came, and ended the connection (RFC 6455 §7.1.7). */
  readonly refused: CloseFrame | null;
  /** What the system said of a connection that broke; null when it said nothing. */
  readonly error: unknown;
}

export interface SocketListener {
  readonly onMessage: (data: string | Uint8Array) => void;
  readonly onClosed: (end: SocketEnd) => void;
}

/** A WebSocket that is open. */
export interface OpenSocket {
  readonly send: (data: string | Uint8Array) => void;
  /** Bytes that are not on their way yet. */
  readonly buffered: () => number;
  /** Sends a close frame; the socket is over when the other side has answered it. */
  readonly close: () => void;
  /** Ends the connection without waiting for the other side. */
  readonly cut: () => void;
}

export type SocketAnswer =
  | { readonly kind: 'open'; readonly handshake: Handshake; readonly socket: OpenSocket }
  | { readonly kind: 'refused'; readonly handshake: Handshake }
  /** Status 101, but not as RFC 6455 §4.1 wants it: this side did not take it. */
  | { readonly kind: 'mistaken'; readonly handshake: Handshake };

export interface SocketToOpen {
  /** `ws:` or `wss:`. */
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly signal: AbortSignal;
}

const longestSaid = 4096;
const switching = 101;
const normal = 1000;
const withoutFrame = 1006;
/** With these undici ends a connection over which something came that it does not take. */
const refusals: ReadonlySet<number> = new Set([1002, 1007, 1008, 1009]);

function pairsOf(headers: Readonly<Record<string, string | string[] | undefined>>): Pair[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): Pair => [name, each]),
  );
}

/** What happens on the way to the handshake's answer, which the WebSocket itself tells nobody. */
interface Way {
  handshake: Handshake | null;
  failure: unknown;
  raw: Duplex | null;
  /** What went out last. */
  lastOut: Uint8Array | null;
}

/** Why it ended a connection undici says in its close frame alone, so that what goes out is looked at. */
function watch(raw: Duplex, way: Way): void {
  way.raw = raw;
  raw.on('error', (error) => {
    way.failure ??= error;
  });
  const { write } = raw;
  raw.write = (...given: unknown[]) => {
    const [chunk] = given;
    if (chunk instanceof Uint8Array) way.lastOut = chunk;
    return Reflect.apply(write, raw, given) as boolean;
  };
}

/** The handshake goes out once: the way that undici takes would send a refused one again. */
function observed(dispatcher: Dispatcher, way: Way): Dispatcher {
  let isSent = false;
  return dispatcher.compose((dispatch) => (options, handler) => {
    if (isSent) throw new Error('the handshake was answered');
    isSent = true;
    return dispatch(options, {
      onRequestStart: (...given) => handler.onRequestStart?.(...given),
      onRequestUpgrade: (controller, status, headers, socket) => {
        way.handshake = { status, headers: pairsOf(headers), said: '' };
        watch(socket, way);
        handler.onRequestUpgrade?.(controller, status, headers, socket);
      },
      onResponseStart: (controller, status, headers, text) => {
        way.handshake = { status, headers: pairsOf(headers), said: '' };
        handler.onResponseStart?.(controller, status, headers, text);
      },
      onResponseData: (controller, chunk) => {
        if (way.handshake !== null) {
          const said = (way.handshake.said + chunk.toString('utf8')).slice(0, longestSaid);
          way.handshake = { ...way.handshake, said };
        }
        handler.onResponseData?.(controller, chunk);
      },
      onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
      onResponseError: (controller, error) => {
        way.failure ??= error;
        handler.onResponseError?.(controller, error);
      },
    });
  });
}

function wrapped(socket: WebSocket, way: Way, ending: { isAsked: boolean }): OpenSocket {
  const close = () => {
    ending.isAsked = true;
    socket.close(normal);
  };
  return {
    send: (data) => socket.send(data),
    buffered: () => socket.bufferedAmount,
    close,
    cut: () => {
      close();
      way.raw?.destroy();
    },
  };
}

function refusalIn({ lastOut }: Way): CloseFrame | null {
  const frame = lastOut === null ? null : readCloseFrame(lastOut);
  return frame !== null && refusals.has(frame.code) ? frame : null;
}

/**
 * Connects a WebSocket; a handshake that is answered with anything but 101 is refused. When `signal` aborts the
 * connection ends at once.
 *
 * @throws what broke the connection before there was an answer; the reason of `signal`
 */
export function openWebSocket(
  dispatcher: Dispatcher,
  { url, headers, signal }: SocketToOpen,
  listener: SocketListener,
): Promise<SocketAnswer> {
  const way: Way = { handshake: null, failure: null, raw: null, lastOut: null };
  const ending = { isAsked: false };
  const socket = new WebSocket(url, {
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    dispatcher: observed(dispatcher, way),
  });
  socket.binaryType = 'arraybuffer';
  const wrap = wrapped(socket, way, ending);
  signal.addEventListener('abort', wrap.cut, { once: true });

  return new Promise((resolve, reject) => {
    let isOpen = false;
    socket.addEventListener('open', () => {
      isOpen = true;
      const handshake = way.handshake ?? { status: switching, headers: [], said: '' };
      resolve({ kind: 'open', handshake, socket: wrap });
    });
    socket.addEventListener('message', ({ data }) =>
      listener.onMessage(typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer)),
    );
    socket.addEventListener('error', ({ error }) => {
      if (!isOpen) way.failure ??= error;
    });
    socket.addEventListener('close', ({ code, reason }) => {
      signal.removeEventListener('abort', wrap.cut);
      const { handshake, failure } = way;
      if (isOpen) {
        const refused = code === withoutFrame && !ending.isAsked ? refusalIn(way) : null;
        listener.onClosed({ code, reason, refused, error: failure });
        return;
      }
      // Nobody else does when undici does not take the handshake.
      way.raw?.destroy();
      if (signal.aborted) reject(signal.reason);
      else if (handshake === null) reject(failure ?? new Error('the handshake failed'));
      else resolve({ kind: handshake.status === switching ? 'mistaken' : 'refused', handshake });
    });
  });
}
