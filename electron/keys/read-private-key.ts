import type { KeyObject } from 'node:crypto';
import { type Normalisation, normalisations, type PublicHalf } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import { decodeKeyText } from './decode-key-text.ts';
import { derSize } from './der.ts';
import { publicHalfOf } from './public-half.ts';
import { readDerKey } from './read-der-key.ts';
import { readKeyText } from './read-key-text.ts';
import { isRsaKeyConsistent } from './rsa-consistency.ts';

/** 64 KB: over eight times an RSA-16384 key in base64. */
export const keyInputLimit = 65_536;
const minBits = 2048;
const maxBits = 16_384;

/** A private key as it came out of whatever held it. */
export interface ReadKey {
  /** DER, RFC 5208, written anew from the key's numbers. The caller wipes it when it is stored elsewhere. */
  readonly pkcs8: Uint8Array;
  readonly publicHalf: PublicHalf;
  /** What was put right on the way, in the order of the vocabulary. */
  readonly normalised: readonly Normalisation[];
}

/**
 * Reads an RSA private key from a file's bytes or a pasted text: PKCS#8, PKCS#1, encrypted PKCS#8 or encrypted legacy
 * PEM, the same as DER, a JWK or JWK Set; and texts as people have them (see {@link Normalisation}). The key's numbers
 * are checked against each other, and one signature is made and verified.
 *
 * @param passphrase - used only when the key is encrypted; null when none was asked for yet
 * @throws ProblemError `key/empty`, `key/none-found`, `key/too-large` (limit in bytes), `key/public`,
 * `key/certificate`, `key/not-rsa` (type), `key/too-small` (bits), `key/passphrase-needed`, `key/passphrase-wrong`,
 * `key/unreadable` (reason: `base64`, `asn1`, `truncated`, `encryption`, `inconsistent`, `jwk`, `several-keys`,
 * `too-many-bits`, or `format` with the name of the format); nothing else
 */
export function readPrivateKey(input: Uint8Array | string, passphrase: string | null): ReadKey {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.length;
  if (size > keyInputLimit) throw new ProblemError('key/too-large', { params: { limit: keyInputLimit } });
  const { key, done } = readInput(input, passphrase);
  checkRsa(key);
  return {
    pkcs8: key.export({ type: 'pkcs8', format: 'der' }),
    publicHalf: publicHalfOf(key),
    normalised: normalisations.filter((normalisation) => done.includes(normalisation)),
  };
}

function readInput(input: Uint8Array | string, passphrase: string | null) {
  if (typeof input === 'string') return readKeyText(input, passphrase);
  if (looksLikeDer(input)) {
    const { key, done } = readDerKey(input, passphrase);
    return { key, done: [...done, 'der' as const] };
  }
  const text = decodeKeyText(input);
  if (text === null) throw new ProblemError('key/none-found');
  return readKeyText(text, passphrase);
}

/** A sequence whose length is in long form (never valid UTF-8), or fits the input exactly. */
function looksLikeDer(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes;
  return tag === 0x30 && (length > 0x80 || derSize(bytes) === bytes.length);
}

function checkRsa(key: KeyObject): void {
  const type = key.asymmetricKeyType ?? 'unknown';
  if (type !== 'rsa') throw new ProblemError('key/not-rsa', { params: { type: displayNames[type] ?? type } });
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < minBits) throw new ProblemError('key/too-small', { params: { bits } });
  if (bits > maxBits) throw new ProblemError('key/unreadable', { params: { reason: 'too-many-bits' } });
  if (!isConsistent(key)) throw new ProblemError('key/unreadable', { params: { reason: 'inconsistent' } });
}

const displayNames: Readonly<Record<string, string>> = {
  ec: 'EC',
  dsa: 'DSA',
  dh: 'DH',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
  x25519: 'X25519',
  x448: 'X448',
  'rsa-pss': 'RSA-PSS',
};

function isConsistent(key: KeyObject): boolean {
  try {
    return isRsaKeyConsistent(key);
  } catch {
    return false;
  }
}
