import type { MintOptions, OAuthApp } from '../../shared/coze/app.ts';
import type { RegionHosts } from '../../shared/coze/region.ts';
import type { AccessToken, Activity } from '../../shared/coze/token.ts';
import { parseTokenDuration, tokenPath } from '../../shared/coze/token-request.ts';
import { type Problem, ProblemError, toProblem } from '../../shared/problem.ts';
import type { Clock } from '../../shared/time.ts';
import type { HttpClient } from '../http/client.ts';
import { claimNames } from './claim-names.ts';
import { type Exchanged, exchangeAssertion } from './exchange.ts';
import type { Demand } from './mint-flights.ts';
import type { ServerClock } from './server-clock.ts';
import type { TokenStore } from './token-store.ts';

export interface SignedAssertion {
  /** Compact serialisation. */
  readonly jwt: string;
  readonly jti: string | null;
  /** Names of the claims. */
  readonly claims: readonly string[];
  /** Milliseconds by which its times were moved onto the server's clock; null when they were not. */
  readonly clockCorrectedMs: number | null;
}

export interface TokenExchange {
  readonly app: OAuthApp;
  readonly hosts: RegionHosts;
  /** What the assertion says and what is asked for beside it; renewing the token asks for the same. */
  readonly options: MintOptions;
  /** Label of the key that signs or signed; empty when that is not known. */
  readonly subject: string;
  /** Whether the token renews by itself. */
  readonly autoRenew: boolean;
  /** Asked when the token is there; absent, it is wanted and renews none. */
  readonly demand?: Demand;
  readonly signal: AbortSignal;
}

export interface ExchangeServices {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly serverClock: Pick<ServerClock, 'offsetOf'>;
  readonly tokens: TokenStore;
  readonly record: (entry: Omit<Activity, 'id'>) => void;
  /** Adds to what was thrown what may be behind it; without it, it stays as it is. */
  readonly explain?: (thrown: unknown) => unknown;
}

const maxJti = 256;

const beforeSending: ReadonlySet<Problem['code']> = new Set([
  'http/unreachable',
  'http/tls',
  'http/url-refused',
  'input/invalid',
]);

/** True when the server cannot have seen the assertion. */
function neverArrived({ code, params }: Problem): boolean {
  return beforeSending.has(code) || (code === 'http/timeout' && params['phase'] === 'connect');
}

/**
 * Exchanges an assertion for an access token and keeps the token. `assertion` is asked for only when the request itself
 * is in order. Whatever happens, one line about it is recorded.
 *
 * @throws ProblemError of the duration, the exchange or HTTP, or what `assertion` throws; `token/not-found` when nobody
 * wants the token any more; an `AbortError` when cancelled
 */
export async function exchangeForToken(
  services: ExchangeServices,
  exchange: TokenExchange,
  assertion: () => Promise<SignedAssertion>,
): Promise<AccessToken> {
  const { clock, tokens } = services;
  const { app, hosts, options, signal } = exchange;
  const startedAt = clock.now();
  let claims: string[] = [];
  let sentJti: string | null = null;
  let clockCorrectedMs: number | null = null;

  function record(outcome: Pick<Activity, 'jti' | 'status' | 'logId' | 'problem'>): void {
    services.record({
      ...outcome,
      at: Math.round(startedAt),
      kind: 'mint',
      appName: app.name,
      subject: exchange.subject,
      claims,
      clockCorrectedMs,
      elapsedMs: Math.round(clock.now() - startedAt),
    });
  }

  async function send(): Promise<{ readonly jwt: string; readonly exchanged: Exchanged }> {
    parseTokenDuration(options.durationSeconds);
    const { jwt, ...signed } = await assertion();
    claims = claimNames(signed.claims);
    clockCorrectedMs = signed.clockCorrectedMs;
    signal.throwIfAborted();
    sentJti = signed.jti?.slice(0, maxJti) ?? null;
    const { variant } = app;
    const { durationSeconds, scope } = options;
    const asked = { ...services, hosts, variant, assertion: jwt, durationSeconds, scope, signal };
    return { jwt, exchanged: await exchangeAssertion(asked) };
  }

  function keep(
    jwt: string,
    { accessToken, expiresAt, logId, clockOffsetMs, notes }: Exchanged,
  ): AccessToken {
    const renews = exchange.demand === undefined ? [] : exchange.demand();
    if (renews === null) throw new ProblemError('token/not-found', { remedies: ['mint-again'] });
    const view = {
      id: services.newId(),
      source: 'minted' as const,
      appId: app.id,
      appName: app.name,
      region: app.region,
      options,
      mintedAt: Math.round(clock.now()),
      expiresAt,
      clockOffsetMs: services.serverClock.offsetOf(hosts.api) ?? clockOffsetMs,
      logId,
      autoRenew: exchange.autoRenew,
      ...(notes.length === 0 ? {} : { notes: [...notes] }),
    };
    const secrets = {
      text: accessToken,
      assertion: jwt,
      api: hosts.api,
      clientId: app.clientId,
      tokenPath: tokenPath(app.variant),
    };
    return tokens.add(view, secrets, renews);
  }

  const { jwt, exchanged } = await send().catch((reason: unknown) => {
    const thrown = services.explain?.(reason) ?? reason;
    const problem = toProblem(thrown);
    const { status = null, logId = null } = problem.server ?? {};
    record({ jti: neverArrived(problem) ? null : sentJti, status, logId, problem });
    throw thrown;
  });
  record({ jti: sentJti, status: 200, logId: exchanged.logId, problem: null });
  return keep(jwt, exchanged);
}
