import { z } from 'zod';

/**
 * What was changed about a text before a key could be read from it, in the order it was done. Texts in `shared/i18n`.
 */
export const normalisations = [
  'bom', // a byte order mark was removed
  'odd-characters', // invisible or look-alike characters (zero-width, no-break space, long dashes)
  'double-base64', // the whole PEM text was in base64 once more
  'crlf', // CR LF or CR line ends
  'literal-newlines', // backslash n in place of line ends
  'quotes', // surrounding quotation marks or a JSON string
  'one-line', // the whole PEM stood on one line
  'indented', // leading or trailing white space on lines
  'surrounding-text', // text before or after the PEM block
  'missing-banner', // base64 without BEGIN and END lines
  'pkcs1', // converted from PKCS#1 to PKCS#8
  'decrypted', // was encrypted PKCS#8 (or an encrypted legacy PEM)
  'der', // binary DER
  'jwk', // a JSON Web Key
] as const;
export const normalisationSchema = z.enum(normalisations);
export type Normalisation = z.infer<typeof normalisationSchema>;

/**
 * Hashes of the public key that Coze's `kid` might be, each 43 base64url characters. Which encoding Coze hashes is not
 * documented: a match proves, a mismatch says nothing.
 */
export const fingerprintsSchema = z.object({
  /** SHA-256 of the DER SubjectPublicKeyInfo. */
  spki: z.string(),
  /** RFC 7638 JWK thumbprint. */
  jwkThumbprint: z.string(),
  /** SHA-256 of the DER RSAPublicKey (PKCS#1). */
  pkcs1: z.string(),
});
export type Fingerprints = Readonly<z.infer<typeof fingerprintsSchema>>;

/** The public half of an RSA key, free to be shown and stored. */
export const publicHalfSchema = z.object({
  bits: z.number().int(),
  /** SubjectPublicKeyInfo as PEM, with LF line ends. */
  publicKeyPem: z.string(),
  fingerprints: fingerprintsSchema,
});
export type PublicHalf = Readonly<z.infer<typeof publicHalfSchema>>;

/** Where the private half is: in the keychain, in memory until the app ends, or nowhere any more. */
export const heldSchema = z.enum(['keychain', 'this-run', 'gone']);

export const signingKeySchema = publicHalfSchema.extend({
  id: z.string().min(1).max(64),
  label: z.string().min(1).max(120),
  /** The fingerprint that Coze shows for the key; null until the user enters it. */
  kid: z.string().nullable(),
  origin: z.enum(['imported', 'generated', 'practice']),
  /** Epoch seconds that a `Date` can hold. */
  createdAt: z.number().int().min(0).max(8_640_000_000_000),
  held: heldSchema,
});
/** An RSA private key in the keychain, seen from outside: its public half and its `kid`. */
export type SigningKey = Readonly<z.infer<typeof signingKeySchema>>;

/**
 * Key material that was read but not stored yet. The private half waits in the main process under `draftId` until it
 * is saved, discarded, or ten minutes have passed.
 */
export const keyDraftSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('locked'), draftId: z.string(), fileName: z.string().nullable() }),
  publicHalfSchema.extend({
    state: z.literal('ready'),
    draftId: z.string(),
    fileName: z.string().nullable(),
    origin: z.enum(['imported', 'generated']),
    normalised: z.array(normalisationSchema),
    /** Id of a stored key with the same public half. */
    duplicateOf: z.string().nullable(),
  }),
]);
export type KeyDraft = Readonly<z.infer<typeof keyDraftSchema>>;
