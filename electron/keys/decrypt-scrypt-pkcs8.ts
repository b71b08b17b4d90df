import { createDecipheriv, scryptSync } from 'node:crypto';
import { type DerElement, derTag, dottedOid, readDerElement, readDerElements } from './der.ts';

const scryptOid = '1.3.6.1.4.1.11591.4.11';

const cipherNames: Readonly<Record<string, readonly [name: string, keyLength: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
};

/** What PBES2 with scrypt needs beside the passphrase (RFC 8018 §6.2, RFC 7914 §7). */
interface ScryptEncryption {
  readonly salt: Uint8Array;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  readonly cipher: string;
  readonly keyLength: number;
  readonly iv: Uint8Array;
}

/** True when the key derivation of an encrypted PKCS#8 key is scrypt. */
export function usesScrypt(algorithm: DerElement): boolean {
  return kdfOf(algorithm)?.name === scryptOid;
}

/**
 * Decrypts a PKCS#8 key whose passphrase goes through scrypt: OpenSSL reads those by itself, the BoringSSL of Electron
 * does not. Null when the passphrase is wrong; `undefined` when the cipher is not known here.
 */
export function decryptScryptPkcs8(
  der: Uint8Array,
  algorithm: DerElement,
  passphrase: string,
): Buffer | null | undefined {
  const encryption = readEncryption(algorithm);
  const [, encrypted] = readDerElements(readDerElement(der)?.content ?? der) ?? [];
  if (encryption === undefined || encrypted?.tag !== derTag.octetString) return undefined;
  const { salt, cost, blockSize, parallelization, cipher, keyLength, iv } = encryption;
  const maxmem = 256 * cost * blockSize + 256 * blockSize * parallelization + 1024;
  try {
    const key = scryptSync(passphrase, salt, keyLength, { cost, blockSize, parallelization, maxmem });
    const decipher = createDecipheriv(cipher, key, iv);
    return Buffer.concat([decipher.update(encrypted.content), decipher.final()]);
  } catch {
    return null;
  }
}

function kdfOf(algorithm: DerElement) {
  const [, parameters] = readDerElements(algorithm.content) ?? [];
  const [kdf, encryption] = readDerElements(parameters?.content ?? new Uint8Array()) ?? [];
  const [oid, kdfParameters] = readDerElements(kdf?.content ?? new Uint8Array()) ?? [];
  if (oid?.tag !== derTag.oid || kdfParameters === undefined || encryption === undefined) return null;
  return { name: dottedOid(oid.content), parameters: kdfParameters, encryption };
}

function readEncryption(algorithm: DerElement): ScryptEncryption | undefined {
  const kdf = kdfOf(algorithm);
  if (kdf === null) return undefined;
  const [salt, cost, blockSize, parallelization] = readDerElements(kdf.parameters.content) ?? [];
  const [cipherOid, iv] = readDerElements(kdf.encryption.content) ?? [];
  const known = cipherOid === undefined ? undefined : cipherNames[dottedOid(cipherOid.content)];
  if (salt === undefined || iv?.tag !== derTag.octetString || known === undefined) return undefined;
  const [cipher, keyLength] = known;
  return {
    salt: salt.content,
    cost: toNumber(cost),
    blockSize: toNumber(blockSize),
    parallelization: toNumber(parallelization),
    cipher,
    keyLength,
    iv: iv.content,
  };
}

function toNumber(integer: DerElement | undefined): number {
  return (integer?.content ?? new Uint8Array()).reduce((value, octet) => value * 256 + octet, 0);
}
