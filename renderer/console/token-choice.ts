import type { OAuthApp } from '../../shared/coze/app.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { tokenInPlaceOf } from '../../shared/coze/token-in-place.ts';
import type { TokenSource } from '../../shared/token-source.ts';

/** Whose token goes with the requests, as the person chose it. */
export type TokenChoice =
  | { readonly kind: 'app' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'token';
      readonly tokenId: string;
      /** The one that was chosen; what has renewed it since has another id. */
      readonly firstId: string;
      /** Its app; null when it was pasted, and when its app is gone. */
      readonly appId: string | null;
    };

/** Where a request comes from, and what names it and its answer as long as the choice stays the same. */
export interface Sender {
  readonly source: TokenSource;
  readonly key: string;
}

export function choiceOf({ id, appId }: AccessToken, apps: readonly Pick<OAuthApp, 'id'>[]): TokenChoice {
  const isAppHere = apps.some((app) => app.id === appId);
  return { kind: 'token', tokenId: id, firstId: id, appId: isAppHere ? appId : null };
}

/** What is in force while `appId` is the current app: a token of another app is set aside until its app is back. */
export function choiceInForce(choice: TokenChoice, appId: string | null): TokenChoice {
  const isOfOther = choice.kind === 'token' && choice.appId !== null && choice.appId !== appId;
  return isOfOther ? { kind: 'app' } : choice;
}

/** Null when there is nothing to send with: no app, and no token either. */
export function senderOf(choice: TokenChoice, appId: string | null): Sender | null {
  const chosen = choiceInForce(choice, appId);
  if (chosen.kind === 'token') {
    return { source: { kind: 'token', tokenId: chosen.tokenId }, key: `token ${chosen.firstId}` };
  }
  return appId === null ? null : { source: { kind: chosen.kind, appId }, key: `${chosen.kind} ${appId}` };
}

/** The same choice when the tokens have changed: a token that was renewed gives its place to the new one. */
export function followed(choice: TokenChoice, tokens: readonly AccessToken[]): TokenChoice {
  if (choice.kind !== 'token') return choice;
  const { id } = tokenInPlaceOf(tokens, choice.tokenId) ?? { id: choice.tokenId };
  return id === choice.tokenId ? choice : { ...choice, tokenId: id };
}

/** Characters of a name that leave room for more beside it. */
const longestName = 12;

/** What a person called a token: the name it was pasted under, or that of its session; empty for none. */
export function givenName({ appId, appName, options }: AccessToken): string {
  return appId === null ? appName : (options.sessionName ?? '');
}

/** A short text that tells a token from others of its name: `user-1 RQO…dy`. */
export function nameOfToken(token: AccessToken): string {
  const name = givenName(token);
  const short = name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
  return name === '' ? token.mask : `${short} ${token.mask.replace(/^[a-z]+_/, '')}`;
}

/** More than these are not offered; each of the others can be taken over from the list of tokens. */
const mostOffered = 30;

/** The tokens to choose from: the app's and the pasted ones that live and were not renewed, and the chosen one. */
export function offeredTokens(
  tokens: readonly AccessToken[],
  appId: string | null,
  chosen: TokenChoice,
  lives: (token: AccessToken) => boolean,
): readonly AccessToken[] {
  const chosenId = chosen.kind === 'token' ? chosen.tokenId : null;
  const offered = tokens
    .filter((token) => token.appId === appId || token.appId === null)
    .filter((token) => token.replacedBy === null && lives(token))
    .slice(0, mostOffered);
  const current = tokens.find(({ id }) => id === chosenId);
  return current === undefined || offered.includes(current) ? offered : [...offered, current];
}
