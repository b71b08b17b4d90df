import { type Connection, useConnectionStore } from '../connection-store.ts';
import { readStream, type StreamEnd, type StreamMessage } from './read-stream.ts';

const longestPause = 8000;
const firstPause = 250;

let stopWaiting = () => {};

/** Tries again at once. */
export function retryNow(): void {
  stopWaiting();
}

function wait(milliseconds: number | null): Promise<void> {
  return new Promise((resolve) => {
    const timer = milliseconds === null ? undefined : setTimeout(resolve, milliseconds);
    stopWaiting = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** The pause before an attempt in milliseconds, doubled from one to the next. */
export function pauseBefore(attempt: number): number {
  return attempt <= 1 ? 0 : Math.min(longestPause, firstPause * 2 ** (attempt - 1));
}

function show(connection: Connection): void {
  useConnectionStore.setState({ connection });
}

/** What is shown when a stream came to its end; a first loss that may be none is shown to nobody. */
function connectionAfter(end: StreamEnd, attempt: number, isLinkUsed: boolean): Connection | null {
  switch (end) {
    case 'no-session':
      return { kind: 'no-session', isLinkUsed };
    case 'too-many-pages':
    case 'ended':
      return { kind: end };
    case 'silent':
      return { kind: 'lost', attempt };
    default:
      return attempt > 1 ? { kind: 'lost', attempt } : null;
  }
}

/**
 * Keeps the page's stream open for as long as the page is there: a lost connection is made again by itself, sooner when
 * the browser says that it is online or the page is looked at; what cannot heal by itself waits for {@link retryNow}.
 *
 * @param isLinkUsed - whether this page was opened by a link that had been used already
 */
export async function keepConnected(
  onMessage: (message: StreamMessage) => void,
  isLinkUsed: boolean,
): Promise<never> {
  window.addEventListener('online', () => retryNow());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && useConnectionStore.getState().connection.kind === 'lost') retryNow();
  });
  const page = new AbortController();
  window.addEventListener('pagehide', () => page.abort());

  for (let attempt = 0; ; ) {
    const end = await readStream((message) => {
      if (message.kind === 'hello') {
        attempt = 0;
        show({ kind: 'connected' });
      }
      onMessage(message);
    }, page.signal);
    attempt += 1;
    const connection = connectionAfter(end, attempt, isLinkUsed);
    if (connection !== null) show(connection);
    const healsByItself = end === 'broken' || end === 'unreached' || end === 'silent';
    await wait(healsByItself ? pauseBefore(attempt) : null);
  }
}
