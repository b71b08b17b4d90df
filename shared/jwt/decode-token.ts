import { maxFindings } from './finding.ts';
import { findingsOnNesting, nestedIn } from './nested-token.ts';
import { type TokenParts, takeApart } from './take-apart.ts';

export interface DecodedToken extends TokenParts {
  /** The JWT that is the payload of this one (RFC 7519 §5.2); null in a nested token, of which only this level is opened. */
  readonly nested: DecodedToken | null;
}

/**
 * Takes a JWT apart (RFC 7515 compact JWS, RFC 7516 compact JWE) without judging its signature or its dates. What can
 * be decoded is decoded, what cannot is a finding that names segment and character. A JWT in a JWT is opened one level
 * down. Never throws; takes time in proportion to the text, and no more than `maxTokenLength` of it.
 */
export function decodeToken(input: string): DecodedToken {
  const outer = takeApart(input);
  const inner = nestedIn(outer);
  return {
    ...outer,
    findings: findingsOnNesting(outer, inner, 'nested-jwt').slice(0, maxFindings),
    nested: inner === null ? null : decodeNested(inner),
  };
}

function decodeNested(token: TokenParts): DecodedToken {
  const findings = findingsOnNesting(token, nestedIn(token), 'nested-not-opened').slice(0, maxFindings);
  return { ...token, findings, nested: null };
}
