import { z } from 'zod';
import { jwtCheckSchema } from '../jwt/signature-check-schema.ts';
import { maxTokenLength } from '../jwt/token-limits.ts';
import { pinsSchema } from '../pin-schema.ts';
import { id, nothing } from './simple-schemas.ts';

/** One token, with room for white space around it: what is longer than a token may be is told as a result. */
const jwt = z.string().max(maxTokenLength + 65_536);

/** What a signature is checked with. Used for the one check and not kept. */
const checkKeySchema = z.discriminatedUnion('kind', [
  /** PEM, JWK, JWK Set or base64 DER; never taken as a secret. */
  z.object({ kind: z.literal('text'), text: z.string().max(400_000) }),
  z.object({ kind: z.literal('bytes'), base64: z.base64().max(400_000), fileName: z.string().max(255) }),
  /** As `text` it is used even if it is the text of a key, with a warning: that is how such a forgery is shown. */
  z.object({
    kind: z.literal('secret'),
    text: z.string().max(400_000),
    encoding: z.enum(['text', 'hex', 'base64url']),
  }),
  /** The public halves of the stored keys that have the token's `kid`. */
  z.object({ kind: z.literal('held') }),
]);

/** The calls about any JWT, and about those that are pinned. */
export const jwtCalls = {
  /** Checks the signature and nothing else; the token is never changed. */
  'jwt.check': { input: z.object({ token: jwt, key: checkKeySchema }), output: jwtCheckSchema },
  /** Opens the system's file dialog and checks with the key in that file; null when the person closed it. */
  'jwt.pickKey': { input: z.object({ token: jwt }), output: jwtCheckSchema.nullable() },
  /**
   * Signs header and payload with a stored key, by the `alg` of the header (one of `signingAlgorithms`). Both are JSON
   * texts as a person typed them; what is signed is that text without the white space between its tokens, so that
   * every digit, escape, duplicate and the order of members stay.
   */
  'jwt.sign': {
    input: z.object({ keyId: id, header: z.string().max(65_536), payload: z.string().max(1_048_576) }),
    output: z.object({ jwt: z.string() }),
  },

  /** The pinned tokens that the keychain holds. Pins of this run are no matter of the main process. */
  'pins.kept': { input: nothing, output: pinsSchema },
  /** Replaces the pinned tokens that the keychain holds; none at all removes its entry. */
  'pins.keep': { input: z.object({ pins: pinsSchema }), output: nothing },
} as const;
