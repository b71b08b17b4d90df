/** Everything that can stand between a token, a key and a yes. Texts in `shared/i18n/findings-texts.*.ts`. */
export const signatureReasons = [
  'signature-mismatch',
  'alg-key-mismatch',
  'alg-unsupported',
  'alg-none',
  'no-key-matches',
  'key-too-small',
  'key-empty',
  'key-unreadable',
  'key-encrypted',
  'key-text-as-secret',
  'token-broken',
  'jwe',
  'crit-not-understood',
] as const;
export type SignatureReason = (typeof signatureReasons)[number];

/** Why nothing can be checked with what was given as a key. */
export type KeyRefusal = Extract<
  SignatureReason,
  'key-empty' | 'key-unreadable' | 'key-encrypted' | 'key-text-as-secret'
>;

/** What a check of a signature found. A reason is given for all but `valid`. */
export type SignatureCheck =
  | { readonly state: 'valid'; readonly reason: null }
  | { readonly state: 'invalid'; readonly reason: SignatureReason }
  | { readonly state: 'cannot-check'; readonly reason: SignatureReason };

/** As shown: also before anything was checked. */
export type SignatureState = SignatureCheck['state'] | 'not-checked';
