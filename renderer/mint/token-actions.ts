import type { CallInput } from '../../shared/bridge.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { call } from '../app/bridge-client.ts';
import { openJwt } from '../app/open-targets.ts';
import { attempt, showNote, showUndo } from '../app/toast-store.ts';
import { lifeOf } from '../app/token-life.ts';
import { currentSecond } from '../app/use-now.ts';
import { inTurns } from './in-turns.ts';

export type CopyForm = CallInput<'tokens.copy'>['form'];

const atOnce = 4;

export const copyToken = (token: AccessToken, form: CopyForm) =>
  call('tokens.copy', { tokenId: token.id, form });

/** Copies and says so in passing. */
export async function copyAndSay(token: AccessToken, form: CopyForm, words: string): Promise<void> {
  if ((await attempt(copyToken(token, form).then(() => true))) !== null) showNote(words);
}

export const canRenew = ({ source }: AccessToken) => source === 'minted';

export const renewToken = (token: AccessToken) => attempt(call('tokens.renew', { tokenId: token.id }));

export const setAutoRenew = (token: AccessToken, autoRenew: boolean) =>
  attempt(call('tokens.setAutoRenew', { tokenId: token.id, autoRenew }));

/** Forgets one, says so in `words`, and offers to bring it back. */
export async function forgetToken(token: AccessToken, words: string): Promise<void> {
  const undo = await attempt(call('tokens.forget', { tokenId: token.id }));
  if (undo !== null) showUndo(words, undo);
}

export async function inspectAssertion(token: AccessToken): Promise<void> {
  const assertion = await attempt(call('tokens.assertion', { tokenId: token.id }));
  if (assertion) openJwt(assertion.jwt);
}

/** Those that end soon and that nothing has renewed yet. */
export function worthRenewing(tokens: readonly AccessToken[]): readonly AccessToken[] {
  const now = currentSecond();
  return tokens.filter(
    (token) =>
      canRenew(token) &&
      token.replacedBy === null &&
      token.renewal?.state !== 'running' &&
      lifeOf(token, now).liveness === 'soon',
  );
}

export function expiredOf(tokens: readonly AccessToken[]): readonly AccessToken[] {
  const now = currentSecond();
  return tokens.filter((token) => lifeOf(token, now).liveness === 'expired');
}

/** @returns how many were renewed; what failed is said */
export async function renewAll(tokens: readonly AccessToken[]): Promise<number> {
  let renewed = 0;
  await inTurns(tokens, atOnce, async (token) => {
    if ((await renewToken(token)) !== null) renewed += 1;
  });
  return renewed;
}

export const forgetMany = (tokens: readonly AccessToken[]) =>
  attempt(call('tokens.forgetMany', { tokenIds: tokens.map(({ id }) => id) }));
