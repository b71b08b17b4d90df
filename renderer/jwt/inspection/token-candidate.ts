import { type FoundToken, findTokens } from '../../../shared/jwt/find-tokens.ts';

/** What a text holds: tokens, something that was meant as one, an access token, or none of them. */
export type Found =
  | { readonly kind: 'tokens'; readonly tokens: readonly FoundToken[]; readonly isCut: boolean }
  | { readonly kind: 'opaque' }
  | { readonly kind: 'none' };

/** One word of base64url parts joined by dots, long enough not to be a file or host name. */
const damaged = /^[A-Za-z0-9_+/=*-]{12,}(?:\.[A-Za-z0-9_+/=*-]*){1,5}$/;

/** Coze's own tokens, which are not JWTs (prefixes in the documentation's samples). */
const opaque = /(?:^|[\s"'])(?:czs|czu|pat|sat)_[A-Za-z0-9*]{8,}/;

/** Finds the tokens in `text`. A lone damaged one counts, so that its damage can be named; prose with dots does not. */
export function findIn(text: string): Found {
  const { tokens, isCut } = findTokens(text);
  const trimmed = text.trim();
  if (tokens.length > 0) return { kind: 'tokens', tokens, isCut };
  if (opaque.test(trimmed)) return { kind: 'opaque' };
  if (!damaged.test(trimmed) && !trimmed.startsWith('eyJ')) return { kind: 'none' };
  const start = text.indexOf(trimmed);
  const whole = { text: trimmed, start, end: start + trimmed.length, lines: 1, cleaned: false };
  return { kind: 'tokens', tokens: [whole], isCut: false };
}
