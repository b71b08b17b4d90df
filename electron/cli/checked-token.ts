import type { DecodedToken } from '../../shared/jwt/decode-token.ts';
import type {
  CheckedKey,
  SignatureReason,
  SignatureState,
  SignatureWarning,
} from '../../shared/jwt/signature-check.ts';
import type { ShownFinding } from './shown-finding.ts';

/** A token that was taken apart, what is known of its signature, and what Coze would say. */
export interface CheckedToken {
  readonly token: DecodedToken;
  /** How often the text holds it. */
  readonly times: number;
  readonly signature: {
    readonly state: SignatureState;
    readonly reason: SignatureReason | null;
    readonly warnings: readonly SignatureWarning[];
    /** The key that the answer is about. */
    readonly key: CheckedKey | null;
  };
  /** Empty where nobody asked. */
  readonly cozeFindings: readonly ShownFinding[];
}

export const notChecked: CheckedToken['signature'] = {
  state: 'not-checked',
  reason: null,
  warnings: [],
  key: null,
};
