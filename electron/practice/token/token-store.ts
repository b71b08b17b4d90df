import { type DurationSeconds, type EpochSeconds, epochSeconds } from '../../../shared/time.ts';
import { createBoundedMap } from '../bounded-map.ts';
import type { GrantedScope } from './scope-shape.ts';

/** An access token that practice Coze gave out. */
export interface IssuedToken {
  readonly text: string;
  readonly clientId: string;
  /** Null: everything that the app may do. */
  readonly scope: GrantedScope | null;
  /** Not valid from this second on. */
  readonly expiresAt: EpochSeconds;
}

export interface TokenGrant {
  readonly clientId: string;
  readonly scope: GrantedScope | null;
  readonly duration: DurationSeconds;
}

export interface TokenStore {
  readonly issue: (grant: TokenGrant, now: EpochSeconds) => IssuedToken;
  readonly find: (text: string) => IssuedToken | null;
}

const capacity = 10_000;

/** The access tokens in circulation; the oldest are forgotten beyond 10 000. */
export function createTokenStore(randomBytes: (n: number) => Uint8Array): TokenStore {
  const tokens = createBoundedMap<string, IssuedToken>(capacity);
  return {
    issue: ({ clientId, scope, duration }, now) => {
      const text = `czs_${Buffer.from(randomBytes(48)).toString('base64url')}`;
      const token = { text, clientId, scope, expiresAt: epochSeconds(now + duration) };
      tokens.set(text, token);
      return token;
    },
    find: (text) => tokens.get(text) ?? null,
  };
}
