import { createPublicKey, verify, webcrypto } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { cause } from '../../../shared/coze/causes/cause.ts';
import type { SigningKey } from '../../../shared/coze/key.ts';
import { toProblem } from '../../../shared/problem.ts';
import { loadSigner } from '../../tokens/load-signer.ts';
import { causesOfFailure } from '../causes-of-failure.ts';
import { type Outcome, outcome, type Visit } from '../outcome.ts';
import { ownCause } from '../own-cause.ts';
import type { DoctorServices } from '../patient.ts';
import { seenOf } from '../seen.ts';

async function fitsPublicHalf(
  signer: CryptoKey,
  key: SigningKey,
  { randomBytes }: DoctorServices,
): Promise<boolean> {
  const bytes = Uint8Array.from(randomBytes(32));
  const signature = await webcrypto.subtle.sign('RSASSA-PKCS1-v1_5', signer, bytes);
  return verify('sha256', bytes, createPublicKey(key.publicKeyPem), Buffer.from(signature));
}

function unreadable(thrown: unknown, visit: Visit): Outcome {
  const problem = toProblem(thrown);
  switch (problem.code) {
    case 'keychain/not-found':
      return outcome('failed', 'key-gone', { causes: causesOfFailure(problem, visit), problem });
    case 'keychain/corrupt':
    case 'key/unreadable':
      return outcome('failed', 'key-corrupt', { causes: [cause('keychain-partial')], problem });
    case 'keychain/unavailable':
    case 'keychain/locked':
    case 'keychain/denied':
    case 'keychain/timeout':
      return outcome('failed', 'key-out-of-reach', { causes: causesOfFailure(problem, visit), problem });
    default:
      throw thrown;
  }
}

/** Whether the private half can be read, loads, and belongs to the public half that is stored beside it. */
export async function keyCheck(visit: Visit): Promise<Outcome> {
  const { patient, services } = visit;
  const { key } = patient;
  if (key === null) return outcome('failed', 'key-none', { causes: [ownCause('no-key-chosen')] });
  const seen = seenOf({ key: key.label });
  if (key.held === 'gone') {
    const causes = [cause('keychain-earlier-run'), cause('keychain-removed')];
    return outcome('failed', 'key-gone', { seen, causes });
  }
  let signer: CryptoKey;
  try {
    const pkcs8 = await patient.privateHalf(key);
    signer = await loadSigner(pkcs8).finally(() => pkcs8.fill(0));
  } catch (thrown) {
    return { ...unreadable(thrown, visit), seen };
  }
  if (!(await fitsPublicHalf(signer, key, services))) {
    return outcome('failed', 'key-halves-differ', { seen, causes: [ownCause('key-wrong-file')] });
  }
  return outcome('passed', 'key-signs', { params: { bits: key.bits }, seen, facts: { signer } });
}
