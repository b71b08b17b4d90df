import { announcesPlainPayload, expectedShape } from './expected-shape.ts';
import { type FoundToken, findTokens } from './find-tokens.ts';

/** What a text holds: tokens, something that was meant as one, an access token, or none of them. */
export type Found =
  | { readonly kind: 'tokens'; readonly tokens: readonly FoundToken[]; readonly isCut: boolean }
  | { readonly kind: 'opaque' }
  | { readonly kind: 'none' };

/** One word of base64url parts joined by dots, long enough not to be a file or host name. */
const damaged = /^[A-Za-z0-9_+/=*-]{12,}(?:\.[A-Za-z0-9_+/=*-]*){1,5}$/;

/** Coze's own tokens, which are not JWTs (prefixes in the documentation's samples). */
const opaque = /(?:^|[\s"'])(?:czs|czu|pat|sat)_[A-Za-z0-9*]{8,}/;

/** A token on one line whose payload may hold any character (RFC 7797 §5.2), dots too when it breaks that rule. */
function isPlain(text: string): boolean {
  const header = /^(eyJ[A-Za-z0-9_-]{5,4096})\./.exec(text)?.[1];
  if (header === undefined || !announcesPlainPayload(header)) return false;
  const signature = text.slice(text.lastIndexOf('.') + 1);
  return /^[A-Za-z0-9_-]+$/.test(signature) && expectedShape(header).isLastLength(signature.length);
}

/** Lower-case words, as in host and file names. */
const hostName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

function isMeant(text: string): boolean {
  if (hostName.test(text)) return false;
  return damaged.test(text) || /^eyJ[A-Za-z0-9_-]{5,}\.\S*$/.test(text);
}

/**
 * Finds the tokens in `text`. A lone damaged one counts, so that its damage can be named; prose with dots does not.
 * Never throws.
 */
export function findIn(text: string): Found {
  const trimmed = text.trim();
  const isOnePlain = !/[\r\n]/.test(trimmed) && isPlain(trimmed);
  const { tokens, isCut } = isOnePlain ? { tokens: [], isCut: false } : findTokens(text);
  if (tokens.length > 0) return { kind: 'tokens', tokens, isCut };
  if (opaque.test(trimmed)) return { kind: 'opaque' };
  if (!isOnePlain && !isMeant(trimmed)) return { kind: 'none' };
  const start = text.indexOf(trimmed);
  const place = { start, end: start + trimmed.length, lines: 1, cleaned: false, times: 1 };
  return { kind: 'tokens', tokens: [{ text: trimmed, ...place }], isCut: false };
}
