import type { Fingerprints } from '../../shared/coze/key.ts';
import type { KidFormula } from './patient.ts';

/** The hash of the public key that `kid` is, or null when it is none of the known ones. */
export function matchFingerprint(kid: string, fingerprints: Fingerprints): KidFormula | null {
  const formulas = ['spki', 'jwkThumbprint', 'pkcs1'] as const;
  return formulas.find((formula) => fingerprints[formula] === kid) ?? null;
}
