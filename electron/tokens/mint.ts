import type { CryptoKey } from 'jose';
import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import { buildAssertion, defaultAssertionLifetime } from '../../shared/coze/assertion.ts';
import type { RegionHosts } from '../../shared/coze/region.ts';
import type { AccessToken, Activity } from '../../shared/coze/token.ts';
import { parseTokenDuration, tokenPath } from '../../shared/coze/token-request.ts';
import { toProblem } from '../../shared/problem.ts';
import { type Clock, toEpochSeconds } from '../../shared/time.ts';
import type { HttpClient } from '../http/client.ts';
import { exchangeAssertion } from './exchange.ts';
import { signAssertion } from './sign-assertion.ts';
import type { TokenStore } from './token-store.ts';

export interface Mint {
  readonly app: OAuthApp;
  readonly hosts: RegionHosts;
  readonly options: MintOptions;
  readonly key: { readonly label: string; readonly kid: string };
  readonly signer: () => Promise<CryptoKey>;
  readonly signal: AbortSignal;
}

export interface MintServices {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly newId: () => string;
  readonly tokens: TokenStore;
  readonly record: (entry: Omit<Activity, 'id'>) => void;
}

/**
 * Signs a fresh assertion, exchanges it and keeps the token. Whatever happens, one line about it is recorded.
 *
 * @throws ProblemError of the duration, the keychain, the key, the exchange or HTTP; an `AbortError` when cancelled
 */
export async function mintToken(services: MintServices, mint: Mint): Promise<AccessToken> {
  const { clock, tokens } = services;
  const { app, hosts, options, key, signal } = mint;
  const startedAt = clock.now();
  let claims: readonly string[] = [];

  function record(outcome: Pick<Activity, 'status' | 'logId' | 'problem'>): void {
    services.record({
      ...outcome,
      at: startedAt,
      kind: 'mint',
      appName: app.name,
      subject: key.label,
      claims: [...claims],
      elapsedMs: Math.round(clock.now() - startedAt),
    });
  }

  try {
    parseTokenDuration(options.durationSeconds);
    const signer = await mint.signer();
    signal.throwIfAborted();
    const assertion = buildAssertion({
      clientId: app.clientId,
      kid: key.kid,
      audience: hosts.audience,
      now: toEpochSeconds(clock.now()),
      lifetimeSeconds: defaultAssertionLifetime,
      jti: Buffer.from(services.randomBytes(32)).toString('base64url'),
      sessionName: options.sessionName,
      device: options.device,
    });
    const jwt = await signAssertion(signer, assertion);
    claims = Object.keys(assertion.claims);
    const { accessToken, expiresAt, logId, clockOffsetMs, notes } = await exchangeAssertion({
      ...services,
      hosts,
      variant: app.variant,
      assertion: jwt,
      durationSeconds: options.durationSeconds,
      scope: options.scope,
      signal,
    });
    record({ status: 200, logId, problem: null });
    const view = {
      id: services.newId(),
      appId: app.id,
      appName: app.name,
      region: app.region,
      options,
      mintedAt: Math.round(clock.now()),
      expiresAt,
      clockOffsetMs,
      logId,
      ...(notes.length === 0 ? {} : { notes: [...notes] }),
    };
    return tokens.add(view, {
      text: accessToken,
      assertion: jwt,
      api: hosts.api,
      clientId: app.clientId,
      tokenPath: tokenPath(app.variant),
    });
  } catch (thrown) {
    const problem = toProblem(thrown);
    record({ status: problem.server?.status ?? null, logId: problem.server?.logId ?? null, problem });
    throw thrown;
  }
}
