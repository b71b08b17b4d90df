import type { ConsoleAnswer, ConsoleRequest } from '../../shared/console.ts';
import type { Activity } from '../../shared/coze/token.ts';
import { toProblem } from '../../shared/problem.ts';
import type { Clock, EpochMilliseconds } from '../../shared/time.ts';
import { findHeader, type HttpClient } from '../http/client.ts';
import { maskToken } from '../tokens/mask.ts';
import { answerText } from './answer-text.ts';
import { readEnvelope } from './envelope.ts';
import { requestHeaders } from './request-headers.ts';
import { requestUrl } from './request-url.ts';
import { isTokenRefused } from './token-refused.ts';

/** Milliseconds for one call; a workflow that is not streamed may take 90 s. */
const callTimeout = 180_000;

/** Bytes of an answer that are kept. */
const answerLimit = 10_485_760;

export interface TokenForCall {
  readonly tokenId: string;
  readonly text: string;
  /** True when it was minted for this call. */
  readonly minted: boolean;
}

export interface SendServices {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly record: (entry: Omit<Activity, 'id'>) => void;
  readonly countUse: (tokenId: string, now: EpochMilliseconds) => void;
}

export interface Call {
  readonly request: ConsoleRequest;
  /** Origin of the API that the token is valid for; it goes nowhere else. */
  readonly api: string;
  readonly appName: string;
  /** Asked for only when the request itself is in order; null to send none. */
  readonly token: () => Promise<TokenForCall | null>;
  /** Another token in place of one that the API refused; null when none can be had. Absent: a refusal stands. */
  readonly renewedToken?: (tokenId: string) => Promise<TokenForCall | null>;
  readonly signal: AbortSignal;
}

type Attempt = Omit<ConsoleAnswer, 'retriedAfter'>;

async function sendOnce(
  services: SendServices,
  call: Call,
  url: string,
  given: TokenForCall | null,
): Promise<Attempt> {
  const { clock } = services;
  const token = given?.text ?? null;
  const { request, signal } = call;
  const at = clock.now();

  function record(outcome: Pick<Activity, 'status' | 'logId' | 'problem'>): void {
    services.record({
      ...outcome,
      at: Math.round(at),
      kind: 'call',
      appName: call.appName,
      subject: `${request.method} ${request.path}`,
      claims: [],
      jti: null,
      clockCorrectedMs: null,
      elapsedMs: Math.round(clock.now() - at),
    });
  }

  try {
    const answer = await services.http.send({
      method: request.method,
      url,
      headers: requestHeaders(request.headers, request.body !== null, token),
      body: request.body,
      signal,
      timeoutMs: callTimeout,
      maxBytes: answerLimit,
    });
    if (given !== null) services.countUse(given.tokenId, clock.now());
    const hide = (said: string) =>
      token === null || token.length < 16 ? said : said.replaceAll(token, maskToken(token));
    const headers = answer.headers.map(([name, value]): [string, string] => [name, hide(value)]);
    const logId = findHeader(headers, 'x-tt-logid');
    record({ status: answer.status, logId, problem: null });
    const { text, binary } = answerText(answer.body, findHeader(answer.headers, 'content-type'));
    const envelope = binary || answer.truncated ? null : readEnvelope(text);
    return {
      status: answer.status,
      statusText: hide(answer.statusText),
      headers,
      logId,
      contentType: findHeader(headers, 'content-type'),
      text: hide(text),
      binary,
      size: answer.body.length,
      truncated: answer.truncated,
      envelope: envelope && { ...envelope, msg: hide(envelope.msg) },
      firstByteMs: answer.firstByteMs,
      totalMs: answer.totalMs,
      url: hide(answer.url),
      minted: given?.minted ?? false,
      tokenId: given?.tokenId ?? null,
    };
  } catch (thrown) {
    record({ status: null, logId: null, problem: toProblem(thrown) });
    throw thrown;
  }
}

/**
 * Sends one API request with its token, if any, and reads the answer, whatever its status. Where a server repeats the
 * token, the answer shows its mask. When the API refuses a token that was there before, the request is sent once more
 * with another one; that is safe, because a refused request was not carried out.
 *
 * @throws ProblemError `http/…`, `input/invalid`, or what getting a token throws; an `AbortError` when cancelled
 */
export async function sendRequest(services: SendServices, call: Call): Promise<ConsoleAnswer> {
  const { request } = call;
  const url = requestUrl(call.api, request.path, request.query);
  requestHeaders(request.headers, request.body !== null, null);
  const token = await call.token();
  const first = await sendOnce(services, call, url, token);
  const refused = token !== null && !token.minted && isTokenRefused(first) ? token : null;
  const renewed = refused === null ? null : ((await call.renewedToken?.(refused.tokenId)) ?? null);
  if (renewed === null) return { ...first, retriedAfter: null };
  const { status, envelope, logId } = first;
  const second = await sendOnce(services, call, url, renewed);
  return { ...second, retriedAfter: { status, code: envelope?.code ?? null, logId } };
}
