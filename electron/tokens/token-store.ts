import type { AccessToken } from '../../shared/coze/token.ts';
import { ProblemError } from '../../shared/problem.ts';
import { type EpochMilliseconds, epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import { maskToken } from './mask.ts';

/** A token with its text; never leaves the main process as a whole. */
export interface HeldToken {
  readonly view: AccessToken;
  readonly text: string;
  /** The JWT that it was exchanged for. */
  readonly assertion: string;
  /** Where it came from: origin of the API that it is valid for, the OAuth app id, and the path of the exchange. */
  readonly api: string;
  readonly clientId: string;
  /** It alone says which account or enterprise the token stands for. */
  readonly tokenPath: string;
}

export interface TokenOwner extends Pick<HeldToken, 'api' | 'clientId' | 'tokenPath'> {
  readonly appId: string;
}

export interface TokenStore {
  /** Newest first. */
  readonly views: () => AccessToken[];
  readonly add: (fields: Omit<AccessToken, 'mask' | 'uses'>, secrets: Omit<HeldToken, 'view'>) => AccessToken;
  /** @throws ProblemError `token/not-found` */
  readonly get: (id: string) => HeldToken;
  /**
   * The newest token of an app that lives for at least `marginSeconds` more, on the server's clock. One that was minted
   * before the app's region, id, account or enterprise changed is not the app's any more.
   */
  readonly newestLive: (of: TokenOwner, now: EpochMilliseconds, marginSeconds: number) => HeldToken | null;
  readonly countUse: (id: string) => void;
  readonly forget: (id: string) => void;
  readonly clear: () => void;
}

const maxTokens = 200;

/** Seconds that `token` lives after `now` (local clock), judged on the server's clock; negative when it has expired. */
export function secondsLeft(token: AccessToken, now: EpochMilliseconds): number {
  return token.expiresAt - toEpochSeconds(epochMilliseconds(now + token.clockOffsetMs));
}

/** Access tokens of this run, in memory only; beyond 200 the oldest goes. */
export function createTokenStore(onChange: () => void): TokenStore {
  let tokens: readonly HeldToken[] = [];

  function replace(next: readonly HeldToken[]): void {
    tokens = next;
    onChange();
  }

  return {
    views: () => tokens.map(({ view }) => view),
    add: (fields, secrets) => {
      const view = { ...fields, mask: maskToken(secrets.text), uses: 0 };
      replace([{ ...secrets, view }, ...tokens].slice(0, maxTokens));
      return view;
    },
    get: (id) => {
      const held = tokens.find(({ view }) => view.id === id);
      if (held === undefined) throw new ProblemError('token/not-found', { remedies: ['mint-again'] });
      return held;
    },
    newestLive: (of, now, marginSeconds) =>
      tokens.find(
        ({ view, api, clientId, tokenPath }) =>
          view.appId === of.appId &&
          api === of.api &&
          clientId === of.clientId &&
          tokenPath === of.tokenPath &&
          secondsLeft(view, now) >= marginSeconds,
      ) ?? null,
    countUse: (id) =>
      replace(
        tokens.map((held) =>
          held.view.id === id ? { ...held, view: { ...held.view, uses: held.view.uses + 1 } } : held,
        ),
      ),
    forget: (id) => replace(tokens.filter(({ view }) => view.id !== id)),
    clear: () => replace([]),
  };
}
