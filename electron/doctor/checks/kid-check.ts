import { cause } from '../../../shared/coze/causes/cause.ts';
import type { SigningKey } from '../../../shared/coze/key.ts';
import { looksLikeAppId, looksLikeFingerprint, looksLikePem } from '../../../shared/coze/looks-like.ts';
import { matchFingerprint } from '../match-fingerprint.ts';
import { type Outcome, outcome, skipped, type Visit } from '../outcome.ts';
import { ownCause } from '../own-cause.ts';
import type { Patient } from '../patient.ts';
import { seenOf } from '../seen.ts';

const formulaNames = {
  spki: 'SHA-256 (SPKI)',
  jwkThumbprint: 'JWK thumbprint (RFC 7638)',
  pkcs1: 'SHA-256 (PKCS#1)',
} as const;

/** What can be seen without the key: null when nothing is wrong with the text itself. */
function misshapen(kid: string): Outcome | null {
  if (looksLikePem(kid)) return outcome('failed', 'kid-is-pem', { causes: [ownCause('kid-is-key-text')] });
  const seen = seenOf({ kid });
  if (looksLikeAppId(kid)) {
    return outcome('failed', 'kid-is-app-id', { seen, causes: [cause('kid-is-app-id', { kid })] });
  }
  if (looksLikeFingerprint(kid)) return null;
  const params = { length: kid.length };
  return outcome('warning', 'kid-odd', { params, seen, causes: [cause('kid-odd', params)] });
}

function unmatched(kid: string, { fingerprints }: SigningKey, { kidFormula }: Patient): Outcome {
  const seen = seenOf({
    kid,
    'fingerprint-spki': fingerprints.spki,
    'fingerprint-jwk': fingerprints.jwkThumbprint,
    'fingerprint-pkcs1': fingerprints.pkcs1,
  });
  if (kidFormula === null) return outcome('cannot-tell', 'kid-no-match', { seen });
  const params = { formula: formulaNames[kidFormula] };
  return outcome('warning', 'kid-no-match-learned', { params, seen, causes: [ownCause('key-wrong-file')] });
}

/**
 * Whether `kid` can be the fingerprint of the key. A match is proof. A mismatch says nothing while it is not known which
 * hash Coze takes, and is a warning once an exchange has taught that.
 */
export async function kidCheck({ patient }: Visit): Promise<Outcome> {
  const { key } = patient;
  if (key === null) return skipped('skipped-no-key');
  const kid = key.kid ?? '';
  if (kid === '') return outcome('failed', 'kid-missing', { causes: [ownCause('kid-not-entered')] });
  const matched = matchFingerprint(kid, key.fingerprints);
  if (matched !== null) {
    const params = { formula: formulaNames[matched] };
    return outcome('passed', 'kid-matches', { params, seen: seenOf({ kid }) });
  }
  const other = patient.keys.find(
    (candidate) => candidate.id !== key.id && matchFingerprint(kid, candidate.fingerprints) !== null,
  );
  if (other !== undefined) {
    const params = { label: other.label };
    const causes = [ownCause('kid-of-other-key', params)];
    return outcome('failed', 'kid-of-other-key', { params, seen: seenOf({ kid }), causes });
  }
  return misshapen(kid) ?? unmatched(kid, key, patient);
}
