import { cause } from '../../../shared/coze/causes/cause.ts';
import type { Region, RegionHosts } from '../../../shared/coze/region.ts';
import type { Activity } from '../../../shared/coze/token.ts';
import { type Problem, toProblem } from '../../../shared/problem.ts';
import { exchangeAssertion } from '../../tokens/exchange.ts';
import { signAssertion } from '../../tokens/sign-assertion.ts';
import { type Facts, type Outcome, outcome, skipped, type Visit } from '../outcome.ts';
import { seenOf, seenOfServer } from '../seen.ts';
import { wouldBeAssertion } from '../would-be-assertion.ts';

/** Seconds; the token is dropped at once, and this is how long it lives on unseen. */
const shortLife = 60;

/** Refusals that only an app can get whose `kid` was found. */
const pastTheKid: ReadonlySet<unknown> = new Set([
  'app-deactivated',
  'channel-not-bound',
  'invalid-app-type',
]);

async function exchangeThere(
  { patient, services, signal, facts }: Visit,
  hosts: RegionHosts,
  signer: NonNullable<Facts['signer']>,
): Promise<string | null> {
  const assertion = wouldBeAssertion({ patient, services, facts }, hosts);
  if (assertion === null) return null;
  const startedAt = services.clock.now();
  const record = (outcome: Pick<Activity, 'status' | 'logId' | 'problem'>) =>
    services.record({
      ...outcome,
      at: startedAt,
      kind: 'mint',
      appName: `${patient.app.name} · ${hosts.audience}`,
      subject: patient.key?.label ?? '',
      claims: Object.keys(assertion.claims),
      elapsedMs: Math.round(services.clock.now() - startedAt),
      jti: assertion.claims.jti.slice(0, 256),
      clockCorrectedMs: null,
    });
  try {
    const { logId } = await exchangeAssertion({
      http: services.http,
      clock: services.clock,
      hosts,
      variant: patient.app.variant,
      assertion: await signAssertion(signer, assertion),
      durationSeconds: shortLife,
      scope: null,
      signal,
    });
    record({ status: 200, logId, problem: null });
    return logId;
  } catch (thrown) {
    const problem = toProblem(thrown);
    record({ status: problem.server?.status ?? null, logId: problem.server?.logId ?? null, problem });
    throw thrown;
  }
}

function refused(problem: Problem, host: string, region: Region): Outcome {
  const params = { host };
  const seen = [...seenOf({ host }), ...seenOfServer(problem)];
  if (problem.params['kind'] === 'kid-not-registered') {
    return outcome('passed', 'other-unknown', { params, seen, problem });
  }
  if (pastTheKid.has(problem.params['kind'])) return knows(host, region, { seen, problem });
  return outcome('cannot-tell', 'other-unclear', { params, seen, problem });
}

function knows(host: string, { kind }: Region, details: Pick<Outcome, 'seen' | 'problem'>): Outcome {
  return outcome('failed', 'other-knows', {
    ...details,
    params: { host },
    causes: [cause('other-region', { here: kind, other: kind === 'cn' ? 'com' : 'cn' })],
  });
}

/**
 * When the `kid` is unknown in the app's region: whether the other official region knows it. Nothing is sent there
 * before somebody said yes; a token that comes back is dropped.
 */
export async function otherRegionCheck(visit: Visit): Promise<Outcome> {
  const { patient, facts } = visit;
  const { region } = patient.app;
  if (facts.exchange === 'granted') return skipped('skipped-kid-known');
  if (patient.otherHosts === null) return skipped('skipped-no-other-region');
  if (facts.exchange !== 'kid-unknown' || facts.signer === null) return skipped('skipped-not-about-kid');
  const host = patient.otherHosts.audience;
  const allowed = await visit.ask({ kind: 'other-region', host });
  const change = patient.changed();
  if (change !== null) return skipped(`skipped-${change}`);
  if (allowed === null) return skipped('skipped-not-asked');
  if (!allowed) return skipped('skipped-declined');
  try {
    const logId = await exchangeThere(visit, patient.otherHosts, facts.signer);
    return knows(host, region, { seen: seenOf({ host, 'log-id': logId }), problem: null });
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (!/^(?:exchange|http)\//.test(problem.code)) throw thrown;
    return refused(problem, host, region);
  }
}
