import { createRoot } from 'react-dom/client';
import type { BridgePort, CallName, Reply, Snapshot } from '../../../shared/bridge.ts';
import type { ConsoleRun } from '../../../shared/console-run.ts';
import type { ConsoleSocket } from '../../../shared/console-socket.ts';
import { loopbackPaths } from '../../../shared/loopback.ts';
import { startI18n } from '../../i18n/i18n.ts';
import { useConnectionStore } from '../connection-store.ts';
import { ConnectionScreen } from './connection-screen.tsx';
import { keepConnected } from './keep-connected.ts';
import { followLastLook, lastLanguage } from './last-look.ts';
import { createLoopbackPort, type LoopbackPort } from './loopback-port.ts';
import { type Ask, pageCalls } from './page-host.ts';
import { exchange, takeSecret } from './page-session.ts';
import { post } from './request.ts';

/** Calls that the page makes of its own accord count downward, those of the screens upward. */
let lastOwnId = 0;

const askThrough =
  (port: LoopbackPort): Ask =>
  (name, input) => {
    lastOwnId -= 1;
    return port.call(lastOwnId, name, input);
  };

const told = ['profile', 'tokens', 'activity', 'clocks', 'keptTokens', 'keychain', 'practice'] as const;

/** The host has begun anew with this page: says everything as it is now. */
async function refresh(port: LoopbackPort): Promise<void> {
  const reply = await askThrough(port)('app.snapshot', null);
  if (!reply.ok) return;
  const snapshot = reply.value as Snapshot;
  for (const name of told) port.tell({ name, payload: snapshot[name] } as Parameters<typeof port.tell>[0]);
  const runs = await askThrough(port)('console.runs', null);
  if (!runs.ok) return;
  for (const run of runs.value as ConsoleRun[]) port.tell({ name: 'consoleRun', payload: { run } });
  const sockets = await askThrough(port)('console.sockets', null);
  if (!sockets.ok) return;
  for (const socket of sockets.value as ConsoleSocket[])
    port.tell({ name: 'consoleSocket', payload: { socket } });
}

function failure(thrown: unknown): Reply {
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return { ok: false, problem: { code: 'internal', params: { name }, remedies: [], server: null } };
}

/** The bridge with what this page does itself. */
function bridgeOf(port: LoopbackPort): BridgePort {
  const own: Partial<Record<string, (input: never) => Promise<Reply>>> = pageCalls(askThrough(port));
  return Object.freeze({
    call: (callId: number, name: string, input: unknown) => {
      const inPage = Object.hasOwn(own, name) ? own[name as CallName] : undefined;
      return inPage === undefined ? port.call(callId, name, input) : inPage(input as never).catch(failure);
    },
    cancel: port.cancel,
    addFile: port.addFile,
    subscribe: port.subscribe,
  });
}

function followLeaving(): void {
  window.addEventListener('pagehide', () => void post(loopbackPaths.leave, { keepalive: true }));
  // A page that comes back from the browser's memory was closed for the host.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
  });
  // Another link opened in this very tab changes nothing but the fragment.
  window.addEventListener('hashchange', () => window.location.reload());
}

let isShowing = false;

/** Beside the screens, which stay as they are below it. */
async function showConnection(): Promise<void> {
  if (isShowing) return;
  isShowing = true;
  await startI18n(lastLanguage());
  const place = document.body.appendChild(document.createElement('div'));
  createRoot(place).render(<ConnectionScreen />);
}

/**
 * Connects the page with the host that it is from, where no preload script has put a bridge on the window, and puts one
 * there. Resolves when the connection is there for the first time; until then, and whenever it is lost, the page says so.
 */
export async function openLoopback(): Promise<void> {
  followLastLook();
  followLeaving();
  useConnectionStore.subscribe(({ connection }) => {
    if (connection.kind !== 'connected') void showConnection();
  });
  const secret = takeSecret();
  const isLinkUsed = secret !== null && !(await exchange(secret));
  const port = createLoopbackPort(() => void refresh(port));
  Object.defineProperty(window, 'cozeMint', { value: bridgeOf(port) });
  await new Promise<void>((resolve) => {
    const onMessage: typeof port.hear = (message) => {
      port.hear(message);
      if (message.kind === 'hello') resolve();
    };
    void keepConnected(onMessage, isLinkUsed);
  });
}
