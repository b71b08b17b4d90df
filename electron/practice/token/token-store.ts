import { type DurationSeconds, type EpochSeconds, epochSeconds } from '../../../shared/time.ts';
import { createBoundedMap } from '../bounded-map.ts';
import type { PracticeApp } from '../practice-app.ts';
import type { GrantedScope } from './scope-shape.ts';
import type { TokenPath } from './token-attempt.ts';

/** An access token that practice Coze gave out. */
export interface IssuedToken {
  readonly text: string;
  readonly clientId: string;
  readonly appType: PracticeApp['type'];
  /** The path that it was issued at, which says whose resources it reaches. */
  readonly path: TokenPath;
  /** Null: everything that the app may do. */
  readonly scope: GrantedScope | null;
  /** Not valid from this second on. */
  readonly expiresAt: EpochSeconds;
}

export type TokenGrant = Omit<IssuedToken, 'text' | 'expiresAt'> & { readonly duration: DurationSeconds };

export interface TokenStore {
  readonly issue: (grant: TokenGrant, now: EpochSeconds) => IssuedToken;
  readonly find: (text: string) => IssuedToken | null;
}

const capacity = 10_000;

/** The access tokens in circulation; the oldest are forgotten beyond 10 000. */
export function createTokenStore(randomBytes: (n: number) => Uint8Array): TokenStore {
  const tokens = createBoundedMap<string, IssuedToken>(capacity);
  return {
    issue: ({ duration, ...grant }, now) => {
      const text = `czs_${Buffer.from(randomBytes(48)).toString('base64url')}`;
      const token = { ...grant, text, expiresAt: epochSeconds(now + duration) };
      tokens.set(text, token);
      return token;
    },
    find: (text) => tokens.get(text) ?? null,
  };
}
