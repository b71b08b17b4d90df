import { subscribe } from 'node:diagnostics_channel';
import { type ConnectTimes, takeConnectTimes } from './connect-times.ts';

/** Is told how far a request has come, hop for hop when it is redirected. */
export interface RequestWatch {
  /** It is handed to the connections. */
  readonly onDispatch: (proxied: boolean) => void;
  /** Its head goes out, on a new connection or (null) on one that was there. */
  readonly onConnection: (times: ConnectTimes | null) => void;
  /** So many bytes more of its body have gone out. */
  readonly onSent: (bytes: number) => void;
  /** The whole of it has gone out. */
  readonly onAllSent: () => void;
  /** The head of the answer is there. */
  readonly onHead: () => void;
}

const watches = new WeakMap<object, RequestWatch>();
let next: RequestWatch | null = null;
let isListening = false;

/** What undici publishes (docs/api/DiagnosticsChannel); no other way tells which connection a request got. */
interface Published {
  readonly request: object;
  readonly socket: object;
  readonly chunk: string | Uint8Array;
}

function on(channel: string, tell: (watch: RequestWatch, published: Published) => void): void {
  subscribe(`undici:${channel}`, (message) => {
    const published = message as Published;
    const watch = watches.get(published.request);
    if (watch !== undefined) tell(watch, published);
  });
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  subscribe('undici:request:create', (message) => {
    if (next !== null) watches.set((message as Published).request, next);
  });
  on('client:sendHeaders', (watch, { socket }) => watch.onConnection(takeConnectTimes(socket)));
  on('request:bodyChunkSent', (watch, { chunk }) => watch.onSent(Buffer.byteLength(chunk)));
  on('request:bodySent', (watch) => watch.onAllSent());
  on('request:headers', (watch) => watch.onHead());
}

/** Runs `ask`, which creates one request of undici before it returns; `watch` is told of that one. */
export function watched<Answer>(
  watch: RequestWatch | undefined,
  proxied: boolean,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  if (watch === undefined) return ask();
  listen();
  watch.onDispatch(proxied);
  next = watch;
  try {
    return ask();
  } finally {
    next = null;
  }
}
