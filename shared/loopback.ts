import type { BridgeEvent, Reply } from './bridge.ts';

/** What the page in a browser and the host that serves it agree on, beside the bridge's contract. */
export const loopbackPaths = {
  /** POST `{secret}`: exchanges the link's secret for a session; answers {@link SessionAnswer}. */
  session: '/bridge/session',
  /** GET: the one stream of a page, `text/event-stream`. It is what makes the page known. */
  events: '/bridge/events',
  /** POST `{callId, name, input}`: 202 when it is on its way, also when it was before; the reply comes by the stream. */
  call: '/bridge/call',
  /** POST `{callId}`. */
  cancel: '/bridge/cancel',
  /** POST, a file of any size as {@link uploadType}, its name as the parameter `name`: answers a `Reply`. */
  file: '/bridge/file',
  /** POST, empty: says by its header what was seen of the stream, which need not be kept any longer. */
  seen: '/bridge/seen',
  /** POST, empty: the page is closed. */
  leave: '/bridge/leave',
  /** POST, empty: a link for another browser; answers {@link LinkAnswer}. */
  link: '/bridge/link',
} as const;

/** No form of another site can send it. */
export const uploadType = 'application/octet-stream';

/** Beside the cookie: what only pages of this very origin know. Cookies do not keep ports apart. */
export const pageKeyHeader = 'x-coze-mint-page-key';
/** The page's name for itself: one for each time that it is loaded. */
export const pageIdHeader = 'x-coze-mint-page';
/** The last message that the page has seen: the stream's name for itself, a dot, and the number of the message. */
export const seenHeader = 'x-coze-mint-seen';

export interface SessionAnswer {
  readonly pageKey: string;
}

export interface LinkAnswer {
  readonly link: string;
}

/** What the stream carries, by the name of its events. `event` and `reply` are numbered by their `id`. */
export interface StreamMessages {
  /**
   * The first one: whether the page goes on where it was, or is a new one to the host; and the name under which the
   * messages are counted.
   */
  readonly hello: { readonly resumed: boolean; readonly count: string };
  readonly event: BridgeEvent;
  readonly reply: { readonly callId: number; readonly reply: Reply };
  /** The last one: the host ends. */
  readonly end: null;
}
