import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSigners, type Signers } from '../../../electron/tokens/signers.ts';
import { signingAlgorithms } from '../../../shared/jwt/signing-algorithms.ts';
import { ProblemError, toProblem } from '../../../shared/problem.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const der = privateKey.export({ type: 'pkcs8', format: 'der' });

let reads: Uint8Array[];
let failure: Error | null;
let signers: Signers;

beforeEach(() => {
  reads = [];
  failure = null;
  signers = createSigners(async () => {
    if (failure !== null) throw failure;
    const copy = Uint8Array.from(der);
    reads.push(copy);
    return copy;
  });
});

describe('the signers of a key', () => {
  it('are loaded once for each algorithm, and each signs with its own only', async () => {
    for (const algorithm of signingAlgorithms) {
      const signer = await signers.get('k1', algorithm);
      expect(await signers.get('k1', algorithm)).toBe(signer);
      expect(signer).toMatchObject({ extractable: false, type: 'private', usages: ['sign'] });
      expect(signer.algorithm).toMatchObject({
        name: algorithm.startsWith('RS') ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS',
        hash: { name: `SHA-${algorithm.slice(2)}` },
      });
    }
    expect(reads).toHaveLength(6);
  });

  it('are loaded once, too, when they are asked for at the same time', async () => {
    const [first, second] = await Promise.all([signers.get('k1', 'PS256'), signers.get('k1', 'PS256')]);
    expect(second).toBe(first);
    expect(reads).toHaveLength(1);
  });

  it('leave nothing of the private half behind that was read', async () => {
    await signers.get('k1', 'RS256');
    await signers.get('k1', 'PS512');
    for (const read of reads) expect(read.every((octet) => octet === 0)).toBe(true);
  });

  it('are all dropped with the key, and no other key with them', async () => {
    const other = await signers.get('k2', 'RS256');
    const before = [await signers.get('k1', 'RS256'), await signers.get('k1', 'PS384')];
    signers.drop('k1');
    expect(await signers.get('k1', 'RS256')).not.toBe(before[0]);
    expect(await signers.get('k1', 'PS384')).not.toBe(before[1]);
    expect(await signers.get('k2', 'RS256')).toBe(other);
  });

  it('are tried again after a failure', async () => {
    failure = new ProblemError('keychain/locked');
    const thrown: unknown = await signers.get('k1', 'RS384').catch((error: unknown) => error);
    expect(toProblem(thrown).code).toBe('keychain/locked');
    failure = null;
    expect((await signers.get('k1', 'RS384')).extractable).toBe(false);
  });
});
