import { type Assertion, buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import type { RegionHosts } from '../../shared/coze/region.ts';
import { epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import type { Visit } from './outcome.ts';

/** The assertion that minting would send to `hosts` now; null while the app has no `kid`. */
export function wouldBeAssertion(
  { patient, services, facts }: Pick<Visit, 'patient' | 'services' | 'facts'>,
  hosts: RegionHosts,
): Assertion | null {
  const kid = patient.key?.kid ?? '';
  if (kid === '') return null;
  const offset = patient.signsByServerClock ? (facts.clockOffsetMs ?? 0) : 0;
  const { clientId, defaults } = patient.app;
  return buildAssertion({
    clientId,
    kid,
    audience: hosts.audience,
    now: toEpochSeconds(epochMilliseconds(services.clock.now() + offset)),
    lifetimeSeconds: defaultAssertionLifetime,
    jti: Buffer.from(services.randomBytes(32)).toString('base64url'),
    sessionName: defaults.sessionName,
    device: defaults.device,
  });
}
