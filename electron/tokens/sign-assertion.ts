import { type CryptoKey, SignJWT } from 'jose';
import type { Assertion } from '../../shared/coze/assertion.ts';

/**
 * Signs `assertion` with RS256 and nothing else, in compact form (RFC 7515 §7.1). Header and claims go out exactly as
 * given, none is added.
 */
export async function signAssertion(signer: CryptoKey, assertion: Assertion): Promise<string> {
  return new SignJWT({ ...assertion.claims }).setProtectedHeader({ ...assertion.header }).sign(signer);
}
