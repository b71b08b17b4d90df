import type { KeyObject } from 'node:crypto';
import { compactVerify, errors } from 'jose';
import { memberValue } from '../../shared/json/json-members.ts';
import { type DecodedToken, decodeToken } from '../../shared/jwt/decode-token.ts';
import type { FindingCode } from '../../shared/jwt/finding.ts';
import type { SignatureCheck, SignatureReason } from '../../shared/jwt/signature-check.ts';
import type { CandidateKey, VerificationKey } from '../keys/verification-key.ts';

/** Key type that each signature algorithm takes (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864). */
const keyTypes: Readonly<Record<string, string>> = {
  HS256: 'secret',
  HS384: 'secret',
  HS512: 'secret',
  RS256: 'rsa',
  RS384: 'rsa',
  RS512: 'rsa',
  PS256: 'rsa',
  PS384: 'rsa',
  PS512: 'rsa',
  ES256: 'ec prime256v1',
  ES384: 'ec secp384r1',
  ES512: 'ec secp521r1',
  EdDSA: 'ed25519',
  Ed25519: 'ed25519',
};

const breaks: ReadonlySet<FindingCode> = new Set([
  'too-large',
  'masked',
  'whitespace-inside',
  'standard-base64',
  'padding',
  'invalid-character',
  'length-impossible',
  'invalid-utf8',
]);

function cannot(reason: SignatureReason): SignatureCheck {
  return { state: 'cannot-check', reason };
}

function typeOf(key: KeyObject): string {
  if (key.type === 'secret') return 'secret';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return curve === undefined ? (key.asymmetricKeyType ?? '') : `${key.asymmetricKeyType} ${curve}`;
}

function textMember(token: DecodedToken, name: string): string | null {
  const value: unknown = token.header.tree === null ? null : memberValue(token.header.tree, name)?.value;
  return typeof value === 'string' ? value : null;
}

function whyNotCheckable(token: DecodedToken, alg: string | null): SignatureReason | null {
  const has = (code: FindingCode) => token.findings.some((finding) => finding.code === code);
  if (token.format === 'jwe') return 'jwe';
  if (token.format === 'broken' || token.findings.some(({ code }) => breaks.has(code))) return 'token-broken';
  if (alg === null) return 'token-broken';
  if (alg.toLowerCase() === 'none') return 'alg-none';
  if (has('crit-not-understood') || has('crit-invalid')) return 'crit-not-understood';
  if (!Object.hasOwn(keyTypes, alg)) return 'alg-unsupported';
  return null;
}

async function verify(token: string, alg: string, key: KeyObject): Promise<SignatureCheck> {
  try {
    await compactVerify(token, key, { algorithms: [alg] });
    return { state: 'valid', reason: null };
  } catch (thrown) {
    if (thrown instanceof errors.JWSSignatureVerificationFailed) {
      return { state: 'invalid', reason: 'signature-mismatch' };
    }
    if (thrown instanceof errors.JWSInvalid) return cannot('token-broken');
    if (thrown instanceof errors.JOSENotSupported) return cannot('alg-unsupported');
    const bits = key.asymmetricKeyDetails?.modulusLength ?? Number.POSITIVE_INFINITY;
    return cannot(bits < 2048 ? 'key-too-small' : 'alg-key-mismatch');
  }
}

async function verifyWithAny(
  token: string,
  alg: string,
  candidates: readonly CandidateKey[],
): Promise<SignatureCheck> {
  let worst: SignatureCheck = cannot('alg-key-mismatch');
  for (const { key } of candidates) {
    const checked = await verify(token, alg, key);
    if (checked.state === 'valid') return checked;
    if (worst.state !== 'invalid') worst = checked;
  }
  return worst;
}

/**
 * Checks the signature of a compact JWS (RFC 7515 §5.2) and nothing else: dates and claims do not matter. Of a key set
 * the keys with the token's `kid` are tried, or every key that fits the algorithm when none has it. A public key is
 * never used as the secret of an HMAC, whatever `alg` says. Never throws.
 *
 * `invalid` means that a key that fits was used and the signature is not its own; whatever stands in the way of that
 * is `cannot-check`.
 */
export async function checkSignature(token: string, key: VerificationKey): Promise<SignatureCheck> {
  if (key.kind === 'refused') return cannot(key.reason);
  const decoded = decodeToken(token);
  const alg = textMember(decoded, 'alg');
  const obstacle = whyNotCheckable(decoded, alg);
  if (obstacle !== null || alg === null) return cannot(obstacle ?? 'token-broken');

  const keys: readonly CandidateKey[] =
    key.kind === 'secret' ? [{ kid: null, alg: null, key: key.key }] : key.keys;
  const kid = textMember(decoded, 'kid');
  const named = kid === null ? [] : keys.filter((candidate) => candidate.kid === kid);
  const chosen = named.length > 0 ? named : keys;
  const fitting = chosen.filter(
    (candidate) =>
      typeOf(candidate.key) === keyTypes[alg] && (candidate.alg === null || candidate.alg === alg),
  );
  if (fitting.length === 0) return cannot(keys.length > 1 ? 'no-key-matches' : 'alg-key-mismatch');

  const checked = await verifyWithAny(decoded.text, alg, fitting);
  const isOtherKey =
    named.length === 0 && kid !== null && fitting.every((candidate) => candidate.kid !== null);
  return checked.state === 'invalid' && isOtherKey ? cannot('no-key-matches') : checked;
}
