import { type DerElement, derTag, dottedOid, readDerElements } from './der.ts';

const pbes2 = '1.2.840.113549.1.5.13';
const scrypt = '1.3.6.1.4.1.11591.4.11';

/** About a second of PBKDF2 on a slow machine; common tools write 2 048 to 1 000 000 rounds. */
const maxIterations = 5_000_000;
/** N × r × p of scrypt; OpenSSL writes 2^17. Times 128 this is also the memory in bytes. */
const maxScryptCost = 2 ** 20;

/**
 * True when the key derivation that an encrypted PKCS#8 key asks for (RFC 8018 §6, RFC 7914 §7) ends in reasonable
 * time. The numbers come from outside: a file may ask for hours.
 *
 * @param algorithm - the encryptionAlgorithm sequence of EncryptedPrivateKeyInfo
 */
export function isKdfAffordable(algorithm: DerElement): boolean {
  const [oid, parameters] = readDerElements(algorithm.content) ?? [];
  if (oid?.tag !== derTag.oid || parameters?.tag !== derTag.sequence) return false;
  if (dottedOid(oid.content) !== pbes2) return isIterationCountAffordable(parameters);
  const [kdf] = readDerElements(parameters.content) ?? [];
  const [kdfOid, kdfParameters] = kdf === undefined ? [] : (readDerElements(kdf.content) ?? []);
  if (kdfOid === undefined || kdfParameters === undefined) return false;
  if (dottedOid(kdfOid.content) !== scrypt) return isIterationCountAffordable(kdfParameters);
  return isScryptAffordable(kdfParameters);
}

/** Place by place as the decrypter reads it. Node takes a zero for its own default, so that a product hides the rest. */
function isScryptAffordable(parameters: DerElement): boolean {
  const [salt, ...numbers] = readDerElements(parameters.content) ?? [];
  const factors = numbers.slice(0, 3);
  if (salt?.tag !== derTag.octetString || factors.length < 3) return false;
  if (factors.some((factor) => factor.tag !== derTag.integer)) return false;
  const values = factors.map(toNumber);
  return values.every((value) => value >= 1) && values.reduce((cost, value) => cost * value) <= maxScryptCost;
}

function isIterationCountAffordable(parameters: DerElement): boolean {
  const [iterations = Infinity] = integersOf(parameters);
  return iterations <= maxIterations;
}

function integersOf(sequence: DerElement): readonly number[] {
  return (readDerElements(sequence.content) ?? [])
    .filter((element) => element.tag === derTag.integer)
    .map(toNumber);
}

function toNumber(integer: DerElement): number {
  return integer.content.reduce((value, octet) => value * 256 + octet, 0);
}
