import { type Clock, type EpochMilliseconds, epochMilliseconds } from '../../shared/time.ts';
import { type ChatStore, createChatStore } from './api/chats/chat-store.ts';
import { type ConversationStore, createConversationStore } from './api/conversations/conversation-store.ts';
import { createHoldings, type Holdings } from './api/holdings.ts';
import { createFaultBoard, type FaultBoard } from './faults.ts';
import { createIdSource } from './id-source.ts';
import { type AppRegistry, createAppRegistry } from './practice-app.ts';
import { createRequestLog, type RequestLog, type RequestLogEntry } from './request-log.ts';
import { createTokenStore, type TokenStore } from './token/token-store.ts';
import { rememberAssertions } from './token/used-assertions.ts';

/** What practice Coze is made with. */
export interface PracticeDeps {
  readonly clock: Clock;
  readonly randomBytes: (n: number) => Uint8Array;
}

/** Everything that one practice Coze remembers; in memory only, and kept while it is stopped. */
export interface PracticeState {
  /** Practice Coze's own clock: the given one plus the clock fault. */
  readonly now: () => EpochMilliseconds;
  readonly randomBytes: (n: number) => Uint8Array;
  /** A new 64-bit id each time, as Coze's are. */
  readonly newId: () => bigint;
  readonly adminKey: string;
  readonly apps: AppRegistry;
  readonly faults: FaultBoard;
  readonly tokens: TokenStore;
  readonly useOnce: (clientId: string, jti: string) => boolean;
  readonly conversations: ConversationStore;
  readonly chats: ChatStore;
  readonly holdings: Holdings;
  readonly log: RequestLog;
  /** Forgets what came and what was made: tokens, used assertions, conversations, log. Apps and faults stay. */
  readonly reset: () => void;
  /** Tells the log and the faults to everyone who listens; gives the function that ends it. */
  readonly subscribe: (listener: (change: PracticeChange) => void) => () => void;
  /** The real time, without the clock fault. */
  readonly clock: Clock;
}

/** What practice Coze says by itself. */
export type PracticeChange =
  | { readonly kind: 'entry'; readonly entry: RequestLogEntry }
  | { readonly kind: 'log-cleared' }
  | { readonly kind: 'faults' };

export function createPracticeState({ clock, randomBytes }: PracticeDeps): PracticeState {
  const listeners = new Set<(change: PracticeChange) => void>();
  const tell = (change: PracticeChange) => {
    for (const listener of listeners) listener(change);
  };
  const faults = createFaultBoard(() => tell({ kind: 'faults' }));
  const now = () => epochMilliseconds(clock.now() + faults.current().clockOffsetSeconds * 1000);
  const newId = createIdSource(randomBytes);
  /** What a reset forgets. */
  const remembered = () => {
    const conversations = createConversationStore(newId);
    return {
      tokens: createTokenStore(randomBytes),
      useOnce: rememberAssertions(),
      conversations,
      chats: createChatStore(conversations),
      holdings: createHoldings(),
    };
  };
  const log = createRequestLog((entry) =>
    tell(entry === null ? { kind: 'log-cleared' } : { kind: 'entry', entry }),
  );
  const state: PracticeState = {
    clock,
    now,
    randomBytes,
    newId,
    adminKey: Buffer.from(randomBytes(32)).toString('base64url'),
    apps: createAppRegistry(),
    faults,
    ...remembered(),
    log,
    reset: () => {
      Object.assign(state, remembered());
      log.clear();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return state;
}
