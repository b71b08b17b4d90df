import { webcrypto } from 'node:crypto';
import type { CryptoKey } from 'jose';
import type { Activity } from '../../shared/coze/token.ts';
import type { SigningAlgorithm } from '../../shared/jwt/signing-algorithms.ts';
import { toProblem } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';
import { claimNames } from './claim-names.ts';
import { rsaParameters } from './rsa-parameters.ts';
import { signingInput } from './signing-input.ts';

export interface SignRequest {
  /** JSON text of the header; its `alg` says how to sign. */
  readonly header: string;
  /** JSON text of the payload. */
  readonly payload: string;
  readonly key: { readonly label: string };
  /** Asked for only when header and payload are in order. */
  readonly signer: (algorithm: SigningAlgorithm) => Promise<CryptoKey>;
  readonly signal: AbortSignal;
}

export interface SignServices {
  readonly clock: Clock;
  readonly record: (entry: Omit<Activity, 'id'>) => void;
}

/**
 * Signs any JWT in compact form (RFC 7515 §7.1), header and payload as they were typed but for white space. Whatever
 * happens, one line about it is recorded. jose is passed by here, since it would write the header anew.
 *
 * @throws ProblemError `sign/…`, of the keychain or the key; an `AbortError` when cancelled
 */
export async function signJwt(services: SignServices, request: SignRequest): Promise<string> {
  const { clock } = services;
  const { header, payload, key, signal } = request;
  const startedAt = clock.now();
  let claims: string[] = [];

  function record(problem: Activity['problem']): void {
    services.record({
      at: Math.round(startedAt),
      kind: 'sign',
      appName: '',
      subject: key.label,
      claims,
      jti: null,
      clockCorrectedMs: null,
      elapsedMs: Math.round(clock.now() - startedAt),
      status: null,
      logId: null,
      problem,
    });
  }

  try {
    const { algorithm, text, names } = signingInput(header, payload);
    claims = claimNames(names);
    const signer = await request.signer(algorithm);
    signal.throwIfAborted();
    const { signature: parameters } = rsaParameters[algorithm];
    const signature = await webcrypto.subtle.sign(parameters, signer, Buffer.from(text, 'ascii'));
    record(null);
    return `${text}.${Buffer.from(signature).toString('base64url')}`;
  } catch (thrown) {
    record(toProblem(thrown));
    throw thrown;
  }
}
