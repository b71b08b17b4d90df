import type { AnswerHead, ConsoleRun } from '../../shared/console-run.ts';
import type { Activity } from '../../shared/coze/token.ts';
import { type Problem, ProblemError, toProblem } from '../../shared/problem.ts';
import type { Clock, EpochMilliseconds } from '../../shared/time.ts';
import type { StreamedAnswer, StreamingClient } from '../http/client.ts';
import { findHeader } from '../http/find-header.ts';
import { bodyLength } from '../http/request-body.ts';
import { maskToken } from '../tokens/mask.ts';
import { hideSecrets, type Secret } from './hide-secrets.ts';
import { longestSilence } from './open-request.ts';
import { type ReadingServices, type RunRecord, readAnswer } from './read-answer.ts';
import { requestHeaders } from './request-headers.ts';
import { createRunPhases } from './run-phases.ts';
import type { RunPlan, TokenForRun } from './run-plan.ts';
import { isTokenRefused } from './token-refused.ts';

export interface RunServices extends ReadingServices {
  readonly http: Pick<StreamingClient, 'open'>;
  readonly clock: Clock;
  readonly noteActivity: (entry: Omit<Activity, 'id'>) => void;
  readonly countUse: (tokenId: string, now: EpochMilliseconds) => void;
}

interface Attempt {
  readonly plan: RunPlan;
  readonly record: RunRecord;
  readonly services: RunServices;
  readonly secrets: readonly Secret[];
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

function headOf(answer: StreamedAnswer, { plan, secrets }: Attempt): AnswerHead {
  const hide = (text: string) => hideSecrets(text, secrets);
  const headers = answer.headers.map(([name, value]): [string, string] => [hide(name), hide(value)]);
  return {
    status: answer.status,
    statusText: hide(answer.statusText),
    headers,
    logId: findHeader(headers, 'x-tt-logid'),
    contentType: findHeader(headers, 'content-type'),
    url: hide(answer.url === plan.url ? plan.shownUrl : answer.url),
  };
}

function note({ plan, record, services, secrets }: Attempt, at: EpochMilliseconds, problem: Problem | null) {
  const { head } = record.run();
  services.noteActivity({
    at: Math.round(at),
    kind: 'call',
    appName: plan.appName,
    subject: `${plan.method} ${hideSecrets(new URL(plan.shownUrl).pathname, secrets)}`,
    claims: [],
    jti: null,
    clockCorrectedMs: null,
    elapsedMs: Math.round(services.clock.now() - at),
    status: head?.status ?? null,
    logId: head?.logId ?? null,
    problem,
  });
}

/** Sends the request once, with `token` if any, and reads its answer. */
async function attemptOnce(attempt: Attempt, token: TokenForRun | null): Promise<void> {
  const { plan, record, services, secrets, startedAt, signal } = attempt;
  const { method, url, body } = plan;
  const at = services.clock.now();
  const sentAt = services.stopwatch();
  const phases = createRunPhases(services.stopwatch, startedAt, {
    onSent: (bytes) => record.change({ sent: { ...record.run().sent, bytes } }),
    onAllSent: () => record.run().stage === 'sending' && record.change({ stage: 'waiting' }),
  });
  record.change({
    stage: 'sending',
    url: hideSecrets(plan.shownUrl, secrets),
    tokenId: token?.tokenId ?? null,
    minted: token?.minted ?? false,
    sent: { bytes: 0, total: bodyLength(body) },
    head: null,
    envelope: null,
  });
  try {
    const answer = await services.http.open({
      method,
      url,
      headers: requestHeaders(plan.headers, body !== null, token?.text ?? null),
      body,
      signal,
      silenceMs: longestSilence,
      watch: phases.watch,
    });
    if (token !== null) services.countUse(token.tokenId, services.clock.now());
    record.change({ stage: 'receiving', head: headOf(answer, attempt), timing: phases.timing() });
    await readAnswer(answer, { ...services, record, secrets, sentAt });
    note(attempt, at, null);
  } catch (thrown) {
    note(attempt, at, toProblem(thrown));
    throw thrown;
  } finally {
    record.change({ timing: phases.ended() });
  }
}

function isRefused({ head, envelope, eventCount }: ConsoleRun, token: TokenForRun | null): boolean {
  if (token === null || token.minted || head === null || eventCount !== null) return false;
  return isTokenRefused({ status: head.status, envelope });
}

/** Null when there is no other token; why a renewal failed stands in the run. */
async function renewedToken({ plan, record, signal }: Attempt, tokenId: string): Promise<TokenForRun | null> {
  try {
    return (await plan.renewedToken?.(tokenId, signal)) ?? null;
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    record.change({ renewalProblem: thrown.problem });
    return null;
  }
}

/**
 * Gets the token, sends the request and reads its answer, whatever its status; `record` says at each moment how far it
 * is. Where a server repeats the token or another secret, its mask is kept. When the API refuses a token that was there
 * before, the request is sent once more with another one; that is safe, because a refused request was not carried out.
 *
 * @throws ProblemError `http/…`, `console/no-room`, or what getting a token throws; an `AbortError` when cancelled
 */
export async function carryOut(
  plan: RunPlan,
  record: RunRecord,
  services: RunServices,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = services.stopwatch();
  const token = await plan.token(signal);
  const secrets: Secret[] = [...plan.secrets];
  const hide = (given: TokenForRun | null) =>
    given !== null && secrets.push({ text: given.text, mask: maskToken(given.text) });
  hide(token);
  const attempt: Attempt = { plan, record, services, secrets, startedAt, signal };
  await attemptOnce(attempt, token);

  const { head, envelope } = record.run();
  if (token === null || head === null || !isRefused(record.run(), token)) return;
  record.change({ stage: 'token' });
  const renewed = await renewedToken(attempt, token.tokenId);
  if (renewed === null) return;
  hide(renewed);
  const { status, logId } = head;
  record.change({ retriedAfter: { status, code: envelope?.code ?? null, logId }, body: null });
  await record.setBody(null);
  await attemptOnce(attempt, renewed);
}
