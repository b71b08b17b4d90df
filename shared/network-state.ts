import type { Problem } from './problem.ts';

export interface TrustedCertificate {
  /** Such as `CN=Example Root, O=Example`. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256, pairs of hexadecimal digits with colons. */
  readonly fingerprint: string;
  /** True when it may vouch for others. */
  readonly isAuthority: boolean;
}

/** What the network settings come to on this machine. */
export interface NetworkState {
  /** Those of the person's own file. */
  readonly certificates: TrustedCertificate[];
  /** Why that file is not used. */
  readonly caProblem: Problem | null;
  /** The proxy that leads to the current app's API, without a password; null for none. */
  readonly proxy: string | null;
  /** Whether the keychain has a password for the own proxy and its user; null when that cannot be known. */
  readonly hasPassword: boolean | null;
}
