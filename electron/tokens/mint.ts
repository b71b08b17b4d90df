import type { CryptoKey } from 'jose';
import { buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import type { AccessToken } from '../../shared/coze/token.ts';
import { epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import {
  type ExchangeServices,
  exchangeForToken,
  type SignedAssertion,
  type TokenExchange,
} from './exchange-for-token.ts';
import { signAssertion } from './sign-assertion.ts';

export interface Mint extends Omit<TokenExchange, 'subject'> {
  readonly key: { readonly label: string; readonly kid: string };
  readonly signer: () => Promise<CryptoKey>;
  /** Milliseconds that are added to the local clock for `iat` and `exp`; null for none. */
  readonly clockCorrectedMs: number | null;
}

export interface MintServices extends ExchangeServices {
  readonly randomBytes: (count: number) => Uint8Array;
}

/**
 * Signs a fresh assertion, exchanges it and keeps the token. Whatever happens, one line about it is recorded.
 *
 * @throws ProblemError of the duration, the keychain, the key, the exchange or HTTP; an `AbortError` when cancelled
 */
export async function mintToken(services: MintServices, mint: Mint): Promise<AccessToken> {
  const { app, hosts, options, key, signal, clockCorrectedMs } = mint;

  async function sign(): Promise<SignedAssertion> {
    const signer = await mint.signer();
    signal.throwIfAborted();
    const jti = Buffer.from(services.randomBytes(32)).toString('base64url');
    const assertion = buildAssertion({
      clientId: app.clientId,
      kid: key.kid,
      audience: hosts.audience,
      now: toEpochSeconds(epochMilliseconds(services.clock.now() + (clockCorrectedMs ?? 0))),
      lifetimeSeconds: defaultAssertionLifetime,
      jti,
      sessionName: options.sessionName,
      device: options.device,
    });
    const jwt = await signAssertion(signer, assertion);
    return { jwt, jti, claims: Object.keys(assertion.claims), clockCorrectedMs };
  }

  return exchangeForToken(services, { ...mint, subject: key.label }, sign);
}
