import type { Clock } from '../../shared/time.ts';
import { mintOnServerClock } from '../tokens/clock-correction.ts';
import { type Exchanged, exchangeAssertion } from '../tokens/exchange.ts';
import type { AssertionSigner } from './prepare-assertion.ts';
import type { ServerTime } from './server-time.ts';
import type { SignedAssertion } from './sign-with.ts';

export interface GrantedToken extends Exchanged, Pick<SignedAssertion, 'assertion'> {}

/**
 * Signs and exchanges; where the local clock turns out to be wrong, once more on the server's clock, which is said.
 *
 * @throws ProblemError of the key and of the exchange; an `AbortError` when cancelled
 */
export async function exchangeOnServerClock(
  { hosts, variant, options, sign }: Pick<AssertionSigner, 'hosts' | 'variant' | 'options' | 'sign'>,
  { http, clock: serverClock, correctionFor, say }: ServerTime,
  clock: Clock,
  signal: AbortSignal,
): Promise<GrantedToken> {
  const { durationSeconds, scope } = options;
  return mintOnServerClock(
    () => correctionFor(hosts.api),
    async (correctionMs) => {
      say(hosts.api, correctionMs);
      const { jwt, assertion } = await sign(correctionMs);
      const asked = { http, clock, serverClock, hosts, variant, durationSeconds, scope, signal };
      return { assertion, ...(await exchangeAssertion({ ...asked, assertion: jwt })) };
    },
  );
}
