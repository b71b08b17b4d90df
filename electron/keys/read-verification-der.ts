import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { KeyForm } from '../../shared/jwt/signature-check.ts';
import { shapeOfDer } from './der-shape.ts';

/** A public key, and what it was taken from. */
export interface PublicKeyOfDer {
  readonly form: KeyForm;
  readonly key: KeyObject;
}

interface Structure {
  readonly form: KeyForm;
  readonly read: (der: Buffer) => KeyObject;
}

const publicKey = (type: 'spki' | 'pkcs1'): Structure => ({
  form: 'public-key',
  read: (key) => createPublicKey({ key, format: 'der', type }),
});
const privateKey = (type: 'pkcs8' | 'pkcs1' | 'sec1'): Structure => ({
  form: 'private-key',
  read: (key) => createPublicKey(createPrivateKey({ key, format: 'der', type })),
});
const certificate: Structure = { form: 'certificate', read: (der) => new X509Certificate(der).publicKey };

/**
 * By the label of the PEM block, without spaces (RFC 7468). Private keys stand first, since `createPublicKey` takes
 * their DER for that of a public one.
 */
const structures: ReadonlyMap<string, Structure> = new Map([
  ['PRIVATEKEY', privateKey('pkcs8')],
  ['RSAPRIVATEKEY', privateKey('pkcs1')],
  ['ECPRIVATEKEY', privateKey('sec1')],
  ['PUBLICKEY', publicKey('spki')],
  ['RSAPUBLICKEY', publicKey('pkcs1')],
  ['CERTIFICATE', certificate],
  ['X509CERTIFICATE', certificate],
]);

function attempt({ form, read }: Structure, der: Uint8Array): PublicKeyOfDer | null {
  try {
    return { form, key: read(Buffer.from(der.buffer, der.byteOffset, der.byteLength)) };
  } catch {
    return null;
  }
}

/** The public key in the content of a PEM block with this label; null when it is not what the label says. */
export function readLabelledDer(label: string, der: Uint8Array): PublicKeyOfDer | null {
  const structure = structures.get(label);
  return structure === undefined ? null : attempt(structure, der);
}

/**
 * The public key in a DER structure: SubjectPublicKeyInfo, PKCS#1, X.509 certificate, or the public half of an
 * unencrypted PKCS#8, PKCS#1 or SEC 1 private key. Null when it is none of them.
 */
export function readVerificationDer(der: Uint8Array): PublicKeyOfDer | null {
  if (shapeOfDer(der).kind === 'unknown') return null;
  for (const structure of structures.values()) {
    const read = attempt(structure, der);
    if (read !== null) return read;
  }
  return null;
}
