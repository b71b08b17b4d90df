/** Everything that can stand between a token, a key and a yes. Texts in `shared/i18n/findings-texts.*.ts`. */
export const signatureReasons = [
  'signature-mismatch',
  'signature-missing',
  'signature-length',
  'alg-key-mismatch',
  'key-unsupported',
  'alg-unsupported',
  'alg-none',
  'no-key-matches',
  'too-many-keys',
  'key-too-small',
  'key-too-large',
  'key-empty',
  'key-unreadable',
  'no-signing-key',
  'key-encrypted',
  'key-text-as-secret',
  'secret-not-hex',
  'secret-not-base64url',
  'token-broken',
  'header-invalid',
  'payload-detached',
  'payload-not-allowed',
  'token-too-large',
  'jwe',
  'crit-not-understood',
] as const;
export type SignatureReason = (typeof signatureReasons)[number];

/** Why nothing can be checked with what was given as a key. */
export type KeyRefusal = Extract<
  SignatureReason,
  | 'too-many-keys'
  | 'key-too-large'
  | 'key-empty'
  | 'key-unreadable'
  | 'no-signing-key'
  | 'key-encrypted'
  | 'key-text-as-secret'
  | 'secret-not-hex'
  | 'secret-not-base64url'
>;

/** What is unwise about a check that could be made all the same. */
export const signatureWarnings = [
  'secret-short', // shorter than the hash of its HMAC (RFC 7518 §3.2)
  'key-text-as-secret', // the text of a key was used as an HMAC secret (RFC 8725 §2.1)
  'kid-differs', // the key that fits has another `kid` than the token names
] as const;
export type SignatureWarning = (typeof signatureWarnings)[number];

export const keyKinds = ['rsa', 'ec-p256', 'ec-p384', 'ec-p521', 'ed25519', 'secret', 'other'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** What was read as a key. Of a `private-key` only the public half is used. */
export const keyForms = [
  'public-key',
  'private-key',
  'certificate',
  'jwk',
  'jwk-set',
  'secret-text',
  'secret-hex',
  'secret-base64url',
  'held',
] as const;
export type KeyForm = (typeof keyForms)[number];

/** The one key that the answer is about. */
export interface CheckedKey {
  readonly kind: KeyKind;
  readonly kid: string | null;
  /** Its place in the JWK Set, or among the blocks of a PEM text, from 0; null where there was only one. */
  readonly index: number | null;
  /** The name that a person gave to a key that the app holds. */
  readonly label: string | null;
}

/** `invalid`: a key that fits was used, and the signature is not its own. A reason is given for all but `valid`. */
export type SignatureOutcome =
  | { readonly state: 'valid'; readonly reason: null }
  | { readonly state: 'invalid'; readonly reason: SignatureReason }
  | { readonly state: 'cannot-check'; readonly reason: SignatureReason };

/** What a check of a signature found. */
export type SignatureCheck = SignatureOutcome & {
  readonly warnings: readonly SignatureWarning[];
  /** The key that fitted, or the only one that could have been meant; null when there were none or several. */
  readonly key: CheckedKey | null;
};

/** As shown: also before anything was checked. */
export type SignatureState = SignatureCheck['state'] | 'not-checked';

/** A check, and what the key was read as: null when it was refused. */
export type JwtCheck = SignatureCheck & {
  readonly readAs: { readonly form: KeyForm; readonly count: number } | null;
  /** The file that the key came from. */
  readonly fileName: string | null;
};
