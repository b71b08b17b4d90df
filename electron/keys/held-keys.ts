import { createPublicKey } from 'node:crypto';
import type { SigningKey } from '../../shared/coze/key.ts';
import { type CandidateKey, candidateKey, type VerificationKey } from './verification-key.ts';

function candidateOf({ publicKeyPem, kid, label }: SigningKey): readonly CandidateKey[] {
  try {
    return [candidateKey(createPublicKey(publicKeyPem), { kid, label })];
  } catch {
    return [];
  }
}

/** The public halves of those stored keys that have this `kid`, to check a signature with; needs no keychain. */
export function heldKeysWith(kid: string | null, stored: readonly SigningKey[]): VerificationKey {
  const named = kid === null ? [] : stored.filter((key) => key.kid === kid);
  return { kind: 'keys', form: 'held', keys: named.flatMap(candidateOf) };
}
