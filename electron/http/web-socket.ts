import { type Dispatcher, WebSocket } from 'undici';

type Pair = readonly [name: string, value: string];

/** The answer to a handshake (RFC 6455 §4.2.2). */
export interface Handshake {
  readonly status: number;
  readonly headers: readonly Pair[];
  /** The first 4 096 characters of a refusal. */
  readonly said: string;
}

export interface SocketListener {
  readonly onMessage: (data: string | Uint8Array) => void;
  /** @param code - of the close frame; 1006 when there was none */
  readonly onClosed: (code: number, reason: string) => void;
}

/** A WebSocket that is open. */
export interface OpenSocket {
  readonly send: (data: string | Uint8Array) => void;
  /** Bytes that are not on their way yet. */
  readonly buffered: () => number;
  readonly close: () => void;
}

export type SocketAnswer =
  | { readonly kind: 'open'; readonly handshake: Handshake; readonly socket: OpenSocket }
  | { readonly kind: 'refused'; readonly handshake: Handshake };

export interface SocketToOpen {
  /** `ws:` or `wss:`. */
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly signal: AbortSignal;
}

const longestSaid = 4096;

function pairsOf(headers: Readonly<Record<string, string | string[] | undefined>>): Pair[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): Pair => [name, each]),
  );
}

/** What happens on the way to the handshake's answer, which the WebSocket itself tells nobody. */
interface Way {
  handshake: Handshake | null;
  failure: unknown;
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

function wrapped(socket: WebSocket): OpenSocket {
  return {
    send: (data) => socket.send(data),
    buffered: () => socket.bufferedAmount,
    close: () => socket.close(1000),
  };
}

/**
 * Connects a WebSocket; a handshake that is answered with anything but 101 is refused.
 *
 * @throws what broke the connection before there was an answer; the reason of `signal`
 */
export function openWebSocket(
  dispatcher: Dispatcher,
  { url, headers, signal }: SocketToOpen,
  listener: SocketListener,
): Promise<SocketAnswer> {
  const way: Way = { handshake: null, failure: null };
  const socket = new WebSocket(url, {
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    dispatcher: observed(dispatcher, way),
  });
  socket.binaryType = 'arraybuffer';
  const leave = () => socket.close();
  signal.addEventListener('abort', leave, { once: true });

  return new Promise((resolve, reject) => {
    let isOpen = false;
    socket.addEventListener('open', () => {
      isOpen = true;
      const handshake = way.handshake ?? { status: 101, headers: [], said: '' };
      resolve({ kind: 'open', handshake, socket: wrapped(socket) });
    });
    socket.addEventListener('message', ({ data }) =>
      listener.onMessage(typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer)),
    );
    socket.addEventListener('error', ({ error }) => {
      way.failure ??= error;
    });
    socket.addEventListener('close', ({ code, reason }) => {
      signal.removeEventListener('abort', leave);
      if (isOpen) listener.onClosed(code, reason);
      else if (signal.aborted) reject(signal.reason);
      else if (way.handshake !== null) resolve({ kind: 'refused', handshake: way.handshake });
      else reject(way.failure ?? new Error('the handshake failed'));
    });
  });
}
