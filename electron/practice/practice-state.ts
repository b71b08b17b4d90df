import { type Clock, type EpochMilliseconds, epochMilliseconds } from '../../shared/time.ts';
import { type ChatStore, createChatStore } from './api/chat-store.ts';
import { createFaultBoard, type FaultBoard } from './faults.ts';
import { createIdSource } from './id-source.ts';
import { type AppRegistry, createAppRegistry } from './practice-app.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
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
  readonly adminKey: string;
  readonly apps: AppRegistry;
  readonly faults: FaultBoard;
  readonly tokens: TokenStore;
  readonly useOnce: (clientId: string, jti: string) => boolean;
  readonly chats: ChatStore;
  readonly log: RequestLog;
}

export function createPracticeState({ clock, randomBytes }: PracticeDeps): PracticeState {
  const faults = createFaultBoard();
  const now = () => epochMilliseconds(clock.now() + faults.current().clockOffsetSeconds * 1000);
  return {
    now,
    randomBytes,
    adminKey: Buffer.from(randomBytes(32)).toString('base64url'),
    apps: createAppRegistry(),
    faults,
    tokens: createTokenStore(randomBytes),
    useOnce: rememberAssertions(),
    chats: createChatStore(createIdSource(randomBytes)),
    log: createRequestLog(),
  };
}
