import type { Assertion } from '../../../shared/coze/assertion.ts';
import { lintAssertion } from '../../../shared/coze/lint/lint-assertion.ts';
import { decodeToken } from '../../../shared/jwt/decode-token.ts';
import { redact } from '../../../shared/redact.ts';
import { epochMilliseconds, toEpochSeconds } from '../../../shared/time.ts';
import { type Outcome, outcome, skipped, type Visit } from '../outcome.ts';
import { ownCause } from '../own-cause.ts';
import { seenOf } from '../seen.ts';
import { wouldBeAssertion } from '../would-be-assertion.ts';

/** The linter does not look at the signature, so that none has to be made. */
function compact({ header, claims }: Assertion): string {
  const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${segment(header)}.${segment(claims)}.AA`;
}

function redacted(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  );
}

/** What the linter says about the assertion that minting would send, judged on the server's clock. */
export async function lintCheck(visit: Visit): Promise<Outcome> {
  const { patient, facts, services } = visit;
  const { key, app } = patient;
  if (key === null) return skipped('skipped-no-key');
  if (facts.hosts === null) return skipped('skipped-unreachable');
  const assertion = wouldBeAssertion(visit, facts.hosts);
  if (assertion === null) return skipped('skipped-no-kid');
  const now = toEpochSeconds(epochMilliseconds(services.clock.now() + (facts.clockOffsetMs ?? 0)));
  const found = lintAssertion(decodeToken(compact(assertion)), {
    hosts: facts.hosts,
    now,
    knownKid: key.kid,
    clientId: app.clientId,
  });
  const lint = found
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, severity, params }) => ({ code, severity, params: redacted(params) }));
  const seen = seenOf({ aud: assertion.claims.aud });
  const errors = lint.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    const params = { count: errors };
    const causes = [ownCause('claims-wrong')];
    return outcome('failed', 'lint-errors', { params, seen, causes, lint });
  }
  if (lint.length > 0)
    return outcome('warning', 'lint-warnings', { params: { count: lint.length }, seen, lint });
  return outcome('passed', 'lint-clean', { seen });
}
