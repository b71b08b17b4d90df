import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Normalisation } from '../../shared/coze/key.ts';
import { ProblemError } from '../../shared/problem.ts';
import { decryptScryptPkcs8, usesScrypt } from './decrypt-scrypt-pkcs8.ts';
import { type DerElement, derSize, derTag, dottedOid, readDerElements } from './der.ts';
import { shapeOfDer } from './der-shape.ts';
import { isKdfAffordable } from './kdf-cost.ts';

const rsaEncryption = '1.2.840.113549.1.1.1';

const otherAlgorithms: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.10045.2.1': 'EC',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.113549.1.3.1': 'DH',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
};

/** Ciphers that every crypto library this runs on decrypts: failing with one of them means a wrong passphrase. */
const usualCiphers = new Set([
  '1.2.840.113549.3.7',
  '2.16.840.1.101.3.4.1.2',
  '2.16.840.1.101.3.4.1.22',
  '2.16.840.1.101.3.4.1.42',
  '1.2.840.113549.1.12.1.3',
]);

export interface DerKey {
  readonly key: KeyObject;
  readonly done: readonly Normalisation[];
}

/**
 * Loads a DER private key by its form: PKCS#8, encrypted PKCS#8, or PKCS#1. Whether its numbers fit is not checked.
 *
 * @throws ProblemError `key/public`, `key/certificate`, `key/not-rsa`, `key/passphrase-needed`, `key/passphrase-wrong`,
 * or `key/unreadable` with reason `asn1`, `truncated`, `encryption` or `format`
 */
export function readDerKey(bytes: Uint8Array, passphrase: string | null): DerKey {
  const size = derSize(bytes);
  if (size !== null && size > bytes.length) throw unreadable('truncated');
  const der = Buffer.from(bytes.subarray(0, size ?? bytes.length));
  const shape = shapeOfDer(der);
  switch (shape.kind) {
    case 'pkcs8':
      if (shape.algorithm !== rsaEncryption)
        throw notRsa(otherAlgorithms[shape.algorithm] ?? shape.algorithm);
      return { key: load(der, 'pkcs8'), done: [] };
    case 'pkcs1':
      return { key: load(der, 'pkcs1'), done: ['pkcs1'] };
    case 'encrypted-pkcs8':
      return { key: decrypt(der, shape.algorithm, passphrase), done: ['decrypted'] };
    case 'other-private':
      throw notRsa(shape.type);
    case 'public':
      throw new ProblemError('key/public');
    case 'certificate':
      throw new ProblemError('key/certificate');
    case 'pkcs12':
      throw new ProblemError('key/unreadable', { params: { reason: 'format', format: 'pkcs12' } });
    case 'unknown':
      throw unreadable('asn1');
  }
}

/** @throws ProblemError `key/passphrase-needed` when there is none */
export function requirePassphrase(passphrase: string | null): string {
  if (passphrase === null)
    throw new ProblemError('key/passphrase-needed', { remedies: ['enter-passphrase'] });
  return passphrase;
}

function load(der: Buffer, type: 'pkcs8' | 'pkcs1'): KeyObject {
  try {
    return createPrivateKey({ key: der, format: 'der', type });
  } catch {
    throw unreadable('asn1');
  }
}

function decrypt(der: Buffer, algorithm: DerElement, passphrase: string | null): KeyObject {
  if (!isKdfAffordable(algorithm)) throw unreadable('encryption');
  const given = requirePassphrase(passphrase);
  if (usesScrypt(algorithm)) return decryptScrypt(der, algorithm, given);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: given });
  } catch {
    if (!oidsIn(algorithm).some((oid) => usualCiphers.has(oid))) throw unreadable('encryption');
    throw passphraseWrong();
  }
}

/** A wrong passphrase passes the padding check now and then; what comes out is then no key. */
function decryptScrypt(der: Buffer, algorithm: DerElement, passphrase: string): KeyObject {
  const decrypted = decryptScryptPkcs8(der, algorithm, passphrase);
  if (decrypted === undefined) throw unreadable('encryption');
  if (decrypted === null) throw passphraseWrong();
  try {
    return createPrivateKey({ key: decrypted, format: 'der', type: 'pkcs8' });
  } catch {
    throw passphraseWrong();
  } finally {
    decrypted.fill(0);
  }
}

function passphraseWrong(): ProblemError {
  return new ProblemError('key/passphrase-wrong', { remedies: ['enter-passphrase'] });
}

/** Deeper than any encryptionAlgorithm nests (RFC 8018 Appendix A); a file may nest until the stack is used up. */
const deepest = 8;

function oidsIn(element: DerElement, depth = 0): readonly string[] {
  if (element.tag === derTag.oid) return [dottedOid(element.content)];
  if (element.tag !== derTag.sequence || depth > deepest) return [];
  return (readDerElements(element.content) ?? []).flatMap((inner) => oidsIn(inner, depth + 1));
}

function unreadable(reason: string): ProblemError {
  return new ProblemError('key/unreadable', { params: { reason } });
}

function notRsa(type: string): ProblemError {
  return new ProblemError('key/not-rsa', { params: { type } });
}
