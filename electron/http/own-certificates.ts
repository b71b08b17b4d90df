import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { errorCode } from '../../shared/error-code.ts';
import type { TrustedCertificate } from '../../shared/network-state.ts';
import { ProblemError } from '../../shared/problem.ts';

/** The certificates in a file that a person trusts beside those of the system. */
export interface OwnCertificates {
  /** One text each. */
  readonly pem: readonly string[];
  readonly certificates: readonly TrustedCertificate[];
}

/** Bytes; the roots of every browser take a tenth of it. */
const sizeLimit = 4 * 1024 * 1024;
const block =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

function unreadable(file: string, reason: string, cause?: unknown): ProblemError {
  return new ProblemError('network/ca-unreadable', { params: { file, reason }, cause });
}

/** The names of a certificate on one line, such as `CN=localhost, O=Example`. */
export function oneLine(name: string): string {
  return name.replaceAll('\n', ', ').slice(0, 300);
}

export function isoDate(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time).toISOString();
}

function describe(certificate: X509Certificate): TrustedCertificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    validFrom: isoDate(certificate.validFrom),
    validTo: isoDate(certificate.validTo),
    fingerprint: certificate.fingerprint256,
    isAuthority: certificate.ca,
  };
}

async function read(file: string): Promise<Buffer> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw unreadable(file, 'no-file');
    if (found.size > sizeLimit) throw unreadable(file, 'too-large');
    return await readFile(file);
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    throw unreadable(file, errorCode(thrown), thrown);
  }
}

/**
 * Reads a file of certificates: PEM, any number of them and anything between, or one in DER.
 *
 * @throws ProblemError `network/ca-unreadable` (file, reason: the system's code, `no-file`, `too-large`, `no-certificate`)
 */
export async function readOwnCertificates(file: string): Promise<OwnCertificates> {
  const bytes = await read(file);
  const blocks = bytes.toString('latin1').match(block) ?? [];
  try {
    const found = (blocks.length === 0 ? [bytes] : blocks).map((one) => new X509Certificate(one));
    return { pem: found.map(String), certificates: found.map(describe) };
  } catch (thrown) {
    throw unreadable(file, 'no-certificate', thrown);
  }
}
