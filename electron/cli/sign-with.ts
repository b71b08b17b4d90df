import type { CryptoKey } from 'jose';
import type { MintOptions } from '../../shared/coze/app.ts';
import { type Assertion, buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import { epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import { signAssertion } from '../tokens/sign-assertion.ts';
import type { Terminal } from './terminal.ts';

export interface SignedAssertion {
  readonly jwt: string;
  readonly assertion: Assertion;
}

/**
 * Signs a fresh assertion each time.
 *
 * @param correctionMs - milliseconds that are added to the local clock; null for none
 */
export type SignAssertion = (correctionMs: number | null) => Promise<SignedAssertion>;

/** What does not change from one assertion to the next. */
interface AssertionTerms {
  readonly clientId: string;
  readonly kid: string;
  readonly audience: string;
  readonly options: Pick<MintOptions, 'sessionName' | 'device'>;
}

/** The assertions of one app, signed with one key. */
export function signWith(
  signer: CryptoKey,
  { clientId, kid, audience, options }: AssertionTerms,
  { clock, randomBytes }: Pick<Terminal, 'clock' | 'randomBytes'>,
): SignAssertion {
  return async (correctionMs) => {
    const assertion = buildAssertion({
      clientId,
      kid,
      audience,
      now: toEpochSeconds(epochMilliseconds(clock.now() + (correctionMs ?? 0))),
      lifetimeSeconds: defaultAssertionLifetime,
      jti: Buffer.from(randomBytes(32)).toString('base64url'),
      sessionName: options.sessionName,
      device: options.device,
    });
    return { jwt: await signAssertion(signer, assertion), assertion };
  };
}
