import { loopbackPaths, type SessionAnswer } from '../../../shared/loopback.ts';
import { keepPageKey } from './page-key.ts';
import { post } from './request.ts';

const secretForm = /^#([\w-]{43})$/;

/** Takes the secret of a link out of the address, so that it is not kept in the history; null when there is none. */
export function takeSecret(): string | null {
  const [, secret] = secretForm.exec(window.location.hash) ?? [];
  if (secret === undefined) return null;
  window.history.replaceState(null, '', window.location.pathname);
  return secret;
}

/**
 * Exchanges a link's secret for a session. Nothing changes when it is refused: this browser may have a session already.
 *
 * @returns whether the link was good
 */
export async function exchange(secret: string): Promise<boolean> {
  const answer = await post(loopbackPaths.session, { body: { secret } });
  if (answer === null || answer.status !== 200) return false;
  const { pageKey }: SessionAnswer = await answer.json();
  keepPageKey(pageKey);
  return true;
}
