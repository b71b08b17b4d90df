import type { DecodedToken } from '../../shared/jwt/decode-token.ts';
import type { SignatureReason, SignatureState, SignatureWarning } from '../../shared/jwt/signature-check.ts';

/** A token that was taken apart, and what is known of its signature. */
export interface CheckedToken {
  readonly token: DecodedToken;
  readonly signature: {
    readonly state: SignatureState;
    readonly reason: SignatureReason | null;
    readonly warnings: readonly SignatureWarning[];
  };
}
