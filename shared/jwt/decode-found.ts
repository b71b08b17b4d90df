import { type DecodedToken, decodeToken } from './decode-token.ts';
import type { FoundToken } from './find-tokens.ts';
import { finding } from './finding.ts';

/** Takes a token apart that was found in a text, and says when it had to be cleaned for that. Never throws. */
export function decodeFound({ text, cleaned }: FoundToken): DecodedToken {
  const token = decodeToken(text);
  if (!cleaned) return token;
  return { ...token, findings: [finding('text-cleaned', 'warning', 'token'), ...token.findings] };
}
