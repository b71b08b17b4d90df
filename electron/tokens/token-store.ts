import type { AccessToken, Renewal } from '../../shared/coze/token.ts';
import { ProblemError } from '../../shared/problem.ts';
import { type EpochMilliseconds, epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import { maskToken } from './mask.ts';

/** A token with its text; never leaves the main process as a whole. */
export interface HeldToken {
  readonly view: AccessToken;
  readonly text: string;
  /** The JWT that it was exchanged for; null when it was pasted, or kept from an earlier run. */
  readonly assertion: string | null;
  /** Where it came from: origin of the API that it is valid for, the OAuth app id, and the path of the exchange. */
  readonly api: string;
  readonly clientId: string;
  /** It alone says which account or enterprise the token stands for. */
  readonly tokenPath: string;
  /** Milliseconds from its first moment here to its expiry; null when nobody knows when it expires. */
  readonly lifetimeMs: number | null;
  /**
   * Whether it is worth being renewed by itself: its text was put to use while it lived, or its renewal was asked for,
   * since it came to be.
   */
  readonly wanted: boolean;
}

export interface TokenOwner extends Pick<HeldToken, 'api' | 'clientId' | 'tokenPath'> {
  readonly appId: string;
}

type GivenFields = Omit<AccessToken, 'mask' | 'uses' | 'lastUsedAt' | 'renewal' | 'replacedBy' | 'replaces'>;
type Secrets = Omit<HeldToken, 'view' | 'lifetimeMs' | 'wanted'>;

export interface TokenStore {
  /** Newest first. */
  readonly views: () => AccessToken[];
  readonly all: () => readonly HeldToken[];
  /** @param renews - ids of tokens whose place it takes at once, as {@link TokenStore.replace} says */
  readonly add: (fields: GivenFields, secrets: Secrets, renews?: readonly string[]) => AccessToken;
  /** Takes in tokens of an earlier run, behind those of this one. */
  readonly restore: (tokens: readonly HeldToken[]) => void;
  /** @throws ProblemError `token/not-found` */
  readonly get: (id: string) => HeldToken;
  readonly find: (id: string) => HeldToken | null;
  /**
   * The newest token of an app that lives for at least `marginSeconds` more, on the server's clock. One that was minted
   * before the app's region, id, account or enterprise changed is not the app's any more.
   */
  readonly newestLive: (of: TokenOwner, now: EpochMilliseconds, marginSeconds: number) => HeldToken | null;
  /** A request was sent with it. */
  readonly countUse: (id: string, now: EpochMilliseconds) => void;
  /** Its text was taken away: copied or revealed. */
  readonly touch: (id: string, now: EpochMilliseconds) => void;
  /** Switching it on also asks for a renewal. */
  readonly setAutoRenew: (id: string, autoRenew: boolean) => void;
  readonly setRenewals: (renewals: ReadonlyMap<string, Renewal | null>) => void;
  /** The token `newId` takes the place of `oldId`, and renews by itself if that does. Nothing when one of them is gone. */
  readonly replace: (oldId: string, newId: string) => void;
  /** The offset of an API origin is another one now. */
  readonly setOffset: (api: string, offsetMs: number) => void;
  /** The local clock was moved forward by this much: what is told on it moves along. */
  readonly moveClock: (jumpMs: number) => void;
  readonly forget: (id: string) => void;
  /** Brings back a token that was forgotten, to where it stood. */
  readonly putBack: (token: HeldToken) => void;
  /** @returns how many were forgotten */
  readonly forgetWhere: (isGone: (token: HeldToken) => boolean) => number;
}

export const maxTokens = 1000;

/** Milliseconds that `token` lives after `now` (local clock), judged on the server's clock; infinite when unknown. */
export function millisecondsLeft(
  token: Pick<AccessToken, 'expiresAt' | 'clockOffsetMs'>,
  now: EpochMilliseconds,
): number {
  if (token.expiresAt === null) return Number.POSITIVE_INFINITY;
  return token.expiresAt * 1000 - (now + token.clockOffsetMs);
}

/** Whole seconds that `token` lives after `now` (local clock), judged on the server's clock; negative when expired. */
export function secondsLeft(token: AccessToken, now: EpochMilliseconds): number {
  if (token.expiresAt === null) return Number.POSITIVE_INFINITY;
  return token.expiresAt - toEpochSeconds(epochMilliseconds(now + token.clockOffsetMs));
}

/** Whether a token came from this app, and from this API, which it is valid for. */
export function isOwnedBy({ view, api, clientId, tokenPath }: HeldToken, owner: TokenOwner): boolean {
  return (
    view.appId === owner.appId &&
    api === owner.api &&
    clientId === owner.clientId &&
    tokenPath === owner.tokenPath
  );
}

/** At most {@link maxTokens}: the oldest that have expired go first, then the oldest. */
function withinLimit(tokens: readonly HeldToken[], now: EpochMilliseconds): readonly HeldToken[] {
  const surplus = tokens.length - maxTokens;
  if (surplus <= 0) return tokens;
  const oldestFirst = tokens.toReversed();
  const expired = oldestFirst.filter(({ view }) => millisecondsLeft(view, now) <= 0);
  const others = oldestFirst.filter(({ view }) => millisecondsLeft(view, now) > 0);
  const gone = new Set([...expired, ...others].slice(0, surplus));
  return tokens.filter((token) => !gone.has(token));
}

/** The same list when one of the two is gone, or when nothing is new about it. */
function inPlaceOf(tokens: readonly HeldToken[], oldId: string, newId: string): readonly HeldToken[] {
  const find = (id: string) => tokens.find(({ view }) => view.id === id);
  const old = find(oldId);
  if (old === undefined || find(newId) === undefined || old.view.replacedBy === newId) return tokens;
  return tokens.map((held) => {
    if (held === old) return { ...held, view: { ...held.view, replacedBy: newId, renewal: null } };
    if (held.view.id !== newId) return held;
    const { replaces, autoRenew } = held.view;
    return {
      ...held,
      view: { ...held.view, replaces: replaces ?? oldId, autoRenew: autoRenew || old.view.autoRenew },
    };
  });
}

/** Access tokens of this run, in memory only. */
export function createTokenStore(onChange: () => void): TokenStore {
  let tokens: readonly HeldToken[] = [];

  function replaceAll(next: readonly HeldToken[]): void {
    tokens = next;
    onChange();
  }

  function change(id: string, changed: (held: HeldToken) => HeldToken): void {
    if (!tokens.some(({ view }) => view.id === id)) return;
    replaceAll(tokens.map((held) => (held.view.id === id ? changed(held) : held)));
  }

  function used(id: string, now: EpochMilliseconds, uses: 0 | 1): void {
    change(id, (held) => ({
      ...held,
      wanted: held.wanted || millisecondsLeft(held.view, now) > 0,
      view: { ...held.view, uses: held.view.uses + uses, lastUsedAt: Math.round(now) },
    }));
  }

  const find = (id: string) => tokens.find(({ view }) => view.id === id) ?? null;

  return {
    views: () => tokens.map(({ view }) => view),
    all: () => tokens,
    find,
    add: (fields, secrets, renews = []) => {
      const view: AccessToken = {
        replaces: null,
        ...fields,
        mask: maskToken(secrets.text),
        uses: 0,
        lastUsedAt: null,
        renewal: null,
        replacedBy: null,
      };
      const now = epochMilliseconds(view.mintedAt);
      const lifetimeMs = view.expiresAt === null ? null : millisecondsLeft(view, now);
      const added: readonly HeldToken[] = [{ ...secrets, view, lifetimeMs, wanted: false }, ...tokens];
      const linked = renews.reduce((held, oldId) => inPlaceOf(held, oldId, view.id), added);
      replaceAll(withinLimit(linked, now));
      return linked[0]?.view ?? view;
    },
    restore: (restored) => {
      const news = restored.filter(({ view }) => find(view.id) === null);
      if (news.length > 0) replaceAll([...tokens, ...news].slice(0, maxTokens));
    },
    get: (id) => {
      const held = find(id);
      if (held === null) throw new ProblemError('token/not-found', { remedies: ['mint-again'] });
      return held;
    },
    newestLive: (of, now, marginSeconds) =>
      tokens.find((held) => isOwnedBy(held, of) && secondsLeft(held.view, now) >= marginSeconds) ?? null,
    countUse: (id, now) => used(id, now, 1),
    touch: (id, now) => used(id, now, 0),
    setAutoRenew: (id, autoRenew) =>
      change(id, (held) => ({
        ...held,
        wanted: held.wanted || autoRenew,
        view: { ...held.view, autoRenew, renewal: null },
      })),
    setRenewals: (renewals) => {
      if (renewals.size === 0) return;
      replaceAll(
        tokens.map((held) => {
          const renewal = renewals.get(held.view.id);
          return renewal === undefined ? held : { ...held, view: { ...held.view, renewal } };
        }),
      );
    },
    replace: (oldId, newId) => {
      const linked = inPlaceOf(tokens, oldId, newId);
      if (linked !== tokens) replaceAll(linked);
    },
    setOffset: (api, offsetMs) => {
      const isOther = (held: HeldToken) => held.api === api && held.view.clockOffsetMs !== offsetMs;
      if (!tokens.some(isOther)) return;
      replaceAll(
        tokens.map((held) =>
          isOther(held) ? { ...held, view: { ...held.view, clockOffsetMs: offsetMs } } : held,
        ),
      );
    },
    moveClock: (jumpMs) => {
      if (tokens.length === 0) return;
      replaceAll(
        tokens.map((held) => {
          const { clockOffsetMs, mintedAt, lastUsedAt } = held.view;
          return {
            ...held,
            view: {
              ...held.view,
              clockOffsetMs: clockOffsetMs - jumpMs,
              mintedAt: mintedAt + jumpMs,
              lastUsedAt: lastUsedAt === null ? null : lastUsedAt + jumpMs,
            },
          };
        }),
      );
    },
    forget: (id) => replaceAll(tokens.filter(({ view }) => view.id !== id)),
    putBack: (token) => {
      if (find(token.view.id) !== null) return;
      const older = tokens.findIndex(({ view }) => view.mintedAt < token.view.mintedAt);
      const place = older === -1 ? tokens.length : older;
      replaceAll([...tokens.slice(0, place), token, ...tokens.slice(place)].slice(0, maxTokens));
    },
    forgetWhere: (isGone) => {
      const left = tokens.filter((token) => !isGone(token));
      const count = tokens.length - left.length;
      if (count > 0) replaceAll(left);
      return count;
    },
  };
}
