import type { KeyRefusal } from '../keys/verification-key.ts';

/** Why a signature is not valid, or cannot be checked. The texts stand in `shared/i18n/findings-texts.*.ts`. */
export type SignatureReason =
  | 'signature-mismatch'
  | 'alg-key-mismatch'
  | 'alg-unsupported'
  | 'alg-none'
  | 'no-key-matches'
  | 'key-too-small'
  | 'token-broken'
  | 'jwe'
  | 'crit-not-understood'
  | KeyRefusal;

/** What a check of a signature found. A reason is given for all but `valid`. */
export type SignatureCheck =
  | { readonly state: 'valid'; readonly reason: null }
  | { readonly state: 'invalid'; readonly reason: SignatureReason }
  | { readonly state: 'cannot-check'; readonly reason: SignatureReason };
