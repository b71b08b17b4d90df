import type { KeyObject } from 'node:crypto';
import { compactVerify, errors } from 'jose';
import { memberValue } from '../../shared/json/json-members.ts';
import { checkHeader } from '../../shared/jwt/check-header.ts';
import { type DecodedToken, decodeToken } from '../../shared/jwt/decode-token.ts';
import type { FindingCode } from '../../shared/jwt/finding.ts';
import { headerText } from '../../shared/jwt/header-text.ts';
import type {
  SignatureCheck,
  SignatureOutcome,
  SignatureReason,
  SignatureWarning,
} from '../../shared/jwt/signature-check.ts';
import type { CandidateKey, VerificationKey } from '../keys/verification-key.ts';
import {
  isUnsupportedKey,
  kindOfKey,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from './signature-algorithms.ts';

const breaks: ReadonlySet<FindingCode> = new Set([
  'masked',
  'whitespace-inside',
  'standard-base64',
  'padding',
  'invalid-character',
  'length-impossible',
]);

/** Of the header: with these nobody can tell what was signed. */
const forbidden: ReadonlySet<FindingCode> = new Set(['crit-invalid', 'crit-duplicate', 'b64-not-boolean']);

/** An outcome, and the one key that it is about. */
interface Trial {
  readonly outcome: SignatureOutcome;
  readonly candidate: CandidateKey | null;
}

function cannot(reason: SignatureReason): SignatureOutcome {
  return { state: 'cannot-check', reason };
}

function whyNotCheckable(token: DecodedToken, alg: string | null): SignatureReason | null {
  const inHeader = token.header.tree === null ? [] : checkHeader(token.header.tree, () => 0);
  const found = new Set([...token.findings, ...inHeader].map(({ code }) => code));
  const has = (code: FindingCode) => found.has(code);
  if (has('too-large')) return 'token-too-large';
  if (token.format === 'jwe') return 'jwe';
  if (token.format === 'broken' || token.findings.some(({ code }) => breaks.has(code))) return 'token-broken';
  if (alg === null) return 'token-broken';
  if (alg.toLowerCase() === 'none') return 'alg-none';
  if (inHeader.some(({ code }) => forbidden.has(code))) return 'header-invalid';
  if (has('crit-not-understood')) return 'crit-not-understood';
  if (has('b64-payload-character')) return 'payload-not-allowed';
  return signatureAlgorithms.has(alg) ? null : 'alg-unsupported';
}

/** The payload is empty, or it is not in the token (RFC 7515 appendix F): a signature over the empty one tells. */
function isDetached({ segments }: DecodedToken): boolean {
  return segments[1] === '';
}

function hasCrit({ header }: DecodedToken): boolean {
  return header.tree !== null && memberValue(header.tree, 'crit') !== null;
}

/** Also a key of an unusual size makes signatures of its own size. */
function isCutOff({ findings, signature }: DecodedToken, key: KeyObject): boolean {
  const bits = key.asymmetricKeyDetails?.modulusLength;
  const isOfKeysSize = bits !== undefined && signature?.length === Math.ceil(bits / 8);
  return !isOfKeysSize && findings.some(({ code }) => code === 'signature-length');
}

async function verify(token: DecodedToken, alg: string, key: KeyObject): Promise<SignatureOutcome> {
  if (token.signature?.length === 0) return { state: 'invalid', reason: 'signature-missing' };
  if (isCutOff(token, key)) return cannot('signature-length');
  try {
    await compactVerify(token.text, key, { algorithms: [alg] });
    return { state: 'valid', reason: null };
  } catch (thrown) {
    if (thrown instanceof errors.JWSSignatureVerificationFailed) {
      return isDetached(token)
        ? cannot('payload-detached')
        : { state: 'invalid', reason: 'signature-mismatch' };
    }
    if (thrown instanceof errors.JWSInvalid) return cannot('token-broken');
    if (thrown instanceof errors.JOSENotSupported) {
      return cannot(hasCrit(token) ? 'crit-not-understood' : 'alg-unsupported');
    }
    const bits = key.asymmetricKeyDetails?.modulusLength ?? Number.POSITIVE_INFINITY;
    return cannot(bits < 2048 ? 'key-too-small' : 'alg-key-mismatch');
  }
}

async function verifyWithAny(
  token: DecodedToken,
  alg: string,
  candidates: readonly CandidateKey[],
): Promise<Trial> {
  let worst: SignatureOutcome = cannot('alg-key-mismatch');
  for (const candidate of candidates) {
    const outcome = await verify(token, alg, candidate.key);
    if (outcome.state === 'valid') return { outcome, candidate };
    if (worst.state !== 'invalid') worst = outcome;
  }
  return { outcome: worst, candidate: only(candidates) };
}

function only(candidates: readonly CandidateKey[]): CandidateKey | null {
  const [candidate = null] = candidates;
  return candidates.length === 1 ? candidate : null;
}

async function tryKeys(
  token: DecodedToken,
  alg: string,
  algorithm: SignatureAlgorithm,
  keys: readonly CandidateKey[],
): Promise<Trial> {
  const kid = headerText(token, 'kid');
  const named = kid === null ? [] : keys.filter((candidate) => candidate.kid === kid);
  const chosen = named.length > 0 ? named : keys;
  const fitting = chosen.filter(
    (candidate) =>
      kindOfKey(candidate.key) === algorithm.kind && (candidate.alg === null || candidate.alg === alg),
  );
  const unsupported = chosen.filter(({ key }) => isUnsupportedKey(key, alg));
  if (fitting.length === 0 && unsupported.length > 0) {
    return { outcome: cannot('key-unsupported'), candidate: only(unsupported) };
  }
  if (fitting.length === 0) {
    const isMeant = named.length > 0 || keys.length === 1;
    const outcome = cannot(isMeant ? 'alg-key-mismatch' : 'no-key-matches');
    return { outcome, candidate: isMeant ? only(chosen) : null };
  }
  const trial = await verifyWithAny(token, alg, fitting);
  const isOtherKey =
    named.length === 0 && kid !== null && fitting.every((candidate) => candidate.kid !== null);
  return trial.outcome.state === 'invalid' && trial.outcome.reason === 'signature-mismatch' && isOtherKey
    ? { ...trial, outcome: cannot('no-key-matches') }
    : trial;
}

function warningsOf(
  { outcome, candidate }: Trial,
  { hashBytes }: SignatureAlgorithm,
  kid: string | null,
): readonly SignatureWarning[] {
  if (candidate === null || outcome.state === 'cannot-check') return [];
  const warnings: SignatureWarning[] = [];
  if (candidate.isKeyText) warnings.push('key-text-as-secret');
  if ((candidate.key.symmetricKeySize ?? hashBytes) < hashBytes) warnings.push('secret-short');
  const isOther = kid !== null && candidate.kid !== null && candidate.kid !== kid;
  if (outcome.state === 'valid' && isOther) warnings.push('kid-differs');
  return warnings;
}

/**
 * Checks the signature of a compact JWS (RFC 7515 §5.2) and nothing else: dates and claims do not matter. Of a key set
 * the keys with the token's `kid` are tried, or every key that fits the algorithm when none has it. A public key is
 * never used as the secret of an HMAC, whatever `alg` says, unless its text was given as one on purpose. Never throws.
 *
 * `invalid` means that a key that fits was used and the signature is not its own; whatever stands in the way of that
 * is `cannot-check`.
 */
export async function checkSignature(token: string, key: VerificationKey): Promise<SignatureCheck> {
  const nothingUsed = { warnings: [], key: null } as const;
  if (key.kind === 'refused') return { ...cannot(key.reason), ...nothingUsed };
  const decoded = decodeToken(token);
  const alg = headerText(decoded, 'alg');
  const obstacle = whyNotCheckable(decoded, alg);
  const algorithm = alg === null ? undefined : signatureAlgorithms.get(alg);
  if (obstacle !== null || alg === null || algorithm === undefined) {
    return { ...cannot(obstacle ?? 'token-broken'), ...nothingUsed };
  }
  const trial = await tryKeys(decoded, alg, algorithm, key.keys);
  const { candidate } = trial;
  return {
    ...trial.outcome,
    warnings: warningsOf(trial, algorithm, headerText(decoded, 'kid')),
    key: candidate && {
      kind: kindOfKey(candidate.key),
      kid: candidate.kid,
      index: candidate.index,
      label: candidate.label,
    },
  };
}
