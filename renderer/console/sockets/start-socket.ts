import type { ConsoleSocket } from '../../../shared/console-socket.ts';
import { useAppStore } from '../../app/app-store.ts';
import { call, problemOf } from '../../app/bridge-client.ts';
import { attempt } from '../../app/toast-store.ts';
import { noteRecent } from '../catalogue/endpoint-marks.ts';
import { apiOriginOf } from '../surroundings.ts';
import type { ConsoleTab } from '../tabs/console-tab.ts';
import { patchTab, useTabsStore } from '../tabs-store.ts';
import { senderOf } from '../token-choice.ts';
import { resolverOf } from '../variables/variables-store.ts';
import { faultIn, unresolvedIn, withFreshId } from './composed-text.ts';
import { withSent } from './socket-draft.ts';
import { socketObstacles, socketRequestOf } from './socket-request.ts';
import { isClosing, isConnecting, isOpen } from './socket-stage.ts';
import { closeSocket, connectTo, dropSocket, useSocketsStore } from './sockets-store.ts';

/** Tabs whose WebSocket is to be closed as soon as it has begun. */
const calledOff = new Set<string>();
/** What cancels the files that are on their way, by tab. */
const sending = new Map<string, AbortController>();

function socketOf({ socketId }: ConsoleTab): ConsoleSocket | null {
  return socketId === null ? null : (useSocketsStore.getState().sockets[socketId] ?? null);
}

/** Puts a WebSocket in the place of the tab's last one, which is dropped; false when the tab is gone. */
function addSocket(tabId: string, socketId: string): boolean {
  const tab = useTabsStore.getState().tabs.find(({ id }) => id === tabId);
  const old = tab === undefined ? socketId : tab.socketId;
  if (old !== null) void dropSocket(old).catch(() => undefined);
  patchTab(tabId, { socketId, isStarting: false, touched: true });
  return tab !== undefined;
}

/** Connects the WebSocket of a tab, unless something is in the way or it is connected. */
async function connect(tab: ConsoleTab): Promise<void> {
  const socket = socketOf(tab);
  if (tab.isStarting || isConnecting(socket) || isOpen(socket) || isClosing(socket)) return;
  const draft = tab.history.present;
  const sender = senderOf(tab.tokenChoice, useAppStore.getState().profile.currentAppId);
  const apiOrigin = apiOriginOf(tab.tokenChoice);
  const obstacles = socketObstacles(draft, resolverOf(draft.variableSetId), apiOrigin);
  if (sender === null || obstacles.length > 0) return;
  patchTab(tab.id, (now) => ({
    isStarting: true,
    problem: null,
    view: now.view === 'params' ? 'body' : now.view,
    socket: { ...now.socket, wasConnected: false },
  }));
  if (draft.endpointId !== null) noteRecent(draft.endpointId);
  try {
    const socketId = await connectTo(socketRequestOf(draft, sender.source, apiOrigin));
    if (addSocket(tab.id, socketId) && calledOff.has(tab.id)) closeSocket(socketId);
  } catch (thrown) {
    patchTab(tab.id, { isStarting: false, problem: problemOf(thrown), touched: true });
  } finally {
    calledOff.delete(tab.id);
  }
}

/** Connects, or ends the connection; while the other side has not agreed to that, ends it without its consent. */
export function toggleSocket(tab: ConsoleTab): void {
  const socket = socketOf(tab);
  if (socket !== null && (isOpen(socket) || isClosing(socket))) closeSocket(socket.socketId);
  else void connect(tab);
}

/** Sends what is written in the tab; text that is no JSON stays there. */
export async function sendComposed(tab: ConsoleTab): Promise<void> {
  const socket = socketOf(tab);
  const { text } = tab.socket;
  const { variableSetId } = tab.history.present;
  if (socket === null || !isOpen(socket) || faultIn(text) !== null) return;
  if (unresolvedIn(text, variableSetId, resolverOf(variableSetId)).length > 0) return;
  const { socketId } = socket;
  const message = withFreshId(text, () => crypto.randomUUID());
  const input = { socketId, text: message, variableSetId };
  const sent = await attempt(call('console.sendMessage', input).then(() => true));
  if (sent) patchTab(tab.id, (now) => ({ socket: withSent(now.socket, text) }));
}

/** Sends the file of the tab piece by piece. */
export async function sendFile(tab: ConsoleTab, audioEvent: string): Promise<void> {
  const socket = socketOf(tab);
  const { file, form, pieceBytes, pauseMs } = tab.socket;
  if (socket === null || !isOpen(socket) || file === null || sending.has(tab.id)) return;
  const controller = new AbortController();
  sending.set(tab.id, controller);
  const input = {
    socketId: socket.socketId,
    fileId: file.fileId,
    form: form === 'binary' ? ({ kind: form } as const) : ({ kind: form, eventType: audioEvent } as const),
    bytes: pieceBytes,
    pauseMs,
  };
  await attempt(call('console.sendFile', input, { signal: controller.signal }));
  sending.delete(tab.id);
}

/** Stops the file that is on its way; what is sent is sent. */
export function cancelFile({ id }: Pick<ConsoleTab, 'id'>): boolean {
  const controller = sending.get(id);
  controller?.abort();
  return controller !== undefined;
}

/** Connects; over an open connection, sends what is written where that can be seen. Ending one takes its button. */
export function pressSocket(tab: ConsoleTab): void {
  const socket = socketOf(tab);
  if (socket === null || !(isOpen(socket) || isClosing(socket))) void connect(tab);
  else if (tab.view === 'body' || tab.view === 'headers') void sendComposed(tab);
}

/** Gives up connecting, or a file that is on its way; false when there is neither. */
export function callOffSocket(tab: ConsoleTab): boolean {
  const socket = socketOf(tab);
  if (tab.isStarting) calledOff.add(tab.id);
  else if (socket !== null && isConnecting(socket)) closeSocket(socket.socketId);
  else return cancelFile(tab);
  return true;
}
