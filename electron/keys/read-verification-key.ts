import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { cleanLineEnds, resolveEscapes } from './clean-key-text.ts';
import { decodeKeyText } from './decode-key-text.ts';
import { findPemBlocks, type PemBlock } from './find-pem-blocks.ts';
import { readVerificationJwk } from './read-verification-jwk.ts';
import { refusedKey, type VerificationKey } from './verification-key.ts';

/** The most that is read of a key file, in bytes: a large JWK Set fits. */
export const verificationKeyLimit = 1024 * 1024;

type DerReader = (der: Buffer) => KeyObject;

const readSpki: DerReader = (key) => createPublicKey({ key, format: 'der', type: 'spki' });
const readPkcs1Public: DerReader = (key) => createPublicKey({ key, format: 'der', type: 'pkcs1' });
const readCertificate: DerReader = (der) => new X509Certificate(der).publicKey;
const readPrivate =
  (type: 'pkcs8' | 'pkcs1' | 'sec1'): DerReader =>
  (key) =>
    createPublicKey(createPrivateKey({ key, format: 'der', type }));

const readers: Readonly<Record<string, DerReader>> = {
  PUBLICKEY: readSpki,
  RSAPUBLICKEY: readPkcs1Public,
  CERTIFICATE: readCertificate,
  X509CERTIFICATE: readCertificate,
  PRIVATEKEY: readPrivate('pkcs8'),
  RSAPRIVATEKEY: readPrivate('pkcs1'),
  ECPRIVATEKEY: readPrivate('sec1'),
};

function attempt(reader: DerReader, der: Uint8Array): KeyObject | null {
  try {
    return reader(Buffer.from(der));
  } catch {
    return null;
  }
}

function keysOf(keys: readonly (KeyObject | null)[]): VerificationKey {
  const readable = keys.filter((key) => key !== null);
  if (readable.length === 0) return refusedKey('key-unreadable');
  return { kind: 'keys', keys: readable.map((key) => ({ kid: null, alg: null, key })) };
}

function isEncrypted(block: PemBlock): boolean {
  return block.label === 'ENCRYPTEDPRIVATEKEY' || block.encryption !== null;
}

function readPem(blocks: readonly PemBlock[]): VerificationKey {
  const firstCertificate = blocks.find((block) => block.label.endsWith('CERTIFICATE'));
  const chosen = blocks.filter((block) => block === firstCertificate || !block.label.endsWith('CERTIFICATE'));
  const keys = chosen.map(({ label, bytes }) => {
    const reader = Object.hasOwn(readers, label) ? readers[label] : undefined;
    return reader === undefined || bytes === null ? null : attempt(reader, bytes);
  });
  const read = keysOf(keys);
  return read.kind === 'refused' && blocks.some(isEncrypted) ? refusedKey('key-encrypted') : read;
}

function readDer(der: Uint8Array): VerificationKey {
  for (const reader of new Set(Object.values(readers))) {
    const key = attempt(reader, der);
    if (key !== null) return keysOf([key]);
  }
  return refusedKey('key-unreadable');
}

/**
 * Reads what a signature shall be checked with: PEM (SPKI, PKCS#1, X.509 certificate, or a private key, of which only
 * the public half is kept), the same as DER or bare base64, a JWK or a JWK Set. Of a certificate chain the first one
 * counts. Text of any other kind is refused, never taken as a secret. Never throws.
 */
export function readVerificationKey(input: Uint8Array | string): VerificationKey {
  if (input.length === 0) return refusedKey('key-empty');
  if (input.length > verificationKeyLimit) return refusedKey('key-unreadable');
  if (typeof input !== 'string' && input[0] === 0x30) {
    const der = readDer(input);
    if (der.kind === 'keys') return der;
  }
  const raw = typeof input === 'string' ? input : decodeKeyText(input);
  if (raw === null) return refusedKey('key-unreadable');
  const { text } = cleanLineEnds(raw);
  if (text.trim() === '') return refusedKey('key-empty');
  const keys = readVerificationJwk(text);
  if (keys !== null) return keys.length === 0 ? refusedKey('key-unreadable') : { kind: 'keys', keys };
  const blocks = findPemBlocks(resolveEscapes(text).text);
  if (blocks.length > 0) return readPem(blocks);
  const bare = text.replace(/[\s"'`]/g, '');
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(bare)
    ? readDer(Buffer.from(bare, 'base64'))
    : refusedKey('key-unreadable');
}
