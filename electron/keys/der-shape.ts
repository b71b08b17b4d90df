import { type DerElement, derTag, dottedOid, readDerElement, readDerElements } from './der.ts';

/** What a DER structure is, told by its form alone, since banners and file names are often wrong. */
export type DerShape =
  | { readonly kind: 'pkcs8'; readonly algorithm: string }
  | { readonly kind: 'pkcs1' }
  | { readonly kind: 'encrypted-pkcs8'; readonly algorithm: DerElement }
  | { readonly kind: 'other-private'; readonly type: 'EC' | 'DSA' }
  | { readonly kind: 'public' }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'pkcs12' }
  | { readonly kind: 'unknown' };

const unknown: DerShape = { kind: 'unknown' };

/**
 * Tells PrivateKeyInfo and EncryptedPrivateKeyInfo (RFC 5208), RSAPrivateKey and RSAPublicKey (RFC 8017 Appendix A),
 * ECPrivateKey (RFC 5915), SubjectPublicKeyInfo and Certificate (RFC 5280), CertificationRequest (RFC 2986) and PFX
 * (RFC 7292) apart. Bytes after the structure are not looked at.
 */
export function shapeOfDer(bytes: Uint8Array): DerShape {
  const outer = readDerElement(bytes);
  if (outer?.tag !== derTag.sequence) return unknown;
  const parts = readDerElements(outer.content);
  if (parts === null) return unknown;
  const [first, second, third] = parts;
  if (first === undefined || second === undefined) return unknown;
  if (first.tag === derTag.integer) return shapeAfterInteger(parts, first, second, third);
  if (first.tag === derTag.sequence) return shapeAfterSequence(first, second, third);
  return unknown;
}

function shapeAfterInteger(
  parts: readonly DerElement[],
  first: DerElement,
  second: DerElement,
  third: DerElement | undefined,
): DerShape {
  if (second.tag === derTag.sequence && third?.tag === derTag.octetString)
    return { kind: 'pkcs8', algorithm: firstOid(second) };
  if (second.tag === derTag.octetString) return { kind: 'other-private', type: 'EC' };
  if (second.tag === derTag.sequence && first.content[0] === 3) return { kind: 'pkcs12' };
  const integers = parts.filter((part) => part.tag === derTag.integer).length;
  if (integers === 2 && parts.length === 2) return { kind: 'public' };
  if (integers === 6 && parts.length === 6) return { kind: 'other-private', type: 'DSA' };
  if (integers >= 9) return { kind: 'pkcs1' };
  return unknown;
}

function shapeAfterSequence(first: DerElement, second: DerElement, third: DerElement | undefined): DerShape {
  if (second.tag === derTag.octetString && third === undefined)
    return { kind: 'encrypted-pkcs8', algorithm: first };
  if (second.tag === derTag.bitString) return { kind: 'public' };
  if (second.tag !== derTag.sequence || third?.tag !== derTag.bitString) return unknown;
  const signedParts = readDerElements(first.content)?.length ?? 0;
  return signedParts <= 4 ? { kind: 'public' } : { kind: 'certificate' };
}

function firstOid(sequence: DerElement): string {
  const oid = readDerElement(sequence.content);
  return oid?.tag === derTag.oid ? dottedOid(oid.content) : '';
}
