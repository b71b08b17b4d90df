/** The algorithms that an RSA private key of the keychain can sign with (RFC 7518 §3.3 and §3.5). Coze takes RS256 only. */
export const signingAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

export function isSigningAlgorithm(name: string): name is SigningAlgorithm {
  return signingAlgorithms.some((known) => known === name);
}
