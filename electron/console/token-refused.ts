import type { AnswerHead, ConsoleRun } from '../../shared/console-run.ts';

/** `4100` authentication invalid, `700012006` access token invalid (error-codes.json). */
const authenticationCodes = new Set([4100, 700012006]);

/**
 * `4101` says that a permission is missing, which no new token of the same scope would have; only when its text is about
 * the token itself, as in "The token you entered is incorrect", is it the token that was refused.
 */
const noPermission = 4101;

/** Whether the API refused the token itself, so that another token may be taken. */
export function isTokenRefused({
  status,
  envelope,
}: Pick<AnswerHead, 'status'> & Pick<ConsoleRun, 'envelope'>): boolean {
  if (envelope?.code === noPermission) {
    return /\btoken\b/i.test(envelope.msg) && !/permission|access to|scope/i.test(envelope.msg);
  }
  return status === 401 || authenticationCodes.has(envelope?.code ?? 0);
}
