import { useEffect } from 'react';
import { create } from 'zustand';
import type { ConsoleSocket, SocketMessage, SocketRequest } from '../../../shared/console-socket.ts';
import { call, subscribe } from '../../app/bridge-client.ts';
import { followOnce } from '../../app/follow-once.ts';
import { newest } from '../newest.ts';

/** The newest messages of a WebSocket. */
export interface SocketMessages {
  /** Index of the first one in `messages`. */
  readonly first: number;
  /** In order, without gaps. */
  readonly messages: readonly SocketMessage[];
  /** Those before this index were cleared by a person. */
  readonly clearedTo: number;
}

interface SocketsState {
  readonly sockets: Readonly<Record<string, ConsoleSocket>>;
  readonly messages: Readonly<Record<string, SocketMessages>>;
}

/** What the main process said of the WebSockets that it holds. */
export const useSocketsStore = create<SocketsState>()(() => ({ sockets: {}, messages: {} }));

/** What a page keeps of the messages of one WebSocket. */
const most = { count: 20_000, characters: 48 * 1024 * 1024 };

export const noMessages: SocketMessages = { first: 0, messages: [], clearedTo: 0 };

/** What is kept of `known` when `came` comes behind it; what is known or cleared already is not taken. */
export function withMessages(known: SocketMessages, came: readonly SocketMessage[]): SocketMessages {
  const next = Math.max(known.clearedTo, known.first + known.messages.length);
  const messages = newest(known.messages, came, next, most);
  return messages === null ? known : { ...known, first: messages[0]?.index ?? 0, messages };
}

/** None of what has come so far. */
export function cleared({ first, messages }: SocketMessages): SocketMessages {
  const clearedTo = first + messages.length;
  return { first: clearedTo, messages: [], clearedTo };
}

function takeSocket(socket: ConsoleSocket): void {
  useSocketsStore.setState(({ sockets }) => ({ sockets: { ...sockets, [socket.socketId]: socket } }));
}

function changeMessages(socketId: string, change: (known: SocketMessages) => SocketMessages): void {
  useSocketsStore.setState(({ messages }) => ({
    messages: { ...messages, [socketId]: change(messages[socketId] ?? noMessages) },
  }));
}

function listen(): void {
  subscribe((event) => {
    if (event.name === 'consoleSocket') takeSocket(event.payload.socket);
    else if (event.name === 'consoleMessages') {
      const { socketId, messages } = event.payload;
      changeMessages(socketId, (known) => withMessages(known, messages));
    }
  });
}

async function ask(): Promise<void> {
  const known = await call('console.sockets', null);
  useSocketsStore.setState(({ sockets }) => ({
    sockets: { ...Object.fromEntries(known.map((socket) => [socket.socketId, socket])), ...sockets },
  }));
}

/** Begins to follow the sockets. May be called again at no cost. */
export const followSockets = followOnce(listen, ask);

/**
 * Connects a WebSocket.
 *
 * @returns its id; it is in the store at once or in a moment
 * @throws CallError when the request is not in order
 */
export async function connectTo(request: SocketRequest): Promise<string> {
  await followSockets();
  return (await call('console.connect', { request })).socketId;
}

/** Closes a socket; what came over it stays. */
export function closeSocket(socketId: string): void {
  void call('console.closeSocket', { socketId }).catch(() => undefined);
}

/** Takes all messages that have come so far out of sight. */
export function clearMessages(socketId: string): void {
  changeMessages(socketId, cleared);
}

/** Frees what is kept of a socket, here and in the main process; one that is open is closed. */
export async function dropSocket(socketId: string): Promise<void> {
  await call('console.dropSocket', { socketId });
  useSocketsStore.setState((state) => {
    const { [socketId]: _socket, ...sockets } = state.sockets;
    const { [socketId]: _messages, ...messages } = state.messages;
    return { sockets, messages };
  });
}

/** How a socket stands; null when nothing is known of it, or not yet. */
export function useSocket(socketId: string | null): ConsoleSocket | null {
  useEffect(() => void followSockets().catch(() => undefined), []);
  return useSocketsStore((state) => (socketId === null ? null : (state.sockets[socketId] ?? null)));
}

/** The messages of a socket that are in memory. */
export function useMessages(socketId: string): SocketMessages {
  return useSocketsStore((state) => state.messages[socketId] ?? noMessages);
}
