import { cleanLineEnds, replaceOddCharacters, resolveEscapes } from './clean-key-text.ts';
import { decodeKeyText } from './decode-key-text.ts';
import { shapeOfDer } from './der-shape.ts';
import { findPemBlocks, type PemBlock } from './find-pem-blocks.ts';
import { readLabelledDer, readVerificationDer } from './read-verification-der.ts';
import { readVerificationJwk } from './read-verification-jwk.ts';
import { candidateKey, maxVerificationKeys, refusedKey, type VerificationKey } from './verification-key.ts';

/** The most that is read of a key file, in bytes: a large JWK Set fits. */
export const verificationKeyLimit = 1024 * 1024;

function isEncrypted(block: PemBlock): boolean {
  return block.label === 'ENCRYPTEDPRIVATEKEY' || block.encryption !== null;
}

function readPem(blocks: readonly PemBlock[]): VerificationKey {
  const firstCertificate = blocks.find((block) => block.label.endsWith('CERTIFICATE'));
  const chosen = blocks.filter((block) => block === firstCertificate || !block.label.endsWith('CERTIFICATE'));
  const read = chosen.flatMap(({ label, bytes }, index) => {
    const found = bytes === null ? null : readLabelledDer(label, bytes);
    return found === null ? [] : [{ ...found, index }];
  });
  const [first] = read;
  if (first === undefined) return refusedKey(blocks.some(isEncrypted) ? 'key-encrypted' : 'key-unreadable');
  const keys = read.map(({ key, index }) => candidateKey(key, { index: read.length > 1 ? index : null }));
  return { kind: 'keys', form: first.form, keys };
}

function readDer(der: Uint8Array): VerificationKey {
  const read = readVerificationDer(der);
  if (read === null) {
    return refusedKey(shapeOfDer(der).kind === 'encrypted-pkcs8' ? 'key-encrypted' : 'key-unreadable');
  }
  return { kind: 'keys', form: read.form, keys: [candidateKey(read.key)] };
}

/**
 * Reads what a signature shall be checked with: PEM (SPKI, PKCS#1, X.509 certificate, or a private key, of which only
 * the public half is kept), the same as DER or bare base64, a JWK or a JWK Set. Of a certificate chain the first one
 * counts. Text of any other kind is refused, never taken as a secret. Never throws.
 */
export function readVerificationKey(input: Uint8Array | string): VerificationKey {
  if (input.length === 0) return refusedKey('key-empty');
  if (input.length > verificationKeyLimit) return refusedKey('key-too-large');
  if (typeof input !== 'string') {
    const der = readDer(input);
    if (der.kind === 'keys' || der.reason === 'key-encrypted') return der;
  }
  const raw = typeof input === 'string' ? input : decodeKeyText(input);
  if (raw === null) return refusedKey('key-unreadable');
  const { text } = cleanLineEnds(raw);
  if (text.trim() === '') return refusedKey('key-empty');
  const jwks = readVerificationJwk(text);
  if (jwks !== null) return jwks;
  if ((text.match(/BEGIN/g)?.length ?? 0) > maxVerificationKeys) return refusedKey('too-many-keys');
  const blocks = findPemBlocks(resolveEscapes(replaceOddCharacters(text).text).text);
  if (blocks.length > 0) return readPem(blocks);
  const bare = text.replace(/[\s"'`]/g, '');
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(bare)
    ? readDer(Buffer.from(bare, 'base64'))
    : refusedKey('key-unreadable');
}
