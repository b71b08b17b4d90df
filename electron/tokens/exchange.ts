import type { Variant } from '../../shared/coze/app.ts';
import { type ExchangeNote, type Granted, readExchangeAnswer } from '../../shared/coze/exchange-answer.ts';
import type { RegionHosts } from '../../shared/coze/region.ts';
import type { Scope } from '../../shared/coze/scope.ts';
import { tokenPath, tokenRequestBody } from '../../shared/coze/token-request.ts';
import { ProblemError } from '../../shared/problem.ts';
import { type Clock, type EpochSeconds, epochMilliseconds, toEpochSeconds } from '../../shared/time.ts';
import type { HttpClient } from '../http/client.ts';
import { readClockOffset, roughClockOffset } from './clock-offset.ts';
import type { ServerClock } from './server-clock.ts';

/** Milliseconds for one exchange. */
const exchangeTimeout = 30_000;

/** No documented answer comes near this many bytes. */
const answerLimit = 1_048_576;

export interface ExchangeRequest {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** What is known of the server's time, this answer included when `http` learns from answers. */
  readonly serverClock?: Pick<ServerClock, 'offsetOf'>;
  readonly hosts: RegionHosts;
  readonly variant: Variant;
  /** The signed JWT; it is used up, whatever the answer. */
  readonly assertion: string;
  /** Lifetime asked for, 1 to 86 399. */
  readonly durationSeconds: number;
  readonly scope: Scope | null;
  readonly signal: AbortSignal;
}

export interface Exchanged {
  readonly accessToken: string;
  readonly expiresAt: EpochSeconds;
  readonly logId: string | null;
  readonly notes: readonly ExchangeNote[];
  /** Server's clock minus local clock, from the `Date` header, else as known before; 0 when nobody knows. */
  readonly clockOffsetMs: number;
  readonly elapsedMs: number;
}

/**
 * Exchanges a signed assertion for an access token (RFC 7523 §2.1). The assertion goes to `hosts.api` only. There is no
 * retry: Coze takes an assertion once.
 *
 * @throws ProblemError `exchange/…`, `mint/duration-invalid` or `http/…`; an `AbortError` when cancelled
 */
export async function exchangeAssertion(request: ExchangeRequest): Promise<Exchanged> {
  const { http, clock, hosts, signal } = request;
  const sentAt = clock.now();
  const answer = await http.send({
    method: 'POST',
    url: hosts.api + tokenPath(request.variant),
    headers: [
      ['Content-Type', 'application/json'],
      ['Authorization', `Bearer ${request.assertion}`],
    ],
    body: tokenRequestBody(request),
    signal,
    timeoutMs: exchangeTimeout,
    maxBytes: answerLimit,
  });
  if (answer.truncated) {
    throw new ProblemError('http/too-large', {
      params: { host: new URL(hosts.api).host, limit: answerLimit },
    });
  }
  const clockOffsetMs =
    request.serverClock?.offsetOf(hosts.api) ??
    readClockOffset(answer, sentAt) ??
    roughClockOffset(answer, sentAt) ??
    0;
  const granted: Granted = readExchangeAnswer(
    {
      status: answer.status,
      headers: answer.headers,
      body: new TextDecoder().decode(answer.body),
      at: clock.now(),
    },
    {
      now: toEpochSeconds(epochMilliseconds(clock.now() + clockOffsetMs)),
      canSwitchRegion: hosts.www !== null,
    },
  );
  return { ...granted, clockOffsetMs, elapsedMs: answer.totalMs };
}
