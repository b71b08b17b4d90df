import type { PracticeCheckId } from '../../../shared/practice-check.ts';
import type { EpochSeconds } from '../../../shared/time.ts';
import type { Faults } from '../faults.ts';
import { type OAuthRefusal, refuseToken } from '../refusal.ts';
import type { TokenAttempt } from './token-attempt.ts';

/** What a check may look at beside the request. */
export interface TokenCheckContext {
  /** On practice Coze's clock. */
  readonly now: EpochSeconds;
  readonly faults: Faults;
  /** Notes the use of a `jti` and tells whether it was the first. */
  readonly useOnce: (clientId: string, jti: string) => boolean;
}

/** One named check of the token endpoint. It may rely on every check before it having passed. */
export interface TokenCheck {
  readonly name: PracticeCheckId;
  readonly run: (
    attempt: TokenAttempt,
    context: TokenCheckContext,
  ) => OAuthRefusal | null | Promise<OAuthRefusal | null>;
}

/** A parameter of the request is wrong: `invalid request: {parameter}`, as documented. */
export function wrongParameter(parameter: string, seen: unknown, wanted: string): OAuthRefusal {
  return refuseToken('invalid_request', `invalid request: ${parameter}`, { seen, wanted });
}

/** The assertion is wrong in a way for which Coze's own text is not known. */
export function wrongAssertion(text: string, seen: unknown, wanted: string): OAuthRefusal {
  return refuseToken('invalid_client', `invalid jwt: ${text}`, {
    undocumented: ['status', 'message'],
    seen,
    wanted,
  });
}
