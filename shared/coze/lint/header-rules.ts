import { looksLikeAppId, looksLikeFingerprint, looksLikePem } from '../looks-like.ts';
import { mustBeText, mustNotBeBlank, onText, required } from './field-types.ts';
import type { LintContext } from './lint-context.ts';
import { type Change, type FieldRule, notice, quoted, setText } from './notice.ts';

const rs256 = () => setText('RS256');
const jwt = () => setText('JWT');
const knownKid = ({ knownKid }: LintContext): Change | null => setText(knownKid);

/** `alg`: fixed, RS256. */
export const algRules: readonly FieldRule[] = [
  required(rs256),
  mustBeText(rs256),
  onText((alg, place) =>
    alg === 'RS256' ? null : notice('alg-not-rs256', place, rs256(), { value: quoted(alg) }),
  ),
];

/** `typ`: fixed, JWT. */
export const typRules: readonly FieldRule[] = [
  required(jwt),
  mustBeText(jwt),
  onText((typ, place) =>
    typ === 'JWT' ? null : notice('typ-not-jwt', place, jwt(), { value: quoted(typ) }),
  ),
];

/** The fingerprint that stands between white space or quotation marks. */
function bareFingerprint(kid: string): Change | null {
  const bare = kid.replace(/^[\s"'`“”‘’]{1,9}|[\s"'`“”‘’]{1,9}$/g, '');
  return looksLikeFingerprint(bare) ? setText(bare) : null;
}

/** `kid`: the fingerprint of the app's public key. */
export const kidRules: readonly FieldRule[] = [
  required(knownKid),
  mustBeText(knownKid),
  mustNotBeBlank(knownKid),
  onText((kid, place, context) =>
    looksLikePem(kid) ? notice('kid-is-pem', place, knownKid(context)) : null,
  ),
  onText((kid, place, context) =>
    looksLikeAppId(kid) ? notice('kid-is-app-id', place, knownKid(context), { value: quoted(kid) }) : null,
  ),
  onText((kid, place, context) => {
    const expected = context.knownKid ?? '';
    if (expected === '' || kid === expected) return null;
    return notice('kid-other-key', place, knownKid(context), { value: quoted(kid), expected });
  }),
  onText((kid, place) =>
    looksLikeFingerprint(kid)
      ? null
      : notice('kid-unlike-fingerprint', place, bareFingerprint(kid), { length: kid.length }),
  ),
];
