import { generateKeyPair } from 'node:crypto';
import type { PublicHalf } from '../../shared/coze/key.ts';
import { publicHalfOf } from './public-half.ts';

export interface GeneratedKey {
  /** DER, RFC 5208. The caller wipes it when it is stored elsewhere. */
  readonly pkcs8: Uint8Array;
  readonly publicHalf: PublicHalf;
}

/**
 * Makes an RSA key pair with the public exponent 65537, off the main thread. The library cannot stop half way: after
 * an abort the call rejects at once with the signal's reason, and the pair is dropped when it is done.
 */
export function generateKey(bits: 2048 | 3072 | 4096, signal: AbortSignal): Promise<GeneratedKey> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    generateKeyPair(
      'rsa',
      { modulusLength: bits, publicExponent: 0x10001 },
      (error, _publicKey, privateKey) => {
        signal.removeEventListener('abort', onAbort);
        if (error !== null) return reject(error);
        if (signal.aborted) return;
        resolve({
          pkcs8: privateKey.export({ type: 'pkcs8', format: 'der' }),
          publicHalf: publicHalfOf(privateKey),
        });
      },
    );
  });
}
