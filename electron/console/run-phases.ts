import type { RunTiming } from '../../shared/console-run.ts';
import type { ConnectTimes } from '../http/connect-times.ts';
import type { RequestWatch } from '../http/watch-requests.ts';

/** The phases of one attempt; of one that is redirected those of the last hop. */
export interface RunPhases {
  readonly watch: RequestWatch;
  /** What is known so far. */
  readonly timing: () => RunTiming;
  /** The same when the last byte has come, or none will. */
  readonly ended: () => RunTiming;
}

export interface SentListener {
  /** @param bytes - of the body, so far */
  readonly onSent: (bytes: number) => void;
  readonly onAllSent: () => void;
}

function between(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from);
}

/**
 * @param stopwatch - milliseconds
 * @param startedAt - when a person asked for the request; what is before its connection counts as `queue`
 */
export function createRunPhases(
  stopwatch: () => number,
  startedAt: number,
  { onSent, onAllSent }: SentListener,
): RunPhases {
  let dispatchedAt: number | null = null;
  let isProxied = false;
  let connection: ConnectTimes | null = null;
  let sentAt: number | null = null;
  let headAt: number | null = null;
  let bytes = 0;

  /** A connection that is there is written to in a moment; that counts with the wait for the answer. */
  function connectedFor(fresh: ConnectTimes | null): number | null {
    const at = isProxied ? null : (fresh?.securedAt ?? fresh?.connectedAt ?? null);
    return at === null ? null : Math.max(startedAt, at);
  }

  function timing(endedAt: number | null): RunTiming {
    const fresh = connection;
    const lookedUpAt = fresh?.lookedUpAt ?? fresh?.startedAt ?? null;
    // Through a proxy nothing but the whole way to the server is known.
    const connect = isProxied
      ? between(dispatchedAt, sentAt)
      : between(lookedUpAt, fresh?.connectedAt ?? null);
    return {
      queue: between(startedAt, fresh?.startedAt ?? (isProxied ? dispatchedAt : sentAt)),
      dns: between(fresh?.startedAt ?? null, fresh?.lookedUpAt ?? null),
      connect,
      tls: between(fresh?.connectedAt ?? null, fresh?.securedAt ?? null),
      firstByte: between(connectedFor(fresh) ?? sentAt, headAt),
      body: between(headAt, endedAt),
      total: between(startedAt, endedAt),
    };
  }

  return {
    watch: {
      onDispatch: (proxied) => {
        [dispatchedAt, isProxied, connection, sentAt, headAt, bytes] = [
          stopwatch(),
          proxied,
          null,
          null,
          null,
          0,
        ];
      },
      onConnection: (times) => {
        connection = times;
        sentAt = stopwatch();
      },
      onSent: (more) => {
        bytes += more;
        onSent(bytes);
      },
      onAllSent,
      onHead: () => {
        headAt = stopwatch();
      },
    },
    timing: () => timing(null),
    ended: () => timing(stopwatch()),
  };
}
